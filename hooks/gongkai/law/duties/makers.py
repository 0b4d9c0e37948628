"""Who makes policies: of these it is asked whether one was evaluated."""

from __future__ import annotations

import datetime as dt

from gongkai.column.register import Register
from gongkai.law.duties.interpretation import needing
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.units import UnitKind


def makers(register: Register, day: dt.date) -> list[Unit]:
    """The units in use, governments aside, with a policy of their own in force on a day, by their names."""
    found = {
        unit.id: unit
        for policy in needing(register)
        if policy.in_force_from <= day and not _ended(register.ended_on(policy), day)
        for unit in register.units_of(policy)
        if unit.state == "在用" and unit.kind.meant is not UnitKind.GOVERNMENT
    }
    return sorted(found.values(), key=lambda unit: unit.label)


def _ended(end: dt.date | None, day: dt.date) -> bool:
    return end is not None and end <= day
