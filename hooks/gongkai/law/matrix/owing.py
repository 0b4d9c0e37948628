"""A norm and the column → the units that owe it, and those of which that is not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.register import Register
from gongkai.law.matrix.causes import Cases, cases
from gongkai.law.matrix.cell import Shown
from gongkai.law.matrix.spans import Asked
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.datasets import DatasetKind
from gongkai.records.vocabulary.norms import Joining

#: what lists a unit's powers, and what shows that it used one → the power
_LISTS = frozenset((DatasetKind.POWERS, DatasetKind.RESPONSIBILITIES))
_USES = {
    DatasetKind.PERMITS: "行政许可",
    DatasetKind.PENALTIES: "行政处罚",
    DatasetKind.INSPECTIONS: "行政检查",
    DatasetKind.MATTERS: "行政检查",
}


@dataclass(frozen=True, slots=True)
class Owed:
    """A unit that may owe something. ``untold``: why nobody can tell; empty where it is known to owe it.

    ``kept`` and ``lacking`` are its cases, where a norm says what they follow from. ``if_shown``: it has
    none that the column knows of; only what it shows all the same makes a cell.
    """

    unit: Unit
    untold: str = ""
    kept: tuple[Shown, ...] = ()
    lacking: tuple[str, ...] = ()
    if_shown: bool = False


class Owing:
    """Who owes what in one column on one day: kinds, powers, tasks and names of units."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._listed, self._proven = _listed(register), _proven(register)

    def units(self, norm: DutyNorm, day: dt.date, period: Asked) -> Iterator[Owed]:
        """All that existed on a day and owe it, or may owe it: then it says why nobody can tell."""
        named = [unit for name in norm.owed_by.names if (unit := self._register.unit(name))]
        if norm.owed_by.joining is Joining.LEADER:
            named = named[:1]
        found = cases(self._register, norm.owed_by.cause, period) if norm.owed_by.cause else None
        for unit in self._register.units:
            if unit.merged_by(day) or not self._fits(norm, unit, named):
                continue
            powers = self._powers_of(norm, unit)
            if powers is not None:
                yield _owed(norm, unit, found, powers)

    def _powers_of(self, norm: DutyNorm, unit: Unit) -> str | None:
        """None where it has none of the powers; else why it cannot be told, empty where it has one."""
        asked = norm.owed_by.powers
        if not asked or not self._proven.get(unit.id, set()).isdisjoint(asked):
            return ""
        listed = self._listed.get(unit.id)
        if listed is None:
            return f"没有公开它的权责清单，看不出有没有{'、'.join(asked)}的职权"
        return None if listed.isdisjoint(asked) else ""

    @staticmethod
    def _fits(norm: DutyNorm, unit: Unit, named: list[Unit]) -> bool:
        owed_by = norm.owed_by
        if owed_by.names and unit not in named:
            return False
        if owed_by.task and owed_by.task not in unit.charged_with:
            return False
        return owed_by.asks(unit.kind) or owed_by.unsure_of(unit.kind)


def _owed(norm: DutyNorm, unit: Unit, found: Cases | None, powers: str) -> Owed:
    unsure = powers or (_unsure(norm, unit) if norm.owed_by.unsure_of(unit.kind) else "")
    if found is None:
        return Owed(unit, unsure)
    if case := found.of_unit.get(unit.id):
        return Owed(unit, unsure, tuple(case.kept), tuple(case.lacking))
    why = "" if unit.id in found.none else found.otherwise
    return Owed(unit, why or unsure, if_shown=not why)


def _unsure(norm: DutyNorm, unit: Unit) -> str:
    return norm.untold or f"依据没有说清{unit.kind.value}算不算"


def _listed(register: Register) -> dict[str, set[str]]:
    """Id of a unit → the kinds of its powers, by the newest year of each public list of them."""
    found: dict[str, set[str]] = {}
    for dataset in register.public(Dataset):
        if dataset.kind in _LISTS and (tables := register.tables_of(dataset)):
            for name, mark in tables[-1].marks:
                if unit := register.unit(name):
                    found.setdefault(unit.id, set()).add(mark)
    return found


def _proven(register: Register) -> dict[str, set[str]]:
    """The same of what a unit has done with a power, by the rows of its tables."""
    found: dict[str, set[str]] = {}
    for dataset in register.public(Dataset):
        if power := _USES.get(dataset.kind):
            for table in register.tables_of(dataset):
                for name in sorted({name for name, _ in (*table.months, *table.marks)}):
                    if unit := register.unit(name):
                        found.setdefault(unit.id, set()).add(power)
    return found
