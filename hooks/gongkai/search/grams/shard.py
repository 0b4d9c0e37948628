"""The documents of one shard → all its files: head, tables, places, cards."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Sequence
from itertools import accumulate, groupby

from gongkai.search.documents import FACETS, SearchDocument
from gongkai.search.grams import hot, packing
from gongkai.search.grams.leaves import DEEPEST, buckets, numbers, sorted_leaves, units
from gongkai.search.grams.places import in_order, places
from gongkai.search.grams.text import Text, joined, lengths

#: changes with the layout of the files
VERSION = "3"
HEAD = "head.gram"
_EPOCH = dt.date(1900, 1, 1)


def files(documents: Sequence[SearchDocument]) -> packing.Files:
    """All files of a shard by their path; the newest document has the highest number.

    So a new one leaves the numbers of the others, and with them most files, as they are.
    """
    ordered = sorted(documents, key=lambda each: (each.date, each.url))
    made: packing.Files = {}
    text = joined(ordered, DEEPEST)
    column = units(text.units)
    known = places(text, column)
    bounds, hots = [], []
    for bucket in buckets(column):
        leaves = sorted_leaves(column, bucket)
        firsts = leaves.order.take(numbers(leaves.begins, "uint32")).to_pylist()
        keys = [text.units[at : at + depth] for at, depth in zip(firsts, leaves.depths, strict=True)]
        there = in_order(known, leaves.order)
        written = packing.packed_leaves(leaves, keys, known, there, made)
        hots += hot.entries([key for key, _ in written], leaves, keys, known, there)
        bounds += written
    tables: dict[str, object] = {
        "bounds": packing.table(packing.packed_bounds(bounds, made)),
        "hot": packing.table(hot.packed_hot(hots, made)),
    }
    made[HEAD] = packing.packed(_head(ordered, text, tables))
    made.update(_cards(ordered))
    return made


def card_names(dates: Sequence[str]) -> list[str]:
    """The name of each document's card, from the dates in order: ``2026-03-01-0``."""
    return [f"{date or '0000-00-00'}-{n}" for date, same in groupby(dates) for n, _ in enumerate(same)]


def dates(steps: Sequence[int]) -> list[str]:
    """The dates from the column of days."""
    return [(_EPOCH + dt.timedelta(day - 1)).isoformat() if day else "" for day in accumulate(steps)]


def _head(documents: list[SearchDocument], text: Text, tables: dict[str, object]) -> bytes:
    """JSON behind its length, then columns of 16-bit numbers, all low bytes and all high bytes of each."""
    facets = {name: sorted({each.values(name) for each in documents}) for name in FACETS}
    rows = [_days(documents), *zip(*map(lengths, documents), strict=True)]
    for name, values in facets.items():
        place = {value: at for at, value in enumerate(values)}
        rows.append([place[each.values(name)] for each in documents])
    split = [[number, owner] for number, owner in enumerate(text.documents) if number != owner]
    about = packing.as_json({"count": len(documents), "facets": facets, "pieces": _owners(split), **tables})
    return struct.pack("<I", len(about)) + about + b"".join(_column(row) for row in rows)


def _owners(split: list[list[int]]) -> list[int]:
    """From the first document in pieces on: the document of each piece."""
    return [split[0][0], *(owner for _, owner in split)] if split else []


def _days(documents: list[SearchDocument]) -> list[int]:
    """Days since 1899-12-31, each less the one before; 0 for none."""
    days = [(dt.date.fromisoformat(each.date) - _EPOCH).days + 1 if each.date else 0 for each in documents]
    return [day - before for before, day in zip([0, *days], days, strict=False)]


def _column(values: Sequence[int]) -> bytes:
    kept = [min(value, 0xFFFF) for value in values]
    return bytes(number & 255 for number in kept) + bytes(number >> 8 for number in kept)


def _cards(documents: list[SearchDocument]) -> packing.Files:
    names = card_names([each.date for each in documents])
    return {f"text/{name}.json": each.card.encode() for name, each in zip(names, documents, strict=True)}
