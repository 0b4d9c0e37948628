"""Who makes policies, and whose policies were evaluated in a year."""

from __future__ import annotations

import datetime as dt

from gongkai.column.register import Register
from gongkai.law.duties.interpretation import needing
from gongkai.records.types.evaluation import Evaluation
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


def evaluated(register: Register, year: int, up_to: dt.date) -> dict[str, list[Evaluation]]:
    """Id of a unit → its evaluations of policies of a year, oldest first; one of a work is of no policy."""
    found: dict[str, list[Evaluation]] = {}
    for each in sorted(register.public(Evaluation), key=lambda each: (each.published_on, each.id)):
        if each.documents and each.published_on.year == year and each.published_on <= up_to:
            for unit in register.units_of(each):
                found.setdefault(unit.id, []).append(each)
    return found


def _ended(end: dt.date | None, day: dt.date) -> bool:
    return end is not None and end <= day
