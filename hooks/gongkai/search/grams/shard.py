"""The documents of one shard → all its files: head, columns, tables, places, cards."""

from __future__ import annotations

import datetime as dt
import gzip
import struct
from collections.abc import Sequence
from itertools import accumulate, groupby
from operator import attrgetter
from typing import Any

from gongkai.search.documents import FACETS, SearchDocument, values_of
from gongkai.search.grams import hot, packing
from gongkai.search.grams.buckets import blocks, buckets, paired, ranked
from gongkai.search.grams.columns import low_high, units
from gongkai.search.grams.files import SMALLEST, Files, packed
from gongkai.search.grams.kept import remembered
from gongkai.search.grams.leaves import DEEPEST, Keys
from gongkai.search.grams.parts import parted
from gongkai.search.grams.places import in_order, places
from gongkai.search.grams.sorting import sorted_leaves
from gongkai.search.grams.text import Text, joined

#: changes with the layout of the files
VERSION = "11"
#: the tables that lead to places, which any query reads; and what is known of each document, which none reads
#: that finds nothing here: it is several times as much
HEAD, COLUMNS = "head.gram", "columns.gram"
_EPOCH = dt.date(1900, 1, 1)
#: filters that have columns of their own, and those that are told together with the length of the number
_ALONE, _TOGETHER = ("unit", "year", "topic", "audience"), ("type", "status")


def write(documents: Sequence[SearchDocument], files: Files) -> None:
    """Writes all files of a shard; the newest document has the highest number.

    So a new one leaves the numbers of the others, and with them most files, as they are.
    """
    ordered = sorted(documents, key=lambda each: (each.date, each.url))
    text = joined(remembered(ordered, files.folder, files.earlier), DEEPEST)
    about = {"count": len(ordered), **_indexed(text, files)}
    files.written(HEAD, packed(packing.as_json(about)))
    files.written(COLUMNS, _columns(ordered, text))
    for name, each in zip(card_names([each.date for each in ordered]), ordered, strict=True):
        files.written(f"text/{name}.json", each.card.encode())


def _indexed(text: Text, files: Files) -> dict[str, object]:
    """Writes where everything stands; gives the tables that lead there."""
    column = units(text.units)
    known, ranks = places(text, column), ranked(column)
    gathered, pairs = blocks(ranks), paired(ranks)
    del ranks
    bounds, hots = [], []
    for bucket in buckets(gathered):
        leaves = parted(sorted_leaves(pairs, bucket), known.documents)
        keys, there = Keys(column, leaves), in_order(known, leaves.order)
        written = packing.packed_leaves(leaves, keys, column, known, there, files)
        hots += hot.entries([key for key, _ in written], leaves, keys, known, there)
        bounds += written
    return {
        "bounds": packing.table(packing.packed_bounds(bounds, files)),
        "hot": packing.table(packing.packed_bounds(hot.packed_hot(hots, files), files)),
    }


def card_names(dates: Sequence[str]) -> list[str]:
    """The name of each document's card, from the dates in order: ``2026-03-01-0``."""
    return [f"{date or '0000-00-00'}-{n}" for date, same in groupby(dates) for n, _ in enumerate(same)]


def dates(steps: Sequence[int]) -> list[str]:
    """The dates from the column of days."""
    return [(_EPOCH + dt.timedelta(day - 1)).isoformat() if day else "" for day in accumulate(steps)]


def columns(data: bytes) -> list[bytes]:
    """The parts of a file of columns, unpacked: what numbers mean as JSON, then days and other columns."""
    parts, at = [], 0
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        parts.append(gzip.decompress(data[at + 4 : at + 4 + size]))
        at += 4 + size
    return parts


def _columns(documents: list[SearchDocument], text: Text) -> bytes:
    """Parts behind their lengths, each packed by itself: what is alike takes a tenth less without the rest.

    JSON, then columns of 16-bit numbers, all low bytes and all high bytes of each. A type and a state go with
    some lengths of numbers and not with others, so one column tells all three.
    """
    said = {name: [*map(attrgetter(name), documents)] for name in FACETS}
    different = {name: sorted(set(values)) for name, values in said.items()}
    facets = {name: [*map(values_of, values)] for name, values in different.items()}
    numbered = {name: _numbered(said[name], values) for name, values in different.items()}
    kind = [*zip(*(numbered[name] for name in _TOGETHER), map(_least, text.numbers), strict=True)]
    kinds = sorted(set(kind))
    rows = [_days(documents), text.titles, _numbered(kind, kinds), *(numbered[name] for name in _ALONE)]
    parts = [packing.as_json({"facets": facets, "kinds": kinds}), *map(_column, rows)]
    # the length begins with 0, or a browser would take the file for a packed one
    return b"".join(
        struct.pack(">I", len(part)) + part for part in (packed(each, SMALLEST) for each in parts)
    )


def _numbered(said: Sequence[Any], values: Sequence[Any]) -> list[int]:
    """Where each stands among the different values."""
    place = {value: at for at, value in enumerate(values)}
    return [place[value] for value in said]


def _days(documents: list[SearchDocument]) -> list[int]:
    """Days since 1899-12-31, each less the one before; 0 for none."""
    days = [(dt.date.fromisoformat(each.date) - _EPOCH).days + 1 if each.date else 0 for each in documents]
    return [day - before for before, day in zip([0, *days], days, strict=False)]


def _column(values: Sequence[int]) -> bytes:
    return low_high([*map(_least, values)])


def _least(value: int) -> int:
    return min(value, 0xFFFF)
