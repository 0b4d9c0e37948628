"""Register → open data: every type as CSV and JSON Lines with its JSON Schema, all of it as one database."""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from gongkai.column.register import Register
from gongkai.exports import record_rows
from gongkai.exports.made import DataFile, DatasetRows, OpenData
from gongkai.exports.opendata import (
    answer_table,
    benefit_tables,
    dataset_rows,
    document_tables,
    duty_table,
    links,
    matrix_table,
    schema,
)
from gongkai.exports.opendata.csv_tables import CsvTables
from gongkai.exports.opendata.database import Database
from gongkai.exports.opendata.dataset_rows import MOST as MOST_ROWS
from gongkai.exports.opendata.tables import DATABASE, FOLDER, Table, fields_of, tables
from gongkai.law.duties import Duty
from gongkai.law.matrix import Matrix
from gongkai.records.types.standard import Standard

__all__ = ["FOLDER", "MOST_ROWS", "Table", "fields_of", "schema", "tables", "write"]

#: SQLite's words for what every other file says as an error of the system
_CAUSES = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
}


def write(
    register: Register,
    stage: Path,
    duties: Sequence[Duty] | None = None,
    standards: Iterable[Standard] = (),
    matrix: Matrix | None = None,
    rows: Iterable[DatasetRows] = (),
) -> list[OpenData]:
    """Every file of open data below ``stage``; says what there is, the database first.

    ``duties`` and ``matrix``: what is owed on the day, where that was worked out; ``standards``: the
    rules of this column; ``rows``: those of datasets, for the database.
    A disk that is full is an OSError, as with every other file.
    """
    (stage / FOLDER).mkdir(parents=True, exist_ok=True)
    found = tables(register, standards)
    try:
        with Database(stage / DATABASE, found) as database:
            sets = [_write_table(each, register, stage, database) for each in found]
            worked_out = [*document_tables.tables(register), answer_table.table(register)]
            worked_out += benefit_tables.tables(register)
            if duties is not None:
                worked_out.append(duty_table.table(duties, register))
            if matrix is not None and matrix.cells:
                worked_out.append(matrix_table.table(matrix, register))
            sets += [each.write(stage, database, register.column.root) for each in worked_out]
            links.write(found, register, database)
            dataset_rows.write(rows, database)
    except sqlite3.OperationalError as error:
        if cause := _CAUSES.get(error.sqlite_errorcode & 0xFF):
            raise OSError(cause, str(error), DATABASE) from error
        raise
    whole = DataFile(DATABASE, "SQLite 数据库", (stage / DATABASE).stat().st_size)
    count = sum(each.count for each in sets)
    return [OpenData("column", "整个栏目（一个数据库）", count, (whole,), ()), *sets]


def _write_table(each: Table, register: Register, stage: Path, database: Database) -> OpenData:
    lines, schema_file = (f"{FOLDER}{each.section}.{ending}" for ending in ("jsonl", "schema.json"))
    told = schema.of_type(each.record_type, register.column.root + schema_file, each.own)
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    (stage / schema_file).write_text(text, "utf-8", newline="\n")
    with CsvTables(each, stage) as cells, (stage / lines).open("w", encoding="utf-8", newline="\n") as file:
        for record in each.records:
            row = record_rows.row(record, register)
            cells.add(row)
            file.write(record_rows.as_json(row) + "\n")
            database.add(each, row)
    main, *parts = cells.made
    listed = [(main.path, "CSV 表格"), (lines, "JSON Lines"), (schema_file, "JSON Schema")]
    listed += [(part.path, f"CSV 表格，{part.label.partition('：')[2]}") for part in parts]
    files = tuple(DataFile(path, label, (stage / path).stat().st_size) for path, label in listed)
    fields = fields_of(each.record_type, each.own)
    return OpenData(each.section, each.label, len(each.records), files, fields, (main, *parts))
