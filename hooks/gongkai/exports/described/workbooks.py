"""Files of CSV as a workbook, where a spreadsheet program would spoil them: long numbers are no amounts.

Opened as CSV, eighteen digits become 1.23E+17 and a leading nought is lost. In the workbook such cells are
texts, numbers are numbers and days are days. The same cells give the same bytes.
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from gongkai.common import kept_whole
from gongkai.exports.made import Cell, DataFile, OpenData, Resource, RowFile, Table
from gongkai.exports.row_shapes import DAY, INTEGER, NUMBER, TEXT

#: what a spreadsheet takes for a number and shows as another one
_SPOILT = re.compile(r"(?:\d{12,}|0\d+)")
#: no workbook of more lines: it would take longer than all the rest, and a sheet ends at a million
_MOST = 100_000
#: changes with what is written here
_FORM = "1"
_CREATED = dt.datetime(2000, 1, 1)


class Workbooks:
    """Writes them; finished ones are kept from one run to the next."""

    def __init__(self, stage: Path, work: Path) -> None:
        self._stage, self._work = stage, work
        self._used: set[str] = set()

    def __enter__(self) -> Workbooks:
        self._work.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for path in sorted(self._work.iterdir()):
            if path.name not in self._used:
                path.unlink()

    def beside(self, each: OpenData) -> OpenData:
        """A set with its workbook, where it needs one."""
        made = self._made(each.resources)
        return replace(each, files=(*each.files, made)) if made else each

    def of_rows(self, dataset: Table, files: Sequence[Resource]) -> Table:
        """A dataset's rows with a workbook of each file that needs one."""
        years = {file.path: file.year for file in dataset.files}
        made = [(self._made([each]), years[each.path]) for each in files]
        books = [RowFile(file.path, file.label, file.size, year) for file, year in made if file]
        return replace(dataset, files=[*dataset.files, *books])

    def _made(self, tables: Sequence[Resource]) -> DataFile | None:
        if not any(_spoilt(self._stage / table.path, table.columns) for table in tables):
            return None
        path = tables[0].path.removesuffix(".csv") + ".xlsx"
        name = f"{self._digest(tables)}.xlsx"
        kept, data = kept_whole.found(self._work, name) or self._kept(name, tables)
        self._used.add(kept.name)
        (self._stage / path).write_bytes(data)
        return DataFile(path, "Excel 工作簿，长号码不走样", len(data))

    def _kept(self, name: str, tables: Sequence[Resource]) -> tuple[Path, bytes]:
        making = self._work / f"{name}.new"
        _make(self._stage, tables, making)
        data = making.read_bytes()
        return kept_whole.put(self._work, name, data), data

    def _digest(self, tables: Sequence[Resource]) -> str:
        whole = hashlib.sha256(_FORM.encode())
        for table in tables:
            whole.update(repr((table.label, table.columns)).encode())
            whole.update((self._stage / table.path).read_bytes())
        return whole.hexdigest()[:32]


def _spoilt(path: Path, columns: Sequence[Cell]) -> bool:
    places = [place for place, each in enumerate(columns) if each.kind == TEXT]
    found = False
    for number, row in enumerate(_lines(path)):
        if number == _MOST:
            return False
        found = found or any(_SPOILT.fullmatch(row[place]) for place in places)
    return found


def _lines(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows


def _make(stage: Path, tables: Sequence[Resource], target: Path) -> None:
    book = Workbook(target, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _CREATED})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    names: set[str] = set()
    for table in tables:
        sheet = book.add_worksheet(_sheet_name(table.label, names))
        for place, column in enumerate(table.columns):
            sheet.write_string(0, place, column.name)
        for number, row in enumerate(_lines(stage / table.path), 1):
            for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
                _put(sheet, number, place, cell, column.kind, day)
    book.close()


def _put(sheet: Worksheet, row: int, place: int, cell: str, kind: str, day: object) -> None:
    if not cell:
        return
    if kind in (INTEGER, NUMBER):
        sheet.write_number(row, place, float(cell))
    elif kind == DAY:
        sheet.write_datetime(row, place, dt.datetime.fromisoformat(cell), day)
    else:
        sheet.write_string(row, place, cell.removeprefix("'") if cell[1:2] in "=+-@" else cell)


def _sheet_name(label: str, taken: set[str]) -> str:
    """At most 31 signs, none that a workbook refuses, and each once."""
    plain = re.sub(r"[\[\]:*?/\\：']", " ", label)[:28]
    name = next(n for n in (plain, *(f"{plain}{count}" for count in range(2, 99))) if n not in taken)
    taken.add(name)
    return name
