"""Register → where personal numbers stand in a column: texts, rows of datasets, files."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from gongkai.column.register import Personal, Register, TableFile
from gongkai.common.personal import SUSPECT, Tables, find, kind_in
from gongkai.law.shared.readable_texts import Passage, every_text
from gongkai.records.types.dataset import Dataset


class Spot(NamedTuple):
    """A number, and its place as an exception names it: the file from the root, and where in the file."""

    kind: str
    number: str
    file: str
    place: str


def text_spots(register: Register, files: Container[str] | None = None) -> Iterator[tuple[Spot, Passage]]:
    """The numbers in texts and names of files (of these files), each with the passage it stands in."""
    for passage in every_text(register, _suspect):
        if files is not None and passage.path not in files:
            continue
        if SUSPECT.search(passage.text):
            text = passage.labelled
            tables = Tables(text)
            for each in find(text):
                cell = tables.labelled(each.start, each.end)
                kind = kind_in(cell, each.kind, each.number)
                yield Spot(kind, each.number, passage.path, passage.place), passage.at_place(each.start)


def _suspect(texts: str) -> bool:
    return bool(SUSPECT.search(texts))


def row_spots(table: TableFile) -> Iterator[tuple[Spot, Personal]]:
    """The numbers in the rows of a file of a dataset; reading it has found them."""
    for each in table.personal:
        yield Spot(each.kind, each.number, table.path, f"第{each.line}行“{each.key}”"), each


def file_spots(register: Register, name: str) -> Iterator[Spot]:
    """The numbers in one file below ``content/``."""
    for each in register.files[name].scan().personal:
        yield Spot(each.kind, each.number, f"content/{name}", each.place)


def spots_of(register: Register, files: Container[str]) -> Iterator[Spot]:
    """All the numbers in these files."""
    yield from (spot for spot, _ in text_spots(register, files))
    tables = [table for each in register.everything(Dataset) for table in register.tables_of(each)]
    yield from (spot for table in tables if table.path in files for spot, _ in row_spots(table))
    for name in register.files:
        if f"content/{name}" in files:
            yield from file_spots(register, name)
