"""The whole column as one SQLite file: a table for each type, a table below it for each list of parts.

Numbers are numbers, a part's row leads to what it stands in, and what has no row has no table but the types
themselves. The file depends on the rows alone: fixed page size, rows in the order they are added, and no
trace of which SQLite wrote it.
"""

from __future__ import annotations

import sqlite3
import struct
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from types import TracebackType

from gongkai.exports import record_rows
from gongkai.exports.opendata.tables import Table, fields_of
from gongkai.exports.record_rows import Json, Row
from gongkai.exports.row_shapes import INTEGER, NUMBER, TEXT, Shape, nested

PAGE = 4096
#: every record of any type with a row, which others lead to; which record names which
RECORDS, LINKS = "记录", "关联"
#: where the header says which SQLite wrote the file, and what stands there instead
_WRITER, _ANY_WRITER = 96, struct.pack(">I", 3_040_000)
#: rows that wait to be written together
_AT_ONCE = 500
_KINDS = {INTEGER: "INTEGER", NUMBER: "REAL"}
#: (columns of a table, the table they lead to, the columns that tell its rows apart)
Lead = tuple[Sequence[str], str, Sequence[str]]


class Database:
    """Writes the file; rows are added type by type."""

    def __init__(self, path: Path, tables: Sequence[Table]) -> None:
        self._path = path
        self._tables = tables
        self._waiting: dict[str, list[Sequence[Json]]] = defaultdict(list)
        self._made: set[str] = set()

    def __enter__(self) -> Database:
        self._file = sqlite3.connect(self._path, isolation_level=None)
        for words in (f"PRAGMA page_size = {PAGE}", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"):
            self._file.execute(words)
        self._file.execute("BEGIN")
        self._create(RECORDS, {"id": TEXT, "种类": TEXT, "网址": TEXT}, ("id",), ())
        for table in self._tables:
            self._create_shape(nested(table.record_type), None)
        self._describe()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                for name in list(self._waiting):
                    self._flush(name)
                self._file.execute("COMMIT")
        finally:
            self._file.close()
        if kind is None:
            with self._path.open("r+b") as file:
                file.seek(_WRITER)
                file.write(_ANY_WRITER)

    def add(self, table: Table, row: Row) -> None:
        """One record with everything in it."""
        top = nested(table.record_type)
        self._put(RECORDS, (row[record_rows.ID], top.name, row[record_rows.ADDRESS]))
        above: dict[str, Shape] = {part.name: shape for shape in top.whole for _, part in shape.parts}
        for shape, values in top.rows(row, (row[record_rows.ID],)):
            if shape.name not in self._made:
                self._create_shape(shape, above[shape.name])
            self._put(shape.name, values)

    def add_table(
        self,
        name: str,
        columns: Mapping[str, tuple[str, str]],
        rows: Iterable[Sequence[Json]],
        leads: Sequence[Lead] = (),
        key: Sequence[str] = (),
    ) -> None:
        """A table of its own: column → (what it means, its kind); ``key``, or the first, tells rows apart."""
        first, *_ = columns
        self._create(name, {each: kind for each, (_, kind) in columns.items()}, key or (first,), leads)
        for row in rows:
            self._put(name, row)
        said = ((name, each, words) for each, (words, _) in columns.items())
        self._file.executemany('INSERT INTO "字段说明" VALUES (?, ?, ?)', said)

    def _put(self, name: str, values: Sequence[Json]) -> None:
        waiting = self._waiting[name]
        waiting.append([_cell(each) for each in values])
        if len(waiting) >= _AT_ONCE:
            self._flush(name)

    def _flush(self, name: str) -> None:
        rows = self._waiting.pop(name)
        marks = ", ".join("?" * len(rows[0]))
        self._file.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)

    def _create_shape(self, shape: Shape, above: Shape | None) -> None:
        own: dict[str, str] = {**dict.fromkeys(shape.place, INTEGER), shape.place[0]: TEXT}
        columns = own | {each.name: each.kind for each in shape.columns}
        lead: Lead = (shape.above, above.name, above.place) if above else (("id",), RECORDS, ("id",))
        self._create(shape.name, columns, shape.place, [lead])

    def _create(
        self, name: str, columns: Mapping[str, str], key: Sequence[str], leads: Sequence[Lead]
    ) -> None:
        self._made.add(name)
        parts = [f'"{each}" {_KINDS.get(kind, "TEXT")}' for each, kind in columns.items()]
        parts.append(f"PRIMARY KEY ({_names(key)})")
        parts += [f'FOREIGN KEY ({_names(own)}) REFERENCES "{to}" ({_names(at)})' for own, to, at in leads]
        self._file.execute(f'CREATE TABLE "{name}" ({", ".join(parts)})')

    def _describe(self) -> None:
        """字段说明, so that the file explains itself."""
        self._file.execute('CREATE TABLE "字段说明" ("表" TEXT, "列" TEXT, "说明" TEXT)')
        for table in self._tables:
            said = (
                (table.record_type.LABEL, key, words)
                for key, words in fields_of(table.record_type, table.own)
            )
            self._file.executemany('INSERT INTO "字段说明" VALUES (?, ?, ?)', said)


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{each}"' for each in columns)


def _cell(value: Json) -> Json:
    """Amounts as numbers; lists of words as a JSON list, which SQLite's own functions take apart.

    Texts are handed over as copies: Python keeps the UTF-8 of a text that SQLite was given
    for as long as the text lives, and the texts of all records live to the end.
    """
    if isinstance(value, str):
        return value[:1] + value[1:]
    if isinstance(value, Decimal):
        return float(value)
    return record_rows.as_json(value) if isinstance(value, list | dict) else value
