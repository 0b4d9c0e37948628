"""Finding a row by its document number or a party's credit code."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from gongkai.exports.datasets.compressed import Packer, order
from gongkai.exports.made import Cells
from gongkai.records.types.dataset import Dataset
from gongkai.records.vocabulary.datasets import FieldRole, FieldType
from gongkai.search import normalise

#: rows whose keys stand in one file
ROWS = 1_024
_LAST = re.compile(r"([0-9]+)([^0-9]*)$", re.ASCII)


def number_key(written: str) -> str:
    """A number by its last digits, zeros in front left out, then the rest of it: people type the last digits.

    ``示市监检〔2026〕00023号`` → ``23 示市监检(2026)号``.
    """
    text = normalise(written).replace(" ", "")
    last = _LAST.search(text)
    if not last:
        return f" {text}"
    return f"{last[1].lstrip('0')} {text[: last.start()]}{last[2]}"


class KeyIndex:
    """Every key and the rows that have it."""

    def __init__(self, dataset: Dataset) -> None:
        self._number = dataset.place_of(FieldRole.NUMBER)
        kinds = [field.type for field in dataset.columns]
        self._codes = [place for place, kind in enumerate(kinds) if kind is FieldType.CODE]
        #: key → its first row; those of its other rows that there are
        self._first: dict[str, int] = {}
        self._more: dict[str, array[int]] = {}
        self._count = 0

    def add(self, rows: Sequence[Cells]) -> None:
        """Take the numbers and codes of more rows."""
        for row in rows:
            if self._number is not None and row[self._number]:
                self._add(number_key(row[self._number]))
            for place in self._codes:
                if row[place]:
                    self._add(row[place].lower())
            self._count += 1

    def _add(self, key: str) -> None:
        if key not in self._first:
            self._first[key] = self._count
        elif key in self._more:
            self._more[key].append(self._count)
        else:
            self._more[key] = array("I", [self._count])

    def _rows(self, key: str) -> list[int]:
        return [self._first[key], *self._more.get(key, ())]

    def write(self, packer: Packer, kinds: Sequence[int]) -> list[str]:
        """All files; gives the first key of each."""
        firsts: list[str] = []
        piece: list[str] = []
        waiting = 0
        for key in sorted(self._first, key=order):
            if waiting >= ROWS:
                self._write(packer, len(firsts) - 1, piece, kinds)
                piece, waiting = [], 0
            if not piece:
                firsts.append(key)
            piece.append(key)
            waiting += 1 + len(self._more.get(key, ()))
        if piece:
            self._write(packer, len(firsts) - 1, piece, kinds)
        return firsts

    def _write(self, packer: Packer, file: int, keys: list[str], kinds: Sequence[int]) -> None:
        rows = [self._rows(key) for key in keys]
        packer.json(f"k/{file}", [keys, rows, [[kinds[row] for row in each] for each in rows]])
