"""A dataset's rows apart: year by year, and in a year by the first column that rows are narrowed by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from gongkai.column.register import Register
from gongkai.exports.datasets.rows import Rows
from gongkai.exports.made import ROWS_OF_A_PAGE, Cells, RowGroup
from gongkai.records.types.dataset import Dataset


def divider(dataset: Dataset) -> int | None:
    """The place of the column by which years are divided; None where they are not."""
    return dataset.facets[0] if dataset.facets else None


def word_of(row: Cells, place: int | None) -> str:
    """What a row says in that column."""
    return "" if place is None else row[place]


def groups(
    year: int, counts: Mapping[str, int], dataset: Dataset, register: Register
) -> tuple[RowGroup, ...]:
    """A year's groups: ``counts`` are the words of the column that divides with how many rows have each."""
    slugs = dict.fromkeys(counts, "") if divider(dataset) is None else _slugs(counts, register)
    return tuple(RowGroup(year, value, slugs[value], counts[value]) for value in sorted(counts))


def _slugs(values: Iterable[str], register: Register) -> dict[str, str]:
    """Places in addresses: a unit's file name; for other words something that stays the same.

    A unit that rows of one year call by several names has it for its present name, or the first.
    """
    units = {value: register.unit(value) for value in values}
    slugs: dict[str, str] = {}
    present_first = sorted(units, key=lambda value: (getattr(units[value], "name", "") != value, value))
    for value in present_first:
        unit = units[value]
        own = f"x{hashlib.sha256(value.encode()).hexdigest()[:8]}"
        slugs[value] = own if unit is None or unit.slug in slugs.values() else unit.slug
    return slugs


class RowPages:
    """Reads the rows of any page; those of one year are remembered, so pages are asked year by year."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._year, self._parts = 0, dict[str, list[Cells]]()

    def page(self, group: RowGroup, number: int) -> Sequence[Cells]:
        """The rows of one page of a group, the newest first; pages count from 1."""
        if group.year != self._year:
            self._year, self._parts = group.year, self._split(group.year)
        rows = self._parts[group.value]
        end = len(rows) - (number - 1) * ROWS_OF_A_PAGE
        return rows[max(0, end - ROWS_OF_A_PAGE) : end][::-1]

    def _split(self, year: int) -> dict[str, list[Cells]]:
        place = divider(self._rows.dataset)
        parts: dict[str, list[Cells]] = {}
        for row in self._rows.of(year):
            parts.setdefault(word_of(row, place), []).append(row)
        return parts
