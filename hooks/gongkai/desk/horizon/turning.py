"""Register and rules → the coming days on which anything turns.

A day turns something when a state, a duty or what the rules say is not what it was the day
before although nobody changed a file. Days too many cost time, a day too few hides a change:
a test asks every day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from gongkai.column.register import Register
from gongkai.law import checking
from gongkai.law.duties import WINDOW, duties
from gongkai.records.fields.defined import each_of
from gongkai.records.types.standard import DAY, Standard

Standards = Mapping[str, Standard]


def turning_days(register: Register, standards: Standards, until: dt.date) -> list[dt.date]:
    """The days after the register's own up to ``until`` on which anything may turn, the earliest first."""
    days = set(_months(register.today, until))
    for day in (*_written(register), *_due(register, standards, until)):
        days |= {day, day + DAY}
    for rule in checking.rules().values():
        standard = standards[rule.id].on(register.today)
        if standard is not None and not any(checking.parameter_faults(rule, standard)):
            days.update(rule.turns(register, standard))
    return sorted(day for day in days if register.today < day <= until)


def _months(today: dt.date, until: dt.date) -> Iterator[dt.date]:
    """The first of every month: much is counted by months, quarters and years."""
    year, month = today.year, today.month
    while (first := dt.date(year, month, 1)) <= until:
        yield first
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _written(register: Register) -> Iterator[dt.date]:
    """Every day that any record names."""
    for record in register.records:
        for _, day in each_of(dt.date, record):
            yield day.date() if isinstance(day, dt.datetime) else day


def _due(register: Register, standards: Standards, until: dt.date) -> Iterator[dt.date]:
    """The last days of what is owed today and of what comes to be owed, and the days it comes near."""
    rule, name = WINDOW
    near = dt.timedelta(days=standards[rule].number(name))
    for then in (register, register.on(until)):
        for duty in duties(then, standards):
            if duty.due:
                yield from (duty.due, duty.due - near)
