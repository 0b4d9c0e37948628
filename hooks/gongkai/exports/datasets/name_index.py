"""Finding names by any part of them: pairs of characters, with their places, say which names have a word."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from gongkai.exports.datasets.compressed import Packer, deltas, order
from gongkai.exports.made import Cells
from gongkai.search import normalise

#: names whose rows stand in one file
NAMES = 256
#: so many occurrences of pairs fill a file
OCCURRENCES = 4_000
#: stands behind the last character; no name has it
END = "\n"
#: an occurrence as one number: the name, then the place in it
_PLACES = 1_024


class NameIndex:
    """Distinct names in order of their first row, folded as search folds them."""

    def __init__(self, place: int | None) -> None:
        self._place = place
        self._known: dict[str, int] = {}
        self._written: dict[str, int] = {}
        #: the name of every row so far
        self._name_of = array("I")

    def add(self, rows: Sequence[Cells]) -> None:
        """Take the names of more rows."""
        if self._place is not None:
            place = self._place
            self._name_of.extend([self._name(row[place]) for row in rows])

    def since(self, first: int) -> array[int]:
        """The names of the rows from one on."""
        return self._name_of[first:]

    def write(self, packer: Packer, kinds: Sequence[int]) -> dict[str, Any]:
        """All files; gives which pair begins each of them, and the usual size of a file of rows."""
        size = self._write_rows(packer, kinds)
        return {"pairs": list(self._write_pairs(packer)), "names": len(self._known), "size": size}

    def _name(self, written: str) -> int:
        name = self._written.get(written)
        if name is None:
            name = self._known.setdefault(normalise(written), len(self._known))
            self._written[written] = name
        return name

    def _write_rows(self, packer: Packer, kinds: Sequence[int]) -> int:
        rows: list[list[int]] = [[] for _ in self._known]
        for row, name in enumerate(self._name_of):
            rows[name].append(row)
        packer.json("counts", [len(each) for each in rows])
        size = files = 0
        for start in range(0, len(rows), NAMES):
            part = rows[start : start + NAMES]
            told = [[deltas(each) for each in part], [[kinds[row] for row in each] for each in part]]
            size += packer.json(f"s/{start // NAMES}", told)
            files += 1
        return size // max(1, files)

    def _write_pairs(self, packer: Packer) -> Iterator[str]:
        found = self._pairs()
        piece: dict[str, list[list[int]]] = {}
        files = waiting = 0
        for pair in sorted(found, key=order):
            if waiting and waiting + len(found[pair]) > OCCURRENCES:
                packer.json(f"g/{files}", piece)
                piece, waiting, files = {}, 0, files + 1
            if not piece:
                yield pair
            names = [each // _PLACES for each in found[pair]]
            piece[pair] = [deltas(names), [each % _PLACES for each in found[pair]]]
            waiting += len(names)
        if piece:
            packer.json(f"g/{files}", piece)

    def _pairs(self) -> dict[str, array[int]]:
        found: dict[str, array[int]] = {}
        for name, number in self._known.items():
            start = number * _PLACES
            text = name[: _PLACES - 1] + END
            for place in range(len(text) - 1):
                pair = text[place : place + 2]
                if pair not in found:
                    found[pair] = array("Q")
                found[pair].append(start + place)
        return found
