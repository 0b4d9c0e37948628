"""Strings in so many places that their places fill several files: each with the documents that hold it."""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Collection
from itertools import pairwise
from operator import sub
from typing import NamedTuple

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.grams.columns import view
from gongkai.search.grams.files import Files
from gongkai.search.grams.leaves import Keys, Leaves
from gongkai.search.grams.packing import as_json, ends
from gongkai.search.grams.places import Ordered, Places
from gongkai.search.grams.text import STOP

#: bytes of a file before it is packed: cut between the two where a string says so
SMALL, LARGE, RARE = 4000, 8000, 4
_RUN = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")


class Entry(NamedTuple):
    """``header`` is [string, documents, documents where it is only part of a word or number, in titles]."""

    header: list[str | int]
    data: bytes


class _Bucket:
    """What is known of each place in the order of the leaves, to be read one by one."""

    def __init__(self, leaves: Leaves, keys: Keys, places: Places, there: Ordered) -> None:
        self.keys, self.count = keys, places.count
        self.begins, self.documents = view(leaves.begins), view(there.documents)
        titled = pc.indices_nonzero(there.heads)
        self.titled, self.heads = view(titled), view(there.heads.take(titled))
        self._there, self._places = there, places

    def span(self, string: str) -> slice:
        """The places that begin with the string."""
        leaves = range(len(self.keys))
        first = bisect_left(leaves, string, key=self.keys.__getitem__)
        last = bisect_left(leaves, string + "\U0010ffff", first, key=self.keys.__getitem__)
        return slice(self.begins[first], self.begins[last])

    def whole(self, string: str, span: slice) -> set[int]:
        """Documents in which neither end of the string is inside a longer word or number."""
        begin, count = span.start, span.stop - span.start
        cut = self._there.runs_on.slice(begin, count) if string[0] in _RUN else pa.repeat(False, count)
        if string[-1] in _RUN:
            ends = pc.add(self._there.order.slice(begin, count), pa.scalar(len(string), pa.uint32()))
            cut = pc.or_(cut, self._places.runs_on.take(ends))
        return set(view(self._there.documents.slice(begin, count).filter(pc.invert(cut))))

    def first(self, span: slice) -> dict[int, int]:
        """The first place in title or number of each document that has one there."""
        there = slice(bisect_left(self.titled, span.start), bisect_left(self.titled, span.stop))
        found: dict[int, int] = {}
        for place, head in zip(self.titled[there], self.heads[there], strict=True):
            document = self.documents[place]
            found[document] = min(head - 1, found.get(document, head))
        return dict(sorted(found.items()))


def hot_strings(bounds: list[str]) -> list[str]:
    """What at least two files begin with: the browser knows by the same bounds."""
    found = set()
    for one, next_ in pairwise(bounds):
        for length in range(1, len(one) + 1):
            if not next_.startswith(one[:length]) or one[length - 1] == STOP:
                break
            found.add(one[:length])
    return sorted(found)


def entries(bounds: list[str], leaves: Leaves, keys: Keys, places: Places, there: Ordered) -> list[Entry]:
    """The hot strings of a bucket, each with its documents."""
    bucket = _Bucket(leaves, keys, places, there)
    return [_entry(string, bucket) for string in hot_strings(bounds)]


def packed_hot(found: list[Entry], files: Files) -> list[tuple[str, str]]:
    """Writes the documents of all hot strings; gives (first string, name) of each file."""
    written, begin, size = [], 0, 0
    for at, entry in enumerate(found):
        more = size + len(entry.data)
        if at > begin and (more > LARGE or (size > SMALL and ends(str(entry.header[0]), RARE))):
            written.append(_file(found[begin:at], files))
            begin, more = at, len(entry.data)
        size = more
    return [*written, _file(found[begin:], files)] if found else []


def _file(held: list[Entry], files: Files) -> tuple[str, str]:
    head = as_json([entry.header for entry in held])
    data = struct.pack("<I", len(head)) + head + b"".join(entry.data for entry in held)
    return str(held[0].header[0]), files.named(data)


def _entry(string: str, bucket: _Bucket) -> Entry:
    """Found documents as steps or, where they are many, one bit each; then the others as steps."""
    span = bucket.span(string)
    found = set(bucket.documents[span])
    partial: set[int] = set()
    if not _RUN.isdisjoint((string[0], string[-1])):
        partial = found - bucket.whole(string, span)
    first = bucket.first(span)
    body = _bits(found, bucket.count) if len(found) * 8 > bucket.count else _steps(found)
    body += _steps(partial) + _steps(first) + bytes(min(255, place) for place in first.values())
    return Entry([string, len(found), len(partial), len(first)], body)


def _steps(documents: Collection[int]) -> bytes:
    """Numbers, smallest first, as the step from each to the next: low bytes, then high bytes."""
    rising = sorted(documents)
    steps = array("H", map(sub, rising, [0, *rising]))
    if sys.byteorder == "big":
        steps.byteswap()
    data = steps.tobytes()
    return data[::2] + data[1::2]


def _bits(documents: Collection[int], count: int) -> bytes:
    there = pc.scatter(pa.repeat(True, len(documents)), pa.array(documents, pa.int32()), max_index=count - 1)
    return bytes(pc.fill_null(there, False).buffers()[1])[: (count + 7) // 8]
