"""The rows of a dataset, one year at a time, the oldest first."""

from __future__ import annotations

from pathlib import Path

from gongkai.load import read_rows
from gongkai.records.dataset import Dataset
from gongkai.records.vocabulary.datasets import FieldRole
from gongkai.register import Register

Cells = tuple[str, ...]


class Rows:
    """Reads a year when it is asked for and remembers the last one only."""

    def __init__(self, root: Path, dataset: Dataset, register: Register) -> None:
        self.dataset = dataset
        self.register = register
        self._files = {file.year: root / file.path for file in register.tables_of(dataset) if file.count}
        self._date = dataset.place_of(FieldRole.DATE)
        self._year, self._rows = 0, list[Cells]()

    @property
    def years(self) -> list[int]:
        """The years there is a file of, the oldest first; none that has not begun."""
        return [year for year in sorted(self._files) if year <= self.register.today.year]

    def file(self, year: int) -> Path:
        """Where the rows of a year stand."""
        return self._files[year]

    @property
    def dated(self) -> bool:
        """True when rows have a day."""
        return self._date is not None

    def of(self, year: int) -> list[Cells]:
        """A year's rows, the oldest first, those of one day as they stand in the file.

        What is dated later than the day of this run is left out, as everywhere. Rows without dates
        stand from the last to the first: readers, shown the newest first, see them as written.
        """
        if year != self._year:
            self._rows = []
            self._year, self._rows = year, self._read(year)
        return self._rows

    def _read(self, year: int) -> list[Cells]:
        date, today = self._date, self.register.today.isoformat()
        shared = self._shared()
        found: list[Cells] = []
        for row in read_rows(self._files[year], self.dataset.columns):
            if date is None or row[date] <= today:
                # few words stand in many rows: they are kept once
                found.append(
                    tuple(
                        [
                            cell if words is None else words.setdefault(cell, cell)
                            for cell, words in zip(row, shared, strict=True)
                        ]
                    )
                )
        if date is None:
            found.reverse()
        else:
            found.sort(key=lambda row: row[date])
        return found

    def _shared(self) -> list[dict[str, str] | None]:
        number = self.dataset.place_of(FieldRole.NUMBER)
        return [None if place == number else {} for place in range(len(self.dataset.columns))]
