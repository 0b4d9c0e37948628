"""The whole column as one SQLite file: a table for each type, a table below it for each list of parts.

The file depends on the rows alone: fixed page size, rows in the order they are added,
packed at the end, and no trace of which SQLite wrote it.
"""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from gongkai.exports import record_rows
from gongkai.exports.opendata.tables import Table, fields_of, own_values, public_values
from gongkai.exports.record_rows import Json, Row
from gongkai.records.base import ContentRecord, Record
from gongkai.records.description import Value

PAGE = 4096
PLACE = "项次"
#: where the header says which SQLite wrote the file, and what stands there instead
_WRITER, _ANY_WRITER = 96, struct.pack(">I", 3_040_000)


@dataclass(frozen=True)
class Shape:
    """A table: what tells its rows apart, its columns, and the parts that have tables below it."""

    name: str
    place: tuple[str, ...]
    columns: tuple[str, ...]
    numbers: frozenset[str]
    parts: tuple[tuple[str, Shape], ...]

    @property
    def whole(self) -> Iterator[Shape]:
        """The table itself, then every table below it, outer before inner."""
        yield self
        for _, part in self.parts:
            yield from part.whole


def shape_of(record_type: type[Record]) -> Shape:
    """The tables that hold one type."""
    own = own_values(record_type)
    text = (record_rows.TEXT,) if issubclass(record_type, ContentRecord) else ()
    keys = [key for key in (*record_rows.keys(record_type), *text) if key != record_rows.ID]
    flat = [key for key in keys if key not in own or not own[key].parts]
    return _shape(record_type.LABEL, (record_rows.ID,), flat, own.values())


def _shape(name: str, place: tuple[str, ...], columns: Sequence[str], values: Iterable[Value]) -> Shape:
    values = list(values)
    numbers = frozenset(each.key for each in values if each.leaf is int and not each.many)
    parts = tuple((each.key, _part(name, place, each)) for each in values if each.parts)
    return Shape(name, place, tuple(columns), numbers, parts)


def _part(above: str, place: tuple[str, ...], value: Value) -> Shape:
    """A part's table: its record, its number there, and that of the part it stands in."""
    numbered = (*place[:-1], f"{above.rsplit('_', 1)[-1]}{PLACE}") if len(place) > 1 else place
    inner = public_values(value.parts)
    flat = [each.key for each in inner if not each.parts]
    return _shape(f"{above}_{value.key}", (*numbered, PLACE), flat, inner)


class Database:
    """Writes the file; rows are added type by type."""

    def __init__(self, path: Path, tables: Sequence[Table]) -> None:
        self._path = path
        self._tables = tables
        self._shapes = {table.section: shape_of(table.record_type) for table in tables}

    def __enter__(self) -> Database:
        self._file = sqlite3.connect(self._path, isolation_level=None)
        for words in (f"PRAGMA page_size = {PAGE}", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"):
            self._file.execute(words)
        self._file.execute("BEGIN")
        for shape in self._shapes.values():
            for each in shape.whole:
                self._file.execute(_create(each))
        self._describe()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._file.execute("COMMIT")
                self._file.execute("VACUUM")
        finally:
            self._file.close()
        if kind is None:
            with self._path.open("r+b") as file:
                file.seek(_WRITER)
                file.write(_ANY_WRITER)

    def add(self, table: Table, row: Row) -> None:
        """One record with everything in it."""
        for shape, values in _rows(self._shapes[table.section], row, (row[record_rows.ID],)):
            self._file.execute(_insert(shape), values)

    def add_table(self, name: str, columns: Mapping[str, str], rows: Iterable[Sequence[Json]]) -> None:
        """A table of its own, of what is worked out: column → what it means; the first tells rows apart."""
        first, *_ = columns
        named = ", ".join(f'"{column}" TEXT' for column in columns)
        self._file.execute(f'CREATE TABLE "{name}" ({named}, PRIMARY KEY ("{first}"))')
        marks = ", ".join("?" * len(columns))
        cells = ([_cell(value) for value in row] for row in rows)
        self._file.executemany(f'INSERT INTO "{name}" VALUES ({marks})', cells)
        said = ((name, key, words) for key, words in columns.items())
        self._file.executemany('INSERT INTO "字段说明" VALUES (?, ?, ?)', said)

    def _describe(self) -> None:
        """字段说明, so that the file explains itself."""
        self._file.execute('CREATE TABLE "字段说明" ("表" TEXT, "列" TEXT, "说明" TEXT)')
        for table in self._tables:
            said = ((table.record_type.LABEL, key, words) for key, words in fields_of(table.record_type))
            self._file.executemany('INSERT INTO "字段说明" VALUES (?, ?, ?)', said)


def _rows(shape: Shape, row: Row, place: tuple[Json, ...]) -> Iterator[tuple[Shape, tuple[Json, ...]]]:
    yield shape, (*place, *(_cell(row[key]) for key in shape.columns))
    for key, part in shape.parts:
        inner = row[key]
        for number, each in enumerate(inner if isinstance(inner, list) else [inner], 1):
            if isinstance(each, dict):
                yield from _rows(part, each, (*place, number))


def _cell(value: Json) -> Json:
    """Lists of words as a JSON list, which SQLite's own functions take apart.

    Texts are handed over as copies: Python keeps the UTF-8 of a text that SQLite was given
    for as long as the text lives, and the texts of all records live to the end.
    """
    if isinstance(value, str):
        return value[:1] + value[1:]
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _create(shape: Shape) -> str:
    kinds = dict.fromkeys((*shape.place[1:], *shape.numbers), "INTEGER")
    columns = [f'"{key}" {kinds.get(key, "TEXT")}' for key in (*shape.place, *shape.columns)]
    key = ", ".join(f'"{each}"' for each in shape.place)
    return f'CREATE TABLE "{shape.name}" ({", ".join(columns)}, PRIMARY KEY ({key}))'


def _insert(shape: Shape) -> str:
    marks = ", ".join("?" * (len(shape.place) + len(shape.columns)))
    return f'INSERT INTO "{shape.name}" VALUES ({marks})'
