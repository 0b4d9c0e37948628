"""What pages need of a dataset: its counts, its newest rows, and any page of its rows."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gongkai.exports.datasets.files import Made
from gongkai.exports.datasets.rows import Cells, Rows
from gongkai.records.types.dataset import DataField

#: rows of a page for readers without scripts
PAGE = 200
#: the newest rows, shown on the dataset's own page
NEWEST = 20


@dataclass(frozen=True)
class Group:
    """The rows that a run of pages shows: of one year, and of one unit where there are units."""

    year: int
    value: str
    #: its place in addresses; empty where a year is not divided
    slug: str
    count: int

    @property
    def label(self) -> str:
        return f"{self.year}年{self.value}"

    @property
    def pages(self) -> int:
        return -(-self.count // PAGE)

    def url(self, root: str) -> str:
        """Where its first page stands, below the dataset's own address."""
        return f"{root}{self.year}/{self.slug}/" if self.slug else f"{root}{self.year}/"


class Table:
    """A dataset that was written; years are added the oldest first."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.dataset = rows.dataset
        facets = rows.dataset.facets
        self._divided = facets[0] if facets else None
        self.count = 0
        #: year → how many rows, the newest first
        self.years: dict[int, int] = {}
        self.newest: list[Cells] = []
        #: column that rows are narrowed by → its words
        self.words: dict[str, list[str]] = {rows.dataset.columns[place].name: [] for place in facets}
        self.groups: list[Group] = []
        self.files: Sequence[Made] = ()
        #: of the files that a browser searches
        self.version = ""
        self._year, self._parts = 0, dict[str, list[Cells]]()

    @property
    def columns(self) -> tuple[DataField, ...]:
        return self.dataset.columns

    @property
    def divided_by(self) -> str | None:
        """The column by which years are divided into pages."""
        return None if self._divided is None else self.columns[self._divided].name

    def add(self, year: int, rows: Sequence[Cells]) -> None:
        """Take note of a year."""
        if not rows:
            return
        self.count += len(rows)
        self.years = {year: len(rows), **self.years}
        self.newest = [*reversed(rows[-NEWEST:]), *self.newest][:NEWEST]
        counts = Counter("" if self._divided is None else row[self._divided] for row in rows)
        for place in self.dataset.facets:
            words = self.words[self.columns[place].name]
            words[:] = sorted({*words, *{row[place] for row in rows}})
        self.groups = [*self.divide(year, counts), *self.groups]

    def divide(self, year: int, counts: Mapping[str, int]) -> list[Group]:
        """A year's rows apart by the column years are divided by: its words with how many rows have each."""
        slugs = self._slugs(counts)
        return [Group(year, value, slugs[value], counts[value]) for value in sorted(counts)]

    def page(self, year: int, value: str, number: int) -> list[Cells]:
        """The rows of one page of a group, the newest first; pages count from 1."""
        if year != self._year:
            self._year, self._parts = year, self._split(year)
        rows = self._parts[value]
        end = len(rows) - (number - 1) * PAGE
        return rows[max(0, end - PAGE) : end][::-1]

    def _split(self, year: int) -> dict[str, list[Cells]]:
        parts: dict[str, list[Cells]] = {}
        for row in self.rows.of(year):
            parts.setdefault("" if self._divided is None else row[self._divided], []).append(row)
        return parts

    def _slugs(self, values: Iterable[str]) -> dict[str, str]:
        """Places in addresses: a unit's file name; for other words something that stays the same.

        A unit that rows of one year call by several names has it for its present name, or the first.
        """
        if self._divided is None:
            return dict.fromkeys(values, "")
        units = {value: self.rows.register.unit(value) for value in values}
        slugs: dict[str, str] = {}
        present_first = sorted(values, key=lambda value: (getattr(units[value], "name", "") != value, value))
        for value in present_first:
            unit = units[value]
            own = f"x{hashlib.sha256(value.encode()).hexdigest()[:8]}"
            slugs[value] = own if unit is None or unit.slug in slugs.values() else unit.slug
        return slugs
