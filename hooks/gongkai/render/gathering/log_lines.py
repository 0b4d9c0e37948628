"""The log as a browser narrows it: by words, days, what happened and to what."""

from __future__ import annotations

from gongkai.common.asking import question
from gongkai.common.said_days import cn_date, said
from gongkai.exports.made import LogEntry
from gongkai.render.facts import Facts
from gongkai.render.frame.page import relative
from gongkai.render.lists.lined import Line, Lined, Narrowing, Terms, kept

URL = "log/"


@question
def narrowing(facts: Facts) -> Narrowing | None:
    """What a browser needs to narrow it."""
    return lined(facts).narrowing("", "")


@kept
def lined(facts: Facts) -> Lined:
    """Each entry as a line."""
    kinds = {each.kind.slug: each.kind.value for each in facts.made.log}
    labels = dict.fromkeys(each.label for each in facts.made.log if each.label)
    terms = [
        Terms("kind", "什么事", list(kinds.items())),
        Terms("type", "类型", [(each, each) for each in labels]),
    ]
    demo = facts.register.column.demo
    return Lined(URL, terms, [_line(each, demo) for each in facts.made.log], "日期", "条")


def _line(each: LogEntry, demo: bool) -> Line:
    example = "示例" if each.example and not demo else ""
    leads = each.record.url if each.record else each.address if each.there and each.named else ""
    return Line(
        relative(URL, leads) if leads else "",
        each.title,
        each.day.isoformat(),
        [[each.kind.slug, each.kind.value]],
        [*filter(None, (cn_date(each.day), each.label, example))],
        {"kind": [each.kind.slug], "type": [each.label] if each.label else []},
        said(each.note),
    )
