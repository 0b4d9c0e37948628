"""各级须按期办政务开放日。

看什么：刚过去的一个周期里，本级政府、各部门、各街道和镇乡主办的政务开放日。
从来没有办过的单位也看；次数写 0 的一级不看，“适用自”以前的周期不看。
怎样算错：一级里有单位的次数不足规定；一级只说一次，列出单位。
怎样改：办过而没有登记的补上；确实没有办的，今后按计划安排。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_unit
from gongkai.law.shared import by_level
from gongkai.records.base import Record
from gongkai.records.types.event import Event
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.meetings import EventKind


def days_asked(number: int = 1, cycle: str = "每年") -> Files:
    """A district that asks so many of every department and street."""
    own = f"参数: {{部门: {number}, 街镇: {number}, 周期: {cycle}}}\n"
    return {"data/rulebook/open-days.yml": f"依据: [{{文件: 示例区办法}}]\n采用: 是\n{own}"}


def an_open_day(day: str = "2026-11-12", kind: str = "政务开放日") -> Files:
    """One of the unit of every example, told of at once."""
    text = Event.EXAMPLE.replace("类型: 政务开放日", f"类型: {kind}").replace("2026-11-12", day)
    text = text.replace("2026-11-02", min(day, "2026-11-02")).replace("2026-11-16", day)
    return {"content/events/2026/kaifangri.md": text}


_STREET = a_unit("wanghuai", 名称="望槐街道", 曾用名=None, 类别="街道")
#: how many all units together have is another rule's
_NO_TOTAL = {
    "data/rulebook/yearly-counts.yml": "依据: [{文件: 示例区办法}]\n采用: 是\n参数: {开放日每年: 0}\n"
}
_LAST = an_open_day("2026-12-31")
EXAMPLE = Example(
    good={**CLEAN, **_NO_TOTAL, **days_asked(), **an_open_day()},
    bad=_STREET,
    message="2026年街镇 1 个单位政务开放日不足 1 次：望槐街道",
    today="2027-01-05",
    edges=(
        Edge("部门 1 个单位", an_open_day("2026-01-01"), an_open_day("2027-01-01")),
        Edge("部门 1 个单位", _LAST, _LAST, last="2027-12-31", first="2028-01-01"),
        Edge("部门 1 个单位", days_asked(1), days_asked(2)),
        Edge("部门 1 个单位", {}, an_open_day(kind="在线访谈")),
    ),
)
PARAMETERS = by_level.PARAMETERS


def scope(register: Register) -> Iterable[Record]:
    return (unit for unit in register.units if unit.state == "在用")


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    held = [each for each in register.public(Event) if each.kind is EventKind.OPEN_DAY]
    yield from by_level.short(register, rule, held, "政务开放日")
