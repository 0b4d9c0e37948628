"""A set of open data worked out from records: CSV, JSON Lines with its schema, a table of the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gongkai.common.csv_text import table
from gongkai.exports import record_rows
from gongkai.exports.made import DataFile, OpenData
from gongkai.exports.opendata.database import Database
from gongkai.exports.opendata.schema import DAY
from gongkai.exports.opendata.tables import FOLDER
from gongkai.exports.record_rows import Row
from gongkai.records.description import DRAFT

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

    def write(self, stage: Path, database: Database) -> OpenData:
        """Every file of it below ``stage``, and its table."""
        cells = ([record_rows.flat(value) for value in row.values()] for row in self.rows)
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in self.rows)
        schema = json.dumps(self._schema(), ensure_ascii=False, indent=2) + "\n"
        files = {
            ("csv", "CSV 表格"): table(self.fields, cells),
            ("jsonl", "JSON Lines"): lines.encode(),
            ("schema.json", "JSON Schema"): schema.encode(),
        }
        made = []
        for (ending, label), content in files.items():
            path = f"{FOLDER}{self.section}.{ending}"
            (stage / path).write_bytes(content)
            made.append(DataFile(path, label, len(content)))
        described = {key: words for key, (words, _) in self.fields.items()}
        database.add_table(self.name, described, [list(row.values()) for row in self.rows])
        return OpenData(self.section, self.name, len(self.rows), tuple(made), tuple(described.items()))

    def _schema(self) -> dict[str, Any]:
        properties = {key: {"description": words, **kind} for key, (words, kind) in self.fields.items()}
        return {
            "$schema": DRAFT,
            "title": f"{self.name}（JSON Lines 的一行）",
            "type": "object",
            "additionalProperties": False,
            "properties": properties,
            "required": list(properties),
        }
