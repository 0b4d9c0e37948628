"""A CSV file → its rows, one after the other: never more than one in memory."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai.records.types.dataset import DataField

Cells = tuple[str, ...]
#: longest cell that is read at all; what a column may hold is less
csv.field_size_limit(200_000)


class Lines:
    """Raw rows of a CSV file with the lines they stand on; UTF-8, with or without a BOM.

    Raises UnicodeDecodeError, csv.Error or OSError where the file is no such text.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        #: where the row read last begins, and its text as written; where the next begins
        self.line = 0
        self.text = ""
        self.next = 1
        self._parts: list[str] = []

    def __iter__(self) -> Iterator[list[str]]:
        with self._file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(self._kept(stream), strict=True)
            for row in reader:
                self.line, self.next = self.next, reader.line_num + 1
                self.text = self._parts[0] if len(self._parts) == 1 else "".join(self._parts)
                self._parts.clear()
                if row:
                    yield row

    def _kept(self, stream: Iterator[str]) -> Iterator[str]:
        for line in stream:
            self._parts.append(line)
            yield line

    def column(self, place: int) -> int:
        """Where the cell of that number begins in the row's text, from 1."""
        quoted, seen = False, 0
        for offset, char in enumerate(self.text):
            if seen == place:
                return offset + 1
            if char == '"':
                quoted = not quoted
            elif char == "," and not quoted:
                seen += 1
        return 1


def digest_of(file: Path) -> str:
    """The SHA-256 of a file's bytes; OSError where it cannot be read."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def order_of(head: Sequence[str], fields: Sequence[DataField]) -> list[int]:
    """Where each column of the dataset stands in a file with this first row; ValueError for a missing one."""
    names = [name.strip() for name in head]
    return [names.index(field.name) for field in fields]


def read_rows(file: Path, fields: Sequence[DataField]) -> Iterator[Cells]:
    """The rows of a file that was found sound, their cells trimmed and in the order of the columns."""
    rows = iter(Lines(file))
    order = order_of(next(rows), fields)
    for row in rows:
        yield tuple([row[place].strip() for place in order])
