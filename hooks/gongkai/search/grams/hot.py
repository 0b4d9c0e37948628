"""Strings in so many places that their places fill several files: each with the documents that hold it."""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import sub
from typing import Any, NamedTuple

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.grams.columns import low_high, view
from gongkai.search.grams.files import Files
from gongkai.search.grams.leaves import Keys, Leaves
from gongkai.search.grams.packing import as_json, ends
from gongkai.search.grams.places import Ordered, Places
from gongkai.search.grams.text import STOP

#: bytes of a file before it is packed: cut between the two where a string says so
SMALL, LARGE, RARE = 4000, 8000, 4
_RUN = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")
#: places in title and number are told up to here: one byte
_FARTHEST = 0xFF


class Entry(NamedTuple):
    """``header`` is [string, documents, documents where it is only part of a word or number, in titles]."""

    header: list[str | int]
    data: bytes


class _Bucket:
    """What is known of each place in the order of the leaves, to be read one by one."""

    def __init__(self, leaves: Leaves, keys: Keys, places: Places, there: Ordered) -> None:
        self.keys, self.count = keys, places.count
        self.begins, self.there, self._places = view(leaves.begins), there, places
        titled = pc.indices_nonzero(there.heads)
        self.titled, self.firsts = view(titled), view(_owned(there, titled))
        self.documents, self.marks = there.documents.cast(pa.int32()), pa.repeat(True, len(there.documents))
        self.all = (1 << self.count) - 1

    def span(self, string: str) -> slice:
        """The places that begin with the string."""
        leaves = range(len(self.keys))
        first = bisect_left(leaves, string, key=self.keys.__getitem__)
        last = bisect_left(leaves, string + "\U0010ffff", first, key=self.keys.__getitem__)
        return slice(self.begins[first], self.begins[last])

    def holding(self, begin: int, end: int, cut: Any = None) -> int:
        """The documents of these places, one bit each; not of those that are ``cut``."""
        documents = self.documents.slice(begin, end - begin)
        if cut is not None:
            documents = documents.filter(pc.invert(cut))
        if not len(documents):
            return 0
        marked = pc.scatter(self.marks.slice(0, len(documents)), documents, max_index=self.count - 1)
        return int.from_bytes(pc.is_valid(marked).buffers()[1], "little") & self.all

    def whole(self, string: str, span: slice) -> int:
        """Documents in which neither end of the string is inside a longer word or number."""
        begin, count = span.start, span.stop - span.start
        cut = self.there.runs_on.slice(begin, count) if string[0] in _RUN else pa.repeat(False, count)
        if string[-1] in _RUN:
            ends = pc.add(self.there.order.slice(begin, count), pa.scalar(len(string), pa.uint32()))
            cut = pc.or_(cut, self._places.runs_on.take(ends))
        return self.holding(begin, span.stop, cut)

    def first(self, span: slice) -> dict[int, int]:
        """The first place in title or number of each document that has one there."""
        there = slice(bisect_left(self.titled, span.start), bisect_left(self.titled, span.stop))
        return {each >> 8: _FARTHEST - (each & _FARTHEST) for each in sorted(self.firsts[there])}


def _owned(there: Ordered, titled: Any) -> Any:
    """Places in title and number as one number each: the document, then how near its beginning they are.

    So of one document the first place is the last when they are sorted.
    """
    places = pc.subtract(there.heads.take(titled), pa.scalar(1, pa.uint16()))
    near = pc.subtract(
        pa.scalar(_FARTHEST, pa.uint16()), pc.min_element_wise(places, pa.scalar(_FARTHEST, pa.uint16()))
    )
    documents = pc.shift_left(there.documents.take(titled).cast(pa.uint32()), pa.scalar(8, pa.uint32()))
    return pc.bit_wise_or(documents, near.cast(pa.uint32()))


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
    return [_entry(*each, bucket) for each in _held(hot_strings(bounds), bucket)]


def _held(strings: list[str], bucket: _Bucket) -> list[tuple[str, slice, int]]:
    """Each with its places and the documents that hold it, one bit each.

    Places of longer strings are among those of their beginnings: from the last string on, each is looked at
    once.
    """
    found: list[tuple[str, slice, int]] = []
    longer: list[tuple[slice, int]] = []
    for string in reversed(strings):
        span, bits = bucket.span(string), 0
        at = span.start
        while longer and longer[-1][0].stop <= span.stop:
            inside, its = longer.pop()
            bits |= its | bucket.holding(at, inside.start)
            at = inside.stop
        bits |= bucket.holding(at, span.stop)
        longer.append((span, bits))
        found.append((string, span, bits))
    return found[::-1]


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


def _entry(string: str, span: slice, held: int, bucket: _Bucket) -> Entry:
    """Found documents as steps or, where they are many, one bit each; then the others as steps."""
    partial = 0 if _RUN.isdisjoint((string[0], string[-1])) else held & ~bucket.whole(string, span)
    first = bucket.first(span)
    count, size = held.bit_count(), (bucket.count + 7) // 8
    body = held.to_bytes(size, "little") if count * 8 > bucket.count else _steps(_ones(held, size))
    body += _steps(_ones(partial, size)) + _steps(list(first))
    body += bytes(first.values())
    return Entry([string, count, partial.bit_count(), len(first)], body)


def _ones(bits: int, size: int) -> Sequence[int]:
    """The numbers of the bits that are set."""
    if not bits:
        return ()
    column = pa.Array.from_buffers(pa.bool_(), size * 8, [None, pa.py_buffer(bits.to_bytes(size, "little"))])
    found: Sequence[int] = view(pc.indices_nonzero(column))
    return found


def _steps(documents: Sequence[int]) -> bytes:
    """Numbers, smallest first, as the step from each to the next: low bytes, then high bytes."""
    return low_high(list(map(sub, documents, (0, *documents))))
