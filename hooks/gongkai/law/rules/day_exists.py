"""正文里的日期须是日历上有的。

看什么：正文和各项文字里写成“2026年2月28日”这样的日期。更正里照抄的原文不看。
怎样算错：日历上没有这一天，如 2026年13月1日、2026年2月30日。
怎样改：照原件核对，改成实际的日期；原件就是这样错的，请发文的单位更正。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import BODY, At, Problem
from gongkai.law.example import CLEAN, Edge, Example, an_item
from gongkai.law.shared.field_texts import field_texts
from gongkai.law.shared.nothing_found import each_alone
from gongkai.records.base import ContentRecord
from gongkai.records.types.correction import Correction
from gongkai.records.types.standard import Standard
from gongkai.text.facts.days import impossible

EXAMPLE = Example(
    good={**CLEAN, **an_item("dier", "从2028年2月29日起发放。")},
    bad=an_item("dier", "从2026年2月29日起发放。"),
    message="“2026年2月29日”在日历上没有",
    edges=(
        Edge(
            "2026年11月31日",
            an_item("dier", "到2026年11月30日为止。"),
            an_item("dier", "到2026年11月31日为止。"),
        ),
        Edge("2026年13月1日", an_item("dier", "从2026年12月1日起。"), an_item("dier", "从2026年13月1日起。")),
    ),
)


def scope(register: Register) -> Iterable[ContentRecord]:
    return (each for each in register.content if not (each.held_back or isinstance(each, Correction)))


def _look(rule: Standard, record: ContentRecord) -> Iterator[Problem]:
    for number, line in enumerate(record.body.split("\n")):
        yield from _line(rule, record, (BODY, number), line)
    for at, text in field_texts(record):
        yield from _line(rule, record, at, text)


check = each_alone(scope, _look)


def _line(rule: Standard, record: ContentRecord, at: At, line: str) -> Iterator[Problem]:
    for found in impossible(line):
        message = f"“{found[0]}”在日历上没有"
        yield rule.problem(
            record, at, message, "照原件核对，改成实际的日期；原件就是这样错的，请发文的单位更正"
        )
