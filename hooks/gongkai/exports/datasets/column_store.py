"""A dataset as a static column store: a browser finds, narrows and pages its rows by fetching a few files.

Rows are numbered from the oldest, so that new ones change the last files only. ``overrides/assets/js/rows/``
is the counterpart and says how a question is answered. Files, all compressed, below ``table/``:

``head``      columns, the words of the columns rows are narrowed by, how many rows of each kind a chunk has
``b/<n>``     the cells of 128 rows, column by column
``p/<n>``     the kind of each row of a chunk; a kind is one combination of those words
``n/<n>``     the name of each row of a chunk
``u/<n>-<w>`` the name of each row of a chunk that has word ``w`` in the first column rows are narrowed by
``s/<n>``     the rows of 256 names, with their kinds
``g/<n>``     pairs of characters → the names that have them, and where in the name
``k/<n>``     document numbers and credit codes → rows
``search``    which pairs and which numbers begin each of these files; ``counts``  how many rows a name has
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gongkai.exports.datasets.compressed import Packer
from gongkai.exports.datasets.key_index import KeyIndex
from gongkai.exports.datasets.name_index import NameIndex
from gongkai.exports.made import Cells
from gongkai.records.types.dataset import Dataset
from gongkai.records.vocabulary.datasets import FieldRole

#: rows whose cells stand in one file, and rows whose kinds do
BLOCK, CHUNK = 128, 16_384
#: up to so many rows are sorted by any column, in the browser
SORTABLE = 2_000
#: rows of a page
PAGE = 20
FOLDER = "table/"


class ColumnStore:
    """Writes the files; years are added the oldest first."""

    def __init__(self, dataset: Dataset, folder: Path) -> None:
        self._dataset = dataset
        self._packer = Packer(folder)
        self._facets = dataset.facets
        self._plain = [place for place in range(len(dataset.columns)) if place not in dataset.facets]
        self._values: list[dict[str, int]] = [{} for _ in dataset.facets]
        self._kinds: dict[tuple[str, ...], int] = {}
        #: the kind of every row so far
        self._kind_of = array("I")
        self._chunks: list[list[Any]] = []
        self._waiting: list[Cells] = []
        self._blocks = 0
        self._names = NameIndex(dataset.place_of(FieldRole.NAME))
        self._keys = KeyIndex(dataset)
        self._sizes = {"kinds": 0, "names": 0}

    @property
    def version(self) -> str:
        """Changes with the data; stands in every address that is fetched."""
        return self._packer.digest

    def add(self, year: int, rows: Sequence[Cells]) -> None:
        """A year's rows, in order of age."""
        for start in range(0, len(rows), CHUNK):
            part = rows[start : start + CHUNK]
            first = len(self._kind_of)
            kinds = array("I", [self._kind(row) for row in part])
            self._kind_of.extend(kinds)
            self._names.add(part)
            self._keys.add(part)
            self._chunk(year, first, kinds)
            self._waiting.extend(part)
            self._write_blocks(BLOCK)

    def finish(self) -> None:
        """What can only be known when all rows are."""
        self._write_blocks(1)
        search = {
            "keys": self._keys.write(self._packer, self._kind_of),
            **self._names.write(self._packer, self._kind_of),
        }
        self._packer.json("search", search)
        self._packer.json("head", self._head(search["size"]))

    def _kind(self, row: Cells) -> int:
        words = tuple([row[place] for place in self._facets])
        kind = self._kinds.get(words)
        if kind is None:
            kind = self._kinds[words] = len(self._kinds)
            for word, known in zip(words, self._values, strict=True):
                known.setdefault(word, len(known))
        return kind

    def _chunk(self, year: int, first: int, kinds: array[int]) -> None:
        number = len(self._chunks)
        counts = [each for pair in sorted(Counter(kinds).items()) for each in pair]
        self._chunks.append([year, first, len(kinds), counts])
        self._sizes["kinds"] += self._packer.bytes(f"p/{number}", _planes(kinds))
        if names := self._names.since(first):
            self._sizes["names"] += self._packer.bytes(f"n/{number}", _planes(names))
            self._divide(number, kinds, names)

    def _divide(self, number: int, kinds: Sequence[int], names: Sequence[int]) -> None:
        """A chunk's names once more, apart for each unit: a common word within one unit costs little."""
        if not self._facets:
            return
        words = [self._values[0][words[0]] for words in self._kinds]
        parts: dict[int, list[int]] = {}
        for kind, name in zip(kinds, names, strict=True):
            parts.setdefault(words[kind], []).append(name)
        for word, part in sorted(parts.items()):
            self._packer.bytes(f"u/{number}-{word}", _planes(part))

    def _write_blocks(self, least: int) -> None:
        """The rows that wait, as far as they fill blocks of at least so many."""
        rows, done = self._waiting, 0
        while len(rows) - done >= least:
            block = rows[done : done + BLOCK]
            first = self._blocks * BLOCK
            columns = [[row[place] for row in block] for place in self._plain]
            kinds = self._kind_of[first : first + len(block)].tolist()
            self._packer.json(f"b/{self._blocks}", [kinds, *columns])
            self._blocks += 1
            done += len(block)
        self._waiting = rows[done:]

    def _head(self, posting: int) -> dict[str, Any]:
        columns = self._dataset.columns
        chunks = max(1, len(self._chunks))
        return {
            "count": len(self._kind_of),
            "page": PAGE,
            "block": BLOCK,
            "fields": [[field.name, field.look] for field in columns],
            "plain": self._plain,
            "facets": list(self._facets),
            "date": self._dataset.place_of(FieldRole.DATE),
            "sortable": len(self._kind_of) <= SORTABLE,
            "values": [list(known) for known in self._values],
            "kinds": [
                [known[word] for word, known in zip(words, self._values, strict=True)]
                for words in self._kinds
            ],
            "chunks": self._chunks,
            "bytes": {**{name: size // chunks for name, size in self._sizes.items()}, "rows": posting},
        }


def _planes(numbers: Sequence[int]) -> bytes:
    """Numbers as three bytes, the lowest of all first, then the next: much alike, so they pack well."""
    return b"".join(bytes([number >> shift & 255 for number in numbers]) for shift in (0, 8, 16))
