"""Whose policies were evaluated in a year."""

from __future__ import annotations

import datetime as dt

from gongkai.column.register import Register
from gongkai.records.types.evaluation import Evaluation


def evaluated(register: Register, year: int, up_to: dt.date) -> dict[str, list[Evaluation]]:
    """Id of a unit → its evaluations of policies of a year, oldest first; one of a work is of no policy."""
    found: dict[str, list[Evaluation]] = {}
    for each in sorted(register.public(Evaluation), key=lambda each: (each.published_on, each.id)):
        if each.documents and each.published_on.year == year and each.published_on <= up_to:
            for unit in register.units_of(each):
                found.setdefault(unit.id, []).append(each)
    return found
