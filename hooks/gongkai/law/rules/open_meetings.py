"""各级须按期开放会议。

看什么：刚过去的一个周期里，本级政府、各部门、各街道和镇乡主办的开放会议（新闻发布会不算）。
从来没有开放过会议的单位也看；次数写 0 的一级不看，“适用自”以前的周期不看。
怎样算错：一级里有单位的次数不足规定；一级只说一次，列出单位。
怎样改：开过而没有登记的补上；确实没有开放的，今后按计划安排。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_meeting, a_unit
from gongkai.law.shared import by_level
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.meetings import MeetingKind


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
PARAMETERS = by_level.PARAMETERS


def scope(register: Register) -> Iterable[Record]:
    return (unit for unit in register.units if unit.state == "在用")


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    held = [each for each in register.meetings if each.open and each.kind is not MeetingKind.PRESS]
    yield from by_level.short(register, rule, held, "开放会议")
