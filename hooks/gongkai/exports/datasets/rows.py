"""The rows of a dataset, one year at a time, the oldest first."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem
from gongkai.exports.made import Cells
from gongkai.load import digest_of, read_rows
from gongkai.records.types.dataset import Dataset
from gongkai.records.vocabulary.datasets import FieldRole


class Rows:
    """Reads a year when it is asked for and remembers the last one only."""

    def __init__(self, root: Path, dataset: Dataset, register: Register) -> None:
        self.dataset = dataset
        self.register = register
        self._root = root
        self._files = {file.year: file for file in register.tables_of(dataset) if file.count}
        self._date = dataset.place_of(FieldRole.DATE)
        self._until = dataset.place_of(FieldRole.SHOWN_UNTIL)
        self._year, self._rows = 0, list[Cells]()

    @property
    def years(self) -> list[int]:
        """The years there is a file of, the oldest first; none that has not begun."""
        return [year for year in sorted(self._files) if year <= self.register.today.year]

    def digest(self, year: int) -> str:
        """Of the file with a year's rows, as it was checked."""
        return self._files[year].digest

    @property
    def dated(self) -> bool:
        """True when rows have a day."""
        return self._date is not None

    @property
    def withdrawn(self) -> int:
        """How many rows are shown no more, since the last day of their display has passed."""
        today, years = self.register.today.isoformat(), set(self.years)
        return sum(
            count
            for year, file in self._files.items()
            for (_, until), (_, count) in file.displays.items()
            if year in years and until and until < today
        )

    def of(self, year: int) -> list[Cells]:
        """A year's rows, the oldest first, those of one day as they stand in the file.

        What is dated later than the day of this run is left out, as everywhere, and so is what may be
        shown no more. Rows without dates
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
        for row in self._checked(year):
            if (date is None or row[date] <= today) and not self._ended(row, today):
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

    def _ended(self, row: Cells, today: str) -> bool:
        return self._until is not None and "" < row[self._until] < today

    def _checked(self, year: int) -> Iterator[Cells]:
        """The rows of the file that was checked; EnvironmentProblem when it is another one by now."""
        path = self._files[year].path
        file = self._root / path
        try:
            before = digest_of(file)
            if before == self._files[year].digest:
                yield from read_rows(file, self.dataset.columns)
            same = before == digest_of(file) == self._files[year].digest
        except FileNotFoundError:
            raise EnvironmentProblem(f"{path} 在生成网站时不见了，请放回去，再运行一次") from None
        except (ValueError, RuntimeError, csv.Error):
            same = False
        if not same:
            raise EnvironmentProblem(f"{path} 在生成网站时被换过，请再运行一次")

    def _shared(self) -> list[dict[str, str] | None]:
        number = self.dataset.place_of(FieldRole.NUMBER)
        return [None if place == number else {} for place in range(len(self.dataset.columns))]
