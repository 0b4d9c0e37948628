"""Files of data → what programs are told of all of them: a Data Package, a DCAT catalogue, workbooks."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from gongkai.column.register import Register
from gongkai.exports.described import datapackage, dcat
from gongkai.exports.described.workbooks import Workbooks
from gongkai.exports.made import DataFile, OpenData, Table
from gongkai.exports.row_tables import row_tables
from gongkai.records.types.dataset import Dataset

__all__ = ["CATALOGUE", "PACKAGE", "write"]

PACKAGE, CATALOGUE = "datapackage.json", "data/catalog.jsonld"


def write(
    register: Register, opened: Sequence[OpenData], rows: Mapping[str, Table], stage: Path, work: Path
) -> tuple[list[OpenData], dict[str, Table]]:
    """The files below ``stage``; says what there is now of open data and of rows.

    What describes all of it stands with the whole column.

    ``work`` keeps finished workbooks between runs.
    """
    with Workbooks(stage, work) as books:
        sets = [books.beside(each) for each in opened]
        public = {each.id: each for each in register.public(Dataset)}
        files = {name: row_tables(public[name], table) for name, table in rows.items()}
        rows = {name: books.of_rows(table, files[name]) for name, table in rows.items()}
    tables = [resource for each in sets for resource in each.resources]
    tables += [resource for each in files.values() for resource in each]
    package = datapackage.of(register, tables)
    catalogue = dcat.of(register, [*sets, *dcat.of_datasets(register, rows)])
    made = []
    for path, whole, label in (
        (PACKAGE, package, "Data Package：每个 CSV 的列、类型和相互关系"),
        (CATALOGUE, catalogue, "DCAT 目录"),
    ):
        text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        (stage / path).write_text(text, "utf-8", newline="\n")
        made.append(DataFile(path, label, (stage / path).stat().st_size))
    column, *others = sets
    return [replace(column, files=(*column.files, *made)), *others], dict(rows)
