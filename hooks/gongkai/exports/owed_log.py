"""What the duty matrix tells as time passes: what was not there when its day was over, and what came late."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator

from gongkai.exports.made import LogEntry
from gongkai.law.matrix import Cell, Matrix
from gongkai.records.vocabulary.norms import CellState, OwedChange

_DAY = dt.timedelta(days=1)
_Matter = tuple[dt.date, OwedChange, str, str]


def events(matrix: Matrix) -> list[LogEntry]:
    """One for a norm, a period, a day and what happened, with the units; the newest first."""
    found: dict[_Matter, list[Cell]] = defaultdict(list)
    for cell in matrix.cells:
        for day, kind in _of(cell, matrix.today):
            found[day, kind, cell.norm.number, cell.period].append(cell)
    told = [_entry(day, kind, cells) for (day, kind, _, _), cells in found.items()]
    return sorted(sorted(told, key=lambda each: each.id), key=lambda each: each.day, reverse=True)


def _of(cell: Cell, today: dt.date) -> Iterator[tuple[dt.date, OwedChange]]:
    """A cell without periods has no day that could be told."""
    if not cell.norm.cycle.months or not cell.due or cell.due >= today:
        return
    if cell.state is CellState.OVERDUE or cell.late:
        yield cell.due + _DAY, OwedChange.OVERDUE
    if cell.done and cell.late:
        yield cell.done, OwedChange.MADE_UP


def _entry(day: dt.date, kind: OwedChange, cells: list[Cell]) -> LogEntry:
    norm, period = cells[0].norm, cells[0].period
    units = "、".join(dict.fromkeys(cell.unit.label for cell in cells))
    said = (
        f"{'到期没有公开' if kind is OwedChange.OVERDUE else '逾期以后公开'}的：{units}。依据：{norm.basis}"
    )
    return LogEntry(day, kind, f"{norm.title}（{period}）", norm.place, said, number=_number(period))


def _number(period: str) -> int:
    """Two periods of one norm may be made up for on one day: 2025年, 2025年第三季度, 2025-03."""
    digits = "".join(str("一二三四".find(each) + 1 or each) for each in re.findall(r"[\d一二三四]", period))
    return int(digits or 0)
