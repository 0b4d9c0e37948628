"""Strings in so many places that their places fill several files: each with the documents that hold it."""

from __future__ import annotations

import struct
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.grams.leaves import Leaves
from gongkai.search.grams.packing import Files, as_json, named, split_bytes
from gongkai.search.grams.places import Ordered, Places
from gongkai.search.grams.text import STOP

#: bytes of a file before it is packed
SIZE = 8000
_RUN = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True)
class _Bucket:
    """What is known of each place in the order of the leaves."""

    leaves: Leaves
    keys: list[str]
    places: Places
    there: Ordered

    def span(self, string: str) -> tuple[int, int]:
        """From which place on, and how many, begin with the string."""
        first = bisect_left(self.keys, string)
        last = bisect_left(self.keys, string + "\U0010ffff") - 1
        begin = self.leaves.begins[first]
        return begin, self.leaves.begins[last] + self.leaves.counts[last] - begin


class Entry(NamedTuple):
    """``header`` is [string, documents, documents where it is only part of a word or number, in titles]."""

    header: list[str | int]
    data: bytes


def hot_strings(bounds: list[str]) -> list[str]:
    """What at least two files begin with: the browser knows by the same bounds."""
    found = set()
    for one, next_ in pairwise(bounds):
        for length in range(1, len(one) + 1):
            if not next_.startswith(one[:length]) or one[length - 1] == STOP:
                break
            found.add(one[:length])
    return sorted(found)


def entries(
    bounds: list[str], leaves: Leaves, keys: list[str], places: Places, there: Ordered
) -> list[Entry]:
    """The hot strings of a bucket, each with its documents."""
    bucket = _Bucket(leaves, keys, places, there)
    return [_entry(string, bucket) for string in hot_strings(bounds)]


def packed_hot(found: list[Entry], files: Files) -> list[tuple[str, str]]:
    """Writes the documents of all hot strings; gives (first string, name) of each file."""
    written, begin, size = [], 0, 0
    for at, entry in enumerate(found):
        if at > begin and size + len(entry.data) > SIZE:
            written.append(_file(found[begin:at], files))
            begin, size = at, 0
        size += len(entry.data)
    return [*written, _file(found[begin:], files)] if found else []


def _file(held: list[Entry], files: Files) -> tuple[str, str]:
    head = as_json([entry.header for entry in held])
    data = struct.pack("<I", len(head)) + head + b"".join(entry.data for entry in held)
    return str(held[0].header[0]), named(files, data)


def _entry(string: str, bucket: _Bucket) -> Entry:
    """Found documents as steps or, where they are many, one bit each; then the others as steps."""
    span = bucket.span(string)
    documents = bucket.there.documents.slice(*span)
    found = _different(documents)
    partial = found.slice(0, 0)
    if not _RUN.isdisjoint((string[0], string[-1])):
        whole = documents.filter(_whole(string, span, bucket))
        partial = found.filter(pc.invert(pc.is_in(found, whole)))
    heads = _heads(span, documents, bucket)
    titled = pa.array([*heads], pa.int32())
    bits = len(found) * 8 > bucket.places.count
    body = _bits(found, bucket.places.count) if bits else _steps(found)
    body += _steps(partial) + _steps(titled) + bytes(min(255, place) for place in heads.values())
    return Entry([string, len(found), len(partial), len(heads)], body)


def _different(documents: Any) -> Any:
    found = documents.unique()
    return found.take(pc.sort_indices(found))


def _whole(string: str, span: tuple[int, int], bucket: _Bucket) -> Any:
    """Where neither end of the string is inside a longer word or number."""
    cut = bucket.there.runs_on.slice(*span) if string[0] in _RUN else pa.repeat(False, span[1])
    if string[-1] in _RUN:
        ends = pc.add(bucket.there.order.slice(*span), pa.scalar(len(string), pa.uint32()))
        cut = pc.or_(cut, bucket.places.runs_on.take(ends))
    return pc.invert(cut)


def _heads(span: tuple[int, int], documents: Any, bucket: _Bucket) -> dict[int, int]:
    """The first place in title or number of each document that has one there."""
    there = bucket.there.in_head.slice(*span)
    offsets = bucket.there.offsets.slice(*span).filter(there).to_pylist()
    first: dict[int, int] = {}
    for document, offset in sorted(zip(documents.filter(there).to_pylist(), offsets, strict=True)):
        first.setdefault(document, offset)
    return first


def _steps(documents: Any) -> bytes:
    """Rising numbers as the step from each to the next, low bytes and high bytes."""
    steps = pc.pairwise_diff(documents)
    low, high = split_bytes(pc.if_else(pc.is_null(steps), documents, steps).cast(pa.uint16()))
    return bytes(low) + bytes(high)


def _bits(documents: Any, count: int) -> bytes:
    there = pc.scatter(pa.repeat(True, len(documents)), documents, max_index=count - 1)
    return bytes(pc.fill_null(there, False).buffers()[1])[: (count + 7) // 8]
