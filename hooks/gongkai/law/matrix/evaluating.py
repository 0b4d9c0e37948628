"""The column and its norms → the matrix on the register's day. Another day, another matrix."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from gongkai.column.register import Register
from gongkai.common.workdays import Workdays
from gongkai.law.matrix.cell import Cell, Matrix, Shown
from gongkai.law.matrix.evidence import shown
from gongkai.law.matrix.owing import Owed, Owing
from gongkai.law.matrix.spans import Asked, asked, shown_until
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.not_owed import NotOwed
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.norms import CellState, Cycle, Proof


def evaluate(register: Register, calendar: Workdays, soon: int) -> Matrix:
    """Every cell on the register's day; ``soon``: how many days before its day something is 临期."""
    norms = tuple(sorted(register.everything(DutyNorm), key=_order))
    units = tuple(unit for unit in register.units if not unit.merged_by(register.today))
    found = _Evaluation(register, calendar, soon)
    cells = [cell for norm in norms if norm.holds_on(register.today) for cell in found.cells(norm)]
    place = {unit.id: at for at, unit in enumerate(units)}
    cells.sort(key=lambda cell: place[cell.unit.id])
    return Matrix(norms, units, tuple(cells), register.today)


def _order(norm: DutyNorm) -> tuple[int, str]:
    """The country's first, then the city's, then the district's own."""
    return ("国家", "北京市", "本级").index(norm.level), norm.number


class _Evaluation:
    """One column on one day."""

    def __init__(self, register: Register, calendar: Workdays, soon: int) -> None:
        self._register, self._calendar, self._soon = register, calendar, soon
        self._owing = Owing(register)
        self._excuses = _excuses(register)

    @property
    def _today(self) -> dt.date:
        return self._register.today

    def cells(self, norm: DutyNorm) -> Iterator[Cell]:
        """The cells of a norm, unit by unit, then what merged units left open to their heirs."""
        evidence = shown(self._register, norm)
        for period in asked(norm, self._today, self._calendar, self._soon):
            for owed in self._owing.units(norm, self._today, period):
                cell = self._cell(norm, owed, period, evidence.get(owed.unit.id, []))
                if cell.evidence or not owed.if_shown:
                    yield cell
            yield from self._left_open(norm, period, evidence)

    def _cell(
        self, norm: DutyNorm, owed: Owed, period: Asked, evidence: Sequence[Shown], heir: Unit | None = None
    ) -> Cell:
        unit = owed.unit
        fitting = tuple(each for each in evidence if _fits(norm, each, period) and _there(each, self._today))
        fitting = tuple(dict.fromkeys((*owed.kept, *fitting)))
        days = [each.day for each in fitting if each.day]
        done = min(days) if days and norm.cycle is not Cycle.EACH and not owed.lacking else None
        excuse = self._excuses.get(((heir or unit).id, norm.number))
        until = self._shown_until(norm, fitting)
        kept = bool(fitting) and not owed.lacking
        state, told = self._state(period, kept=kept, known=not owed.untold), owed.untold
        if until and until < self._today and state is CellState.DONE:
            # what was decided since may be missing: nobody can tell
            state, told = CellState.UNKNOWN, f"数据更新到的日子只看得出{until}以前的都公开了"
        if owed.lacking:
            told = "没有的：" + "、".join(owed.lacking)
        return Cell(
            norm=norm,
            unit=heir or unit,
            state=CellState.NOT_OWED if excuse else state,
            period=period.name,
            due=period.due or until,
            done=done,
            evidence=fitting,
            excuse=excuse,
            told=told if owed.lacking or state is CellState.UNKNOWN else "",
            merged=unit if heir else None,
            began=bool(evidence) or _begun(norm, unit),
        )

    def _shown_until(self, norm: DutyNorm, evidence: Sequence[Shown]) -> dt.date | None:
        """Of what is owed for each case: up to which day its sources show that it was kept in time."""
        brought = [each.brought_to for each in evidence if each.brought_to]
        if norm.cycle is not Cycle.EACH or not brought:
            return None
        return shown_until(norm, max(brought), self._calendar)

    def _state(self, period: Asked, *, kept: bool, known: bool) -> CellState:
        if kept:
            return CellState.DONE
        if not known:
            return CellState.UNKNOWN
        if period.due is None:
            return CellState.BLANK if period.begun else CellState.DUE_LATER
        if period.due < self._today:
            return CellState.OVERDUE
        near = (period.due - self._today).days <= self._soon
        return CellState.DUE_SOON if near else CellState.DUE_LATER

    def _left_open(self, norm: DutyNorm, period: Asked, evidence: dict[str, list[Shown]]) -> Iterator[Cell]:
        """What a unit owed for a period that was over before it was merged, and had not published by then."""
        if period.last is None or not norm.cycle.months:
            return
        for owed in self._owing.units(norm, period.last, period):
            unit = owed.unit
            heir = self._register.unit(unit.merged_into) if unit.merged_into else None
            if not unit.merged_by(self._today) or heir is None or heir.merged_by(self._today):
                continue
            own = [*evidence.get(unit.id, []), *_named_for(evidence.get(heir.id, []), unit)]
            cell = self._cell(norm, owed, period, own, heir)
            if cell.state is not CellState.DONE and not owed.untold and not owed.if_shown:
                yield cell


def _begun(norm: DutyNorm, unit: Unit) -> bool:
    """Whether a unit has written part of its particulars: then a rule of its own asks for the rest."""
    return Proof.UNIT in norm.evidence.kinds and bool(unit.leaders or unit.offices)


def _named_for(evidence: Sequence[Shown], unit: Unit) -> list[Shown]:
    """What the heir published in the merged unit's name."""
    return [each for each in evidence if any(name in each.title for name in unit.names)]


def _fits(norm: DutyNorm, each: Shown, period: Asked) -> bool:
    """Whether evidence is of the period: what is of no time counts for what stands always, and by its day."""
    if period.first is None or period.last is None:
        return True
    if each.first is None or each.last is None:
        return each.day is not None and _on_its_days(norm, each.day, period.first, period.last)
    if norm.cycle is Cycle.EACH:
        return each.last >= period.first and each.first <= period.last
    return period.first <= each.first and each.last <= period.last


def _on_its_days(norm: DutyNorm, day: dt.date, first: dt.date, last: dt.date) -> bool:
    """Whether what names no time appeared when that of a period does: within it, or when it is over."""
    told = norm.limit.until or norm.limit.asked_from or ""
    if norm.cycle is Cycle.EACH or told.startswith("当年"):
        return first <= day <= last
    return last < day <= last + (last - first)


def _there(each: Shown, today: dt.date) -> bool:
    return each.day is None or each.day <= today


def _excuses(register: Register) -> dict[tuple[str, str], NotOwed]:
    """(unit, norm) → why it is not owed, of the records that hold on the day."""
    found: dict[tuple[str, str], NotOwed] = {}
    for each in register.everything(NotOwed):
        if each.holds_on(register.today) and (unit := register.unit(each.unit)):
            found.setdefault((unit.id, each.number), each)
    return found
