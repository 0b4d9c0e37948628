"""The documents of one shard → all its files: head, columns, tables, places, cards."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Sequence
from itertools import accumulate, groupby
from operator import attrgetter

from gongkai.search.documents import FACETS, SearchDocument, values_of
from gongkai.search.grams import hot, packing
from gongkai.search.grams.buckets import blocks, buckets, paired, ranked
from gongkai.search.grams.columns import low_high, units
from gongkai.search.grams.files import Files, packed
from gongkai.search.grams.kept import remembered
from gongkai.search.grams.leaves import DEEPEST, Keys
from gongkai.search.grams.parts import parted
from gongkai.search.grams.places import in_order, places
from gongkai.search.grams.sorting import sorted_leaves
from gongkai.search.grams.text import Text, joined

#: changes with the layout of the files
VERSION = "10"
#: the tables that lead to places, which any query reads; and what is known of each document, which none reads
#: that finds nothing here: it is several times as much
HEAD, COLUMNS = "head.gram", "columns.gram"
_EPOCH = dt.date(1900, 1, 1)


def write(documents: Sequence[SearchDocument], files: Files) -> None:
    """Writes all files of a shard; the newest document has the highest number.

    So a new one leaves the numbers of the others, and with them most files, as they are.
    """
    ordered = sorted(documents, key=lambda each: (each.date, each.url))
    text = joined(remembered(ordered, files.folder, files.earlier), DEEPEST)
    about = {"count": len(ordered), **_indexed(text, files)}
    files.written(HEAD, packed(packing.as_json(about)))
    files.written(COLUMNS, packed(_columns(ordered, text)))
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


def _columns(documents: list[SearchDocument], text: Text) -> bytes:
    """JSON behind its length, then columns of 16-bit numbers, all low bytes and all high bytes of each."""
    said = {name: [*map(attrgetter(name), documents)] for name in FACETS}
    different = {name: sorted(set(values)) for name, values in said.items()}
    facets = {name: [*map(values_of, values)] for name, values in different.items()}
    rows = [_days(documents), text.titles, text.numbers]
    for name, values in different.items():
        place = {value: at for at, value in enumerate(values)}
        rows.append([place[value] for value in said[name]])
    about = packing.as_json({"facets": facets})
    return struct.pack("<I", len(about)) + about + b"".join(_column(row) for row in rows)


def _days(documents: list[SearchDocument]) -> list[int]:
    """Days since 1899-12-31, each less the one before; 0 for none."""
    days = [(dt.date.fromisoformat(each.date) - _EPOCH).days + 1 if each.date else 0 for each in documents]
    return [day - before for before, day in zip([0, *days], days, strict=False)]


def _column(values: Sequence[int]) -> bytes:
    return low_high([value if value < 0xFFFF else 0xFFFF for value in values])
