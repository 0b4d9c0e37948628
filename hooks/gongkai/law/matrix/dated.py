"""Cells with a day → duties as calendars know them; what another rule already puts there is left out."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.duties.duty import Duty, DutyState
from gongkai.law.matrix.cell import Cell, Matrix
from gongkai.records.vocabulary.norms import CellState

_STATES = {
    CellState.DUE_LATER: DutyState.DUE_LATER,
    CellState.DUE_SOON: DutyState.DUE_SOON,
    CellState.OVERDUE: DutyState.OVERDUE,
}


def as_duties(matrix: Matrix) -> Iterator[Duty]:
    """What is still open and has a last day."""
    for cell in matrix.cells:
        if cell.state in _STATES and cell.due and not cell.told_elsewhere:
            yield _duty(cell)


def _duty(cell: Cell) -> Duty:
    return Duty(
        key=f"matrix/{cell.key}",
        kind="matrix",
        title=f"公布{cell.norm.title}（{cell.period}）",
        record=cell.unit,
        units=(cell.unit,),
        due=cell.due,
        state=_STATES[cell.state],
        basis=cell.norm.basis,
        address=cell.norm.place,
        period=cell.period,
    )
