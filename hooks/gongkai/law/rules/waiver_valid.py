"""豁免须有效。

看什么：data/waivers/ 里的每一份豁免。
怎样算错：“规则”不是已有规则的编号，或是不能豁免的底线；“对象”找不到，或不止一个；
所豁免的问题已经不存在（多余的豁免，只警告；文件已经失效的、“限于”里有几处只剩几处的，只提示）；有效期已过，问题还在（本文件警告，所豁免的问题照原来的级别）；
有效期已过，问题也不在了（提示）。
怎样改：写对规则编号和对象；过期的，把问题改好，或经批准后改写“有效期至”；多余的、不再需要的删去文件。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gongkai.column.register import Register
from gongkai.column.register.subjects import Place, subjects
from gongkai.common.problems import Level, Problem
from gongkai.law.discovery import rules
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy, a_waiver
from gongkai.law.shared.nearest import meant_path, nearest, shown
from gongkai.law.waiving import Waivers, unwaivable
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.types.waiver import Waiver

ID = "waiver-valid"


def _unneeded(until: str) -> Files:
    return a_waiver("duoyu", 对象="yanglao", 有效期至=until)


EXAMPLE = Example(
    good={**CLEAN, **a_policy("renshi", 发文字号="示民发〔2026〕8号"), **a_waiver()},
    bad=a_waiver("duoyu", 对象="yanglao", 规则="interpretation-mising"),
    message="没有编号为“interpretation-mising”的规则",
    edges=(
        Edge("豁免已于 2027-12-31 到期", last="2027-12-31", first="2028-01-01"),
        Edge("豁免已无必要", _unneeded("2026-11-20"), _unneeded("2026-11-21")),
    ),
)

PARAMETERS = {"临期天数": as_count}


def scope(register: Register) -> Iterable[Record]:
    return register.waivers


def turns(register: Register, rule: Standard) -> Iterable[dt.date]:
    before = dt.timedelta(days=rule.number("临期天数"))
    return (each.expires_on - before for each in register.waivers)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for waiver in register.waivers:
        yield from _rule_named(rule, waiver)
        yield from _several(register, rule, waiver)


def _rule_named(rule: Standard, waiver: Waiver) -> Iterator[Problem]:
    if waiver.rule == ID:
        yield rule.problem(waiver, "规则", "豁免本身的规则不能豁免", "改好所指的豁免，删去本文件")
    elif waiver.rule not in rules():
        hint = nearest(waiver.rule, rules())
        message = f"没有编号为“{shown(waiver.rule)}”的规则"
        yield rule.problem(waiver, "规则", message, f"{hint}照检查结果方括号里的规则编号填写")


def _several(register: Register, rule: Standard, waiver: Waiver) -> Iterator[Problem]:
    found = subjects(register, waiver.record)
    if len(found) > 1:
        paths = "、".join(record.source.path for record in found)
        yield rule.problem(
            waiver, "对象", f"对象“{shown(waiver.record)}”不止一个：{paths}", "改写成其中一个的文件路径"
        )


def _missing(register: Register, rule: Standard, waiver: Waiver) -> Iterator[Problem]:
    """A name that nothing has, and no problem either: a message may name a folder, which is no record."""
    if not subjects(register, waiver.record) and not _is_broken(register, waiver.record):
        known = [record.source.path for record in register.content]
        hint = meant_path(waiver.record, known)
        yield rule.problem(
            waiver,
            "对象",
            f"找不到对象“{shown(waiver.record)}”",
            f"{hint}写检查结果行首的文件路径，或政策的发文字号",
        )


def _is_broken(register: Register, name: str) -> bool:
    plain = name.strip().removeprefix("content/").removeprefix("data/").rsplit(".", 1)[0]
    return any(
        plain in {each.key, each.key.rsplit("/", 1)[-1], each.data.get("发文字号"), each.data.get("标题")}
        for each in register.broken
    )


def ended(register: Register, rule: Standard, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Waivers whose time is over; ``problems`` tells which of their records are still at fault.

    The fault itself is told at the record, by its own rule and at its level.
    """
    at_fault = {(each.rule, each.path, row) for each in problems for row in (each.row, None)}
    for waiver in register.waivers:
        if waiver.expires_on >= register.today:
            continue
        over = f"豁免已于 {waiver.expires_on} 到期"
        places = {_place(waiver, record) for record in subjects(register, waiver.record)}
        still = sorted(path for path, row in places if (waiver.rule, path, row) in at_fault)
        if still:
            fix = "把所豁免的问题改好后删去本文件；确需延长的，经批准后改写有效期"
            message = f"{over}，{'、'.join(still)} 的问题还在"
            yield rule.problem(waiver, "有效期至", message, fix, Level.WARNING)
        elif places:
            message = f"{over}，所豁免的问题也不在了"
            yield rule.problem(waiver, "有效期至", message, "删去这个豁免文件", Level.NOTICE)


def _place(waiver: Waiver, record: Record) -> Place:
    path = record.source.path
    return path, None if waiver.record.strip() == path else record.source.row


def unneeded(
    register: Register, rule: Standard, waivers: Waivers, standards: Mapping[str, Standard]
) -> Iterator[Problem]:
    """Waivers in force that nobody may give or nothing needs; one of what is not yet public may be needed."""
    for waiver in register.waivers:
        standard = standards.get(waiver.rule)
        if waiver.id not in waivers.used:
            yield from _missing(register, rule, waiver)
        if waiver.id in waivers.used and (
            left := [each for each in waiver.only if each not in waivers.met[waiver.id]]
        ):
            message = f"“限于”的“{'”“'.join(left)}”已经没有这样的问题"
            yield rule.problem(waiver, "限于", message, "从“限于”里删去", Level.NOTICE)
        if waiver.id in waivers.used or waiver.expires_on < register.today or waiver.rule not in rules():
            continue
        if unwaivable(waiver.rule):
            message = f"“{standard.title if standard else waiver.rule}”是底线，谁也不能豁免"
            yield rule.problem(waiver, "规则", message, "把所指的问题改好，删去本文件", Level.ERROR)
            continue
        if waiver.rule == ID or standard is None or not standard.holds_on(register.today):
            continue
        found = subjects(register, waiver.record)
        if len(found) == 1 and not (
            isinstance(found[0], ContentRecord) and not found[0].is_public(register.today)
        ):
            message = f"豁免已无必要：{found[0].source.path} 没有违反“{standard.title}”"
            # a document that ended took the fault with it: the day passed, and nobody did anything wrong
            gone = isinstance(found[0], Policy) and register.standing(found[0]).ended
            level = Level.NOTICE if gone else Level.WARNING
            yield rule.problem(waiver, "规则", message, "删去这个豁免文件", level)
