"""Where personal numbers stand in a column: texts, rows of datasets, files."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from gongkai.checks.leaving import Passage, every_text
from gongkai.personal import SUSPECT, find
from gongkai.records.dataset import Dataset
from gongkai.register import Personal, Register, TableFile


class Spot(NamedTuple):
    """A number, and its place as an exception names it: the file from the root, and where in the file."""

    kind: str
    number: str
    file: str
    place: str


def text_spots(register: Register, files: Container[str] | None = None) -> Iterator[tuple[Spot, Passage]]:
    """The numbers in texts and names of files (of these files), each with the passage it stands in."""
    for passage in every_text(register):
        if files is not None and passage.path not in files:
            continue
        if SUSPECT.search(passage.text):
            for each in find(passage.labelled):
                yield Spot(each.kind, each.number, passage.path, passage.place), passage.at_place(each.start)


def row_spots(register: Register) -> Iterator[tuple[Spot, Dataset, TableFile, Personal]]:
    """The numbers in rows of datasets; reading them has found them."""
    for dataset in register.everything(Dataset):
        for table in register.tables_of(dataset):
            for each in table.personal:
                place = f"第{each.line}行“{each.key}”"
                yield Spot(each.kind, each.number, table.path, place), dataset, table, each


def file_spots(register: Register, name: str) -> Iterator[Spot]:
    """The numbers in one file below ``content/``."""
    for each in register.files[name].scan().personal:
        yield Spot(each.kind, each.number, f"content/{name}", each.place)


def spots_of(register: Register, files: Container[str]) -> Iterator[Spot]:
    """All the numbers in these files."""
    yield from (spot for spot, _ in text_spots(register, files))
    yield from (spot for spot, *_ in row_spots(register) if spot.file in files)
    for name in register.files:
        if f"content/{name}" in files:
            yield from file_spots(register, name)
