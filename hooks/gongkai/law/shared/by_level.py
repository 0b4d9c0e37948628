"""Levels of units at which something has to be held so and so often in a cycle, and who falls short."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.duties.gazette import as_cycle
from gongkai.law.duties.periods import MONTHS, Period, period_of
from gongkai.records.fields.values import as_count, as_date
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.standard import Standard
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.units import UnitKind

Held = TypeVar("Held", Event, Meeting)
#: parameter → the kinds of unit at that level
LEVELS = {
    "政府": {UnitKind.GOVERNMENT},
    "部门": {UnitKind.DEPARTMENT},
    "街镇": {UnitKind.STREET, UnitKind.TOWN, UnitKind.TOWNSHIP},
}
PARAMETERS = {**dict.fromkeys(LEVELS, as_count), "周期": as_cycle, "适用自": as_date}
_NAMED = 3


def short(register: Register, rule: Standard, held: Iterable[Held], what: str) -> Iterator[Problem]:
    """One problem a level: whose units held too few in the last whole cycle, those that held none as well.

    ``what`` finishes “3 个单位…”, as 开放会议. The parameters of the rule are those above.
    """
    months = MONTHS[rule.parameters["周期"]]
    last = period_of(period_of(register.today, months).first - dt.timedelta(days=1), months)
    if last.first < as_date(rule.parameters["适用自"]):
        return
    counts = _counts(register, held, last)
    for level, kinds in LEVELS.items():
        least = rule.number(level)
        units = [each for each in register.units if each.state == "在用" and each.kind.meant in kinds]
        if few := [each for each in units if counts[each.id] < least]:
            message = f"{last}{level} {len(few)} 个单位{what}不足 {least} 次：{_named(few)}"
            yield rule.problem(few[0], "名称", message, "办过而没有登记的补上；今后按计划安排")


def _counts(register: Register, held: Iterable[Held], period: Period) -> Counter[str]:
    """Id of a unit → how many it held."""
    return Counter(
        unit.id
        for each in held
        if period.first <= each.date <= period.last
        for unit in register.units_of(each)
    )


def _named(units: list[Unit]) -> str:
    names = "、".join(each.label for each in units[:_NAMED])
    return f"{names} 等" if len(units) > _NAMED else names
