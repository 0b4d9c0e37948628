"""Register → the addresses of files that readers may be led to: attachments and rows of datasets."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from gongkai.column.register import Register
from gongkai.common.printable import one_line
from gongkai.common.problems import BODY, At
from gongkai.load import TableFile
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Refers
from gongkai.records.types.dataset import Dataset
from gongkai.text import links

_ROWS = re.compile(r"，(\d+)行$", re.ASCII)


def attached(register: Register, seen: Iterable[ContentRecord]) -> dict[str, str]:
    """The files that records readers have, and units, name or lead to; with the title of the oldest."""
    named = [(record, f"{one_line(record.name)}的文件") for record in seen]
    found: dict[str, str] = {}
    for record, title in (*((unit, f"{unit.name}的文件") for unit in register.units), *named):
        for _, name in files_of(record):
            if name in register.files:
                found[name] = title
    return found


def files_of(record: Record) -> Iterator[tuple[At, str]]:
    """(place, path below ``content/``) of every file a record names in a field or leads to in its text."""
    yield from references(record, Refers.FILE)
    if "files/" not in unquote(record.body):
        return
    folder = posixpath.dirname(record.source.path)
    for use in links(record.body):
        target = unquote(use.target.partition("#")[0].partition("?")[0])
        path = posixpath.normpath(posixpath.join(folder, target))
        yield (BODY, use.line), path.removeprefix("content/")


def of_datasets(register: Register, seen: Iterable[ContentRecord]) -> dict[str, str]:
    """The files of every dataset readers have, those of a year with how many rows stand in it."""
    found: dict[str, str] = {}
    for dataset in (each for each in seen if isinstance(each, Dataset)):
        title = one_line(dataset.title)
        for table in years(register, dataset):
            found.update(
                dict.fromkeys(of_year(dataset, table.year), f"{title}{table.year}年，{table.count}行")
            )
            # the whole as CSV is offered up to a size only: its address comes and goes
            found[f"{dataset.url}{dataset.slug}.parquet"] = f"{title}全部"
    return found


def of_coming(register: Register) -> Iterator[str]:
    """The files of years that have not begun, that are faulty, or of datasets whose day has not come."""
    for dataset in register.everything(Dataset):
        if not dataset.held_back:
            yield f"{dataset.url}{dataset.slug}.parquet"
            for table in register.tables_of(dataset):
                yield from of_year(dataset, table.year) if table.count or table.faulty else ()


def years(register: Register, dataset: Dataset) -> list[TableFile]:
    """The years of a dataset that readers have, the oldest first."""
    return [each for each in register.tables_of(dataset) if each.count and each.year <= register.today.year]


def of_year(dataset: Dataset, year: int) -> tuple[str, str]:
    """The addresses of a year's rows: CSV and Parquet."""
    place = f"{dataset.url}{dataset.slug}-{year}"
    return f"{place}.csv", f"{place}.parquet"


def rows_in(title: str) -> int:
    """How many rows the register says a file had."""
    found = _ROWS.search(title)
    return int(found[1]) if found else 0
