"""Datasets → files: rows to download as CSV and Parquet, to search in a browser, to read page by page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from gongkai.column.register import Register
from gongkai.exports.datasets.cache import Cache
from gongkai.exports.datasets.column_store import FOLDER, ColumnStore
from gongkai.exports.datasets.downloads import Downloads
from gongkai.exports.datasets.rows import Rows
from gongkai.exports.datasets.summary import Summary
from gongkai.exports.made import DatasetRows, Table
from gongkai.records.types.dataset import Dataset

__all__ = ["rows_of", "write"]


def write(register: Register, root: Path, stage: Path, work: Path | None = None) -> dict[str, Table]:
    """Every file of every public dataset below ``stage``; says what there is, by the dataset's id.

    Rows are read year by year and dropped again: memory is that of the largest year.
    ``work`` keeps finished datasets between runs; one of which nothing changed is copied from there.
    """
    cache = Cache(work) if work and register.public(Dataset) else None
    made = {}
    for dataset in register.public(Dataset):
        rows, folder = Rows(root, dataset, register), stage / dataset.url
        made[dataset.id] = cache.write(rows, folder, _make) if cache else _make(rows, folder)
    if cache:
        cache.forget()
    return made


def rows_of(register: Register, root: Path, most: int) -> Iterator[DatasetRows]:
    """The rows of every public dataset of at most so many, to be read once more."""
    for dataset in register.public(Dataset):
        if sum(file.count for file in register.tables_of(dataset)) <= most:
            rows = Rows(root, dataset, register)
            yield DatasetRows(dataset, partial(map, rows.of, rows.years))


def _make(rows: Rows, folder: Path) -> Table:
    dataset = rows.dataset
    folder.mkdir(parents=True, exist_ok=True)
    store, summary = ColumnStore(dataset, folder / FOLDER), Summary(rows)
    with Downloads(dataset, folder) as files:
        for year in rows.years:
            found = rows.of(year)
            files.add(year, found if rows.dated else found[::-1])
            store.add(year, found)
            summary.add(year, found)
    store.finish()
    return summary.table(files.made, store.version)
