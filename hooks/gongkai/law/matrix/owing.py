"""A norm and the column → the units that owe it, and those of which that is not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.column.register import Register
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.datasets import DatasetKind
from gongkai.records.vocabulary.norms import Joining


class Owing:
    """Who owes what in one column on one day: kinds, powers, tasks and names of units."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._powers = _powers(register)

    def units(self, norm: DutyNorm, day: dt.date) -> Iterator[tuple[Unit, bool]]:
        """(unit, whether it is known to owe it) of all that existed on a day.

        A unit that the list of powers does not name may have the power or not: nobody can tell.
        """
        named = [unit for name in norm.owed_by.names if (unit := self._register.unit(name))]
        if norm.owed_by.joining is Joining.LEADER:
            named = named[:1]
        for unit in self._register.units:
            if unit.merged_by(day) or not self._fits(norm, unit, named):
                continue
            power, powers = norm.owed_by.power, self._powers.get(unit.id)
            if power is None or powers is None or power in powers:
                known = power is None or powers is not None
                yield unit, known and not norm.owed_by.unsure_of(unit.kind)

    @staticmethod
    def _fits(norm: DutyNorm, unit: Unit, named: list[Unit]) -> bool:
        owed_by = norm.owed_by
        if owed_by.names and unit not in named:
            return False
        if owed_by.task and owed_by.task not in unit.charged_with:
            return False
        return owed_by.asks(unit.kind) or owed_by.unsure_of(unit.kind)


def _powers(register: Register) -> dict[str, set[str]]:
    """Id of a unit → the kinds of its powers, by the newest year of each public 权责清单."""
    found: dict[str, set[str]] = {}
    for dataset in register.public(Dataset):
        if dataset.kind is DatasetKind.POWERS and (tables := register.tables_of(dataset)):
            for name, mark in tables[-1].marks:
                if unit := register.unit(name):
                    found.setdefault(unit.id, set()).add(mark)
    return found
