"""Rows of a dataset that figures are worked out from → what their numbers add up to, by day and unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from gongkai.records.types.dataset import Dataset
from gongkai.records.vocabulary.datasets import EACH_ROW, FieldRole, FieldType

_COUNTED = {FieldType.INTEGER, FieldType.DECIMAL, FieldType.YES}


class Sums:
    """Adds up row after row; 是 counts 1. What is no number counts nothing: it is told as a faulty cell."""

    def __init__(self, dataset: Dataset) -> None:
        self.found: dict[tuple[str, str], dict[str, Decimal]] = {}
        self._day, self._unit = dataset.place_of(FieldRole.DATE), dataset.place_of(FieldRole.UNIT)
        self._columns = [
            (place, field.name, field.type is FieldType.YES)
            for place, field in enumerate(dataset.columns)
            if field.type in _COUNTED
        ]

    def add(self, cells: Sequence[str]) -> None:
        """One row, its cells in the order of the columns."""
        key = (_of(cells, self._day), _of(cells, self._unit))
        sums = self.found.setdefault(key, {})
        sums[EACH_ROW] = sums.get(EACH_ROW, Decimal(0)) + 1
        for place, name, yes in self._columns:
            sums[name] = sums.get(name, Decimal(0)) + (_yes(cells[place]) if yes else _number(cells[place]))


def _of(cells: Sequence[str], place: int | None) -> str:
    return "" if place is None else cells[place]


def _yes(cell: str) -> Decimal:
    return Decimal(int(cell == "是"))


def _number(cell: str) -> Decimal:
    try:
        number = Decimal(cell or 0)
    except InvalidOperation:
        return Decimal(0)
    return number if number.is_finite() else Decimal(0)
