"""A set of open data worked out from records: CSV, JSON Lines with its schema, a table of the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gongkai.common.csv_text import table
from gongkai.exports import record_rows, row_shapes
from gongkai.exports.made import Cell, DataFile, OpenData, Resource
from gongkai.exports.opendata.database import RECORDS, Database
from gongkai.exports.opendata.schema import DAY, headed, whole_of
from gongkai.exports.opendata.tables import FOLDER
from gongkai.exports.record_rows import Row

#: key → (what it means, its schema)
Fields = dict[str, tuple[str, dict[str, Any]]]
TEXT: dict[str, Any] = {"type": "string"}
OPTIONAL_TEXT: dict[str, Any] = {"type": ["string", "null"]}
OPTIONAL_DAY: dict[str, Any] = {**DAY, "type": ["string", "null"]}
TEXTS: dict[str, Any] = {"type": "array", "items": TEXT}
ID: dict[str, Any] = {"type": "string", "minLength": 1}
ADDRESS: dict[str, Any] = {"type": "string", "format": "uri"}


@dataclass(frozen=True)
class WorkedOut:
    """One set: its file name, its name in words and of its table, its fields, its rows in order."""

    section: str
    name: str
    fields: Fields
    rows: Sequence[Row]
    #: columns that hold the id of a record
    leads: tuple[str, ...] = ()

    def write(self, stage: Path, database: Database, root: str = "") -> OpenData:
        """Every file of it below ``stage``, and its table."""
        lines_of_cells = ([record_rows.flat(value) for value in row.values()] for row in self.rows)
        lines = "".join(record_rows.as_json(row) + "\n" for row in self.rows)
        schema = json.dumps(self._schema(root), ensure_ascii=False, indent=2) + "\n"
        files = {
            ("csv", "CSV 表格"): table(self.fields, lines_of_cells),
            ("jsonl", "JSON Lines"): lines.encode(),
            ("schema.json", "JSON Schema"): schema.encode(),
        }
        made = []
        for (ending, label), content in files.items():
            path = f"{FOLDER}{self.section}.{ending}"
            (stage / path).write_bytes(content)
            made.append(DataFile(path, label, len(content)))
        described = {key: words for key, (words, _) in self.fields.items()}
        columns = {key: (words, _kind(about)) for key, (words, about) in self.fields.items()}
        leads = [((each,), RECORDS, ("id",)) for each in self.leads]
        database.add_table(self.name, columns, [list(row.values()) for row in self.rows], leads)
        cells = tuple(Cell(key, kind, words) for key, (words, kind) in columns.items())
        own = Resource(f"{FOLDER}{self.section}.csv", self.name, cells, (next(iter(self.fields)),))
        return OpenData(
            self.section, self.name, len(self.rows), tuple(made), tuple(described.items()), (own,)
        )

    def _schema(self, root: str) -> dict[str, Any]:
        properties = {key: {"description": words, **kind} for key, (words, kind) in self.fields.items()}
        address = f"{root}{FOLDER}{self.section}.schema.json" if root else ""
        return headed(address, self.name, whole_of(properties))


def _kind(about: dict[str, Any]) -> str:
    if about.get("format") == "date":
        return row_shapes.DAY
    known = {"integer": row_shapes.INTEGER, "number": row_shapes.NUMBER}
    return known.get(str(about.get("type")), row_shapes.TEXT)
