"""各级须按期开放会议。

看什么：刚过去的一个周期里，本级政府、各部门、各街道和镇乡主办的开放会议（新闻发布会不算）。
从来没有开放过会议的单位也看；次数写 0 的一级不看，“适用自”以前的周期不看。
怎样算错：一级里有单位的次数不足规定；一级只说一次，列出单位。
怎样改：开过而没有登记的补上；确实没有开放的，今后按计划安排。
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.duties.gazette import as_cycle
from gongkai.law.duties.periods import MONTHS, Period, period_of
from gongkai.law.example import CLEAN, Edge, Example, Files, a_meeting, a_unit
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count, as_date
from gongkai.records.types.standard import Standard
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.meetings import MeetingKind
from gongkai.records.vocabulary.units import UnitKind

#: parameter → the kinds of unit at that level
_LEVELS = {
    "政府": {UnitKind.GOVERNMENT},
    "部门": {UnitKind.DEPARTMENT},
    "街镇": {UnitKind.STREET, UnitKind.TOWN, UnitKind.TOWNSHIP},
}
_NAMED = 3


def asked(number: int = 1, cycle: str = "每年") -> Files:
    """A district that asks so many of every department and street."""
    own = f"参数: {{部门: {number}, 街镇: {number}, 周期: {cycle}}}\n"
    return {"data/rulebook/open-meetings.yml": f"依据: [{{文件: 示例区办法}}]\n采用: 是\n{own}"}


def _held(day: str, **fields: str) -> Files:
    return a_meeting(日期=day, 预告日期="2026-01-01", **fields)


_LAST = _held("2026-12-31")
_STREET = a_unit("wanghuai", 名称="望槐街道", 曾用名=None, 类别="街道")
EXAMPLE = Example(
    good={**CLEAN, **asked()},
    bad=_STREET,
    message="2026年街镇 1 个单位开放会议不足 1 次：望槐街道",
    today="2027-01-05",
    edges=(
        Edge("部门 1 个单位", _held("2026-01-01"), _held("2027-01-01")),
        Edge("部门 1 个单位", _LAST, _LAST, last="2027-12-31", first="2028-01-01"),
        Edge("部门 1 个单位", asked(1), asked(2)),
        Edge("部门 1 个单位", {}, _held("2026-11-03", 类型="新闻发布会", 议题="[]")),
        Edge("2026年下半年部门 1 个单位", asked(1), {**asked(1, "每半年"), **_held("2026-06-30")}),
    ),
)
PARAMETERS = {**dict.fromkeys(_LEVELS, as_count), "周期": as_cycle, "适用自": as_date}


def scope(register: Register) -> Iterable[Record]:
    return (unit for unit in register.units if unit.state == "在用")


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    months = MONTHS[rule.parameters["周期"]]
    last = period_of(period_of(register.today, months).first - dt.timedelta(days=1), months)
    if last.first < as_date(rule.parameters["适用自"]):
        return
    counts = _counts(register, last)
    for level, kinds in _LEVELS.items():
        least = rule.number(level)
        units = [each for each in register.units if each.state == "在用" and each.kind.meant in kinds]
        if short := [each for each in units if counts[each.id] < least]:
            message = f"{last}{level} {len(short)} 个单位开放会议不足 {least} 次：{_named(short)}"
            yield rule.problem(short[0], "名称", message, "开过而没有登记的补上；今后按计划安排")


def _counts(register: Register, period: Period) -> Counter[str]:
    """Id of a unit → how many open meetings it had."""
    return Counter(
        unit.id
        for each in register.meetings
        if each.open and each.kind is not MeetingKind.PRESS and period.first <= each.date <= period.last
        for unit in register.units_of(each)
    )


def _named(units: list[Unit]) -> str:
    names = "、".join(each.label for each in units[:_NAMED])
    return f"{names} 等" if len(units) > _NAMED else names
