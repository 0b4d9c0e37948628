"""Datasets → files: rows to download as CSV and Parquet, to search in a browser, to read page by page."""

from __future__ import annotations

from pathlib import Path

from gongkai.records.dataset import Dataset
from gongkai.register import Register
from gongkai.tables.files import Files
from gongkai.tables.rows import Rows
from gongkai.tables.store import FOLDER, Store
from gongkai.tables.table import Table

__all__ = ["Table", "write"]


def write(register: Register, root: Path, stage: Path) -> dict[str, Table]:
    """Every file of every public dataset below ``stage``; says what there is, by the dataset's id.

    Rows are read year by year and dropped again: memory is that of the largest year.
    """
    return {dataset.id: _write(register, root, stage, dataset) for dataset in register.public(Dataset)}


def _write(register: Register, root: Path, stage: Path, dataset: Dataset) -> Table:
    rows = Rows(root, dataset, register)
    table = Table(rows)
    folder = stage / dataset.url
    folder.mkdir(parents=True, exist_ok=True)
    store = Store(dataset, folder / FOLDER)
    with Files(dataset, folder) as files:
        for year in rows.years:
            found = rows.of(year)
            files.add(year, found if rows.dated else found[::-1])
            store.add(year, found)
            table.add(year, found)
    store.finish()
    table.files, table.version = files.made, store.version
    return table
