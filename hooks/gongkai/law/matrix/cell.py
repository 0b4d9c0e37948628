"""A cell of the matrix: one unit and what one norm asks of it, for one period, on the day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.not_owed import NotOwed
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.norms import CellState, Joining

#: the worst first: what a cell of several periods, and a duty of several units, is shown as
WORST = (
    CellState.OVERDUE,
    CellState.BLANK,
    CellState.DUE_SOON,
    CellState.UNKNOWN,
    CellState.DUE_LATER,
    CellState.DONE,
    CellState.NOT_OWED,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece of evidence of a unit: what it is called, where it stands, its day, for which time it is."""

    title: str
    address: str
    #: the day it appeared; None where nothing tells it, as of a unit's own particulars
    day: dt.date | None
    #: the first and last day it is about; None where it stands for any time
    first: dt.date | None = None
    last: dt.date | None = None
    #: up to which day the source was brought; what was decided later is not in it
    brought_to: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a unit owes by a norm, and where it stands.

    ``due`` is None where no day can be reckoned. ``done`` is the day the first evidence appeared.
    ``excuse`` is the record that says it is not owed. ``merged`` is the unit that owed it before it was
    merged into this one.
    """

    norm: DutyNorm
    unit: Unit
    state: CellState
    period: str = ""
    due: dt.date | None = None
    done: dt.date | None = None
    evidence: tuple[Shown, ...] = ()
    excuse: NotOwed | None = None
    #: of what nobody can tell: why not; of several cases: which are missing
    told: str = ""
    merged: Unit | None = None
    #: whether the unit ever published anything of the kind, for any period
    began: bool = False

    @property
    def reason(self) -> str:
        """Why it is not owed, why nobody can tell, or which case is missing; empty for the others."""
        return self.excuse.reason if self.excuse else self.told

    @property
    def late(self) -> bool:
        """True when it appeared after its day."""
        return self.done is not None and self.due is not None and self.done > self.due

    @property
    def told_elsewhere(self) -> bool:
        """True when another rule asks already: it looks at units that have begun, from some year on."""
        since = self.norm.other_since
        asked = since is None or self.period[:4] >= str(since.year)
        return bool(self.norm.other_rule) and self.began and asked

    @property
    def key(self) -> str:
        """Unique, and the same in every run."""
        parts = (
            self.norm.number.lower(),
            self.unit.slug,
            self.period,
            self.merged.slug if self.merged else "",
        )
        return "/".join(filter(None, parts))


def worst(states: Sequence[CellState]) -> CellState:
    """The one that is told of several."""
    return next(each for each in WORST if each in states)


@dataclass(frozen=True)
class Mark:
    """All cells of a unit and a norm as one place of the table: the worst of them stands for all."""

    norm: DutyNorm
    unit: Unit
    cells: tuple[Cell, ...]

    @property
    def state(self) -> CellState:
        return worst([each.state for each in self.cells])

    @property
    def cell(self) -> Cell:
        """The one that is told."""
        return next(each for each in self.cells if each.state is self.state)


@dataclass(frozen=True)
class Matrix:
    """Every norm of the column, those that ended among them, and every cell on the day."""

    norms: tuple[DutyNorm, ...] = ()
    units: tuple[Unit, ...] = ()
    cells: tuple[Cell, ...] = ()
    today: dt.date = field(default=dt.date.min)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """One for each unit and norm that has cells."""
        found: dict[tuple[str, str], list[Cell]] = {}
        for cell in self.cells:
            found.setdefault((cell.unit.id, cell.norm.number), []).append(cell)
        return tuple(Mark(each[0].norm, each[0].unit, tuple(each)) for each in found.values())

    @cached_property
    def in_force(self) -> tuple[DutyNorm, ...]:
        """The norms that hold on the day."""
        return tuple(norm for norm in self.norms if norm.holds_on(self.today))

    def of_unit(self, unit: Unit) -> tuple[Mark, ...]:
        """What a unit owes, in the order of the norms."""
        return self._of_unit.get(unit.id, ())

    @cached_property
    def _of_unit(self) -> dict[str, tuple[Mark, ...]]:
        found: dict[str, list[Mark]] = {}
        for mark in self.marks:
            found.setdefault(mark.unit.id, []).append(mark)
        return {key: tuple(marks) for key, marks in found.items()}

    def of_norm(self, norm: DutyNorm) -> tuple[Mark, ...]:
        """The units that owe it, in their order."""
        return tuple(mark for mark in self.marks if mark.norm.number == norm.number)

    @cached_property
    def silent(self) -> tuple[Unit, ...]:
        """The units that owe something and have shown nothing of all they owe."""
        return tuple(unit for unit in self.units if self.of_unit(unit) and self._nothing(unit))

    def _nothing(self, unit: Unit) -> bool:
        states = {mark.state for mark in self.of_unit(unit)}
        kept = any(cell.state is CellState.DONE for mark in self.of_unit(unit) for cell in mark.cells)
        return not kept and any(state.missing for state in states)

    @cached_property
    def counts(self) -> Counter[CellState]:
        """How many places of the table have each state."""
        return Counter(mark.state for mark in self.marks)

    def joint_state(self, norm: DutyNorm) -> CellState | None:
        """Where a duty of several units stands: kept when all kept it; None for one of each by itself."""
        if norm.owed_by.joining is not Joining.ALL:
            return None
        states = [mark.state for mark in self.of_norm(norm) if mark.state is not CellState.NOT_OWED]
        return worst(states) if states else None
