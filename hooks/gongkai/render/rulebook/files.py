"""The rulebook and the waivers as data to download: CSV and JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence

from gongkai.common.csv_text import Value, table
from gongkai.law.rulebook import Finding, RuleEntry, WaiverEntry
from gongkai.records.types.standard import Basis, Standard, Version
from gongkai.render.facts import Facts
from gongkai.render.parts import File
from gongkai.render.rulebook.pages import records
from gongkai.render.rulebook.places import URL, WAIVERS, rule_url, target

Json = dict[str, object]
_RULE = (
    "编号", "名称", "分组", "状态", "级别", "底线", "依据", "生效日期", "失效日期", "参数",
    "看什么", "怎样算错", "怎样改", "检查的记录", "违反的记录", "豁免的记录", "网址",
)  # fmt: skip
_WAIVER = ("规则编号", "规则", "对象", "理由", "批准人", "批准日期", "有效期至", "状态", "示例", "网址")


def files(facts: Facts) -> Iterator[File]:
    """Rules as CSV and JSON, waivers as CSV."""
    book, root = facts.law.rulebook, facts.register.column.root
    if book is None:
        return
    whole = {
        "日期": facts.register.today.isoformat(),
        "规则": [_rule(each, root) for each in book.rules],
    }
    yield f"{URL}rules.csv", table(_RULE, (_cells(each, root) for each in book.rules))
    yield f"{URL}rules.json", (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()
    yield f"{WAIVERS}list.csv", table(_WAIVER, (_waiver(each, root) for each in book.waivers))


def _cells(rule: RuleEntry, root: str) -> list[Value]:
    standard = rule.standard
    return [
        standard.slug, standard.title, standard.group, rule.force, standard.level, rule.floor, standard.basis,
        standard.valid_from, standard.valid_to,
        "；".join(f"{name}：{value}" for name, value in standard.parameters.items()),
        rule.looks_at, rule.wrong, rule.remedy,
        len(rule.scope), records(rule.broken), records(rule.waived), root + rule_url(standard.slug),
    ]  # fmt: skip


def _waiver(each: WaiverEntry, root: str) -> list[Value]:
    waiver = each.waiver
    label, address = target(each.record) if each.record else (waiver.record, None)
    link = root + address if address else None
    return [
        waiver.rule, each.rule, label, waiver.reason, waiver.approver, waiver.approved_on,
        waiver.expires_on, each.state, waiver.example, link,
    ]  # fmt: skip


def _rule(rule: RuleEntry, root: str) -> Json:
    standard = rule.standard
    return {
        "编号": standard.slug,
        "名称": standard.title,
        "分组": standard.group,
        "状态": rule.force,
        "级别": standard.level,
        "底线": rule.floor,
        **_said(standard),
        "失效依据": _bases(standard.ended_by),
        "参数说明": standard.meanings,
        "出处": {name: standard.origin(name) for name in standard.parameters},
        "说明": standard.note,
        "看什么": rule.looks_at,
        "怎样算错": rule.wrong,
        "怎样改": rule.remedy,
        "历次": [_said(each) | {"级别": each.level, "说明": each.note} for each in standard.versions],
        "检查的记录": len(rule.scope),
        "违反": _findings(rule.broken, root),
        "豁免": _findings(rule.waived, root),
        "网址": root + rule_url(standard.slug),
    }


def _said(said: Standard | Version) -> Json:
    return {
        "依据": _bases(said.bases),
        "生效日期": _day(said.valid_from),
        "失效日期": _day(said.valid_to),
        "参数": said.parameters,
    }


def _bases(bases: Sequence[Basis]) -> list[Json]:
    return [{"文件": each.document, "条款": each.article, "日期": _day(each.date)} for each in bases]


def _findings(findings: Sequence[Finding], root: str) -> list[Json]:
    found: list[Json] = []
    for each in findings:
        label, address = target(each.record) if each.record else (each.problem.file, None)
        link = root + address if address else None
        found.append({"记录": label, "网址": link, "级别": each.problem.level, "问题": each.message})
    return found


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
