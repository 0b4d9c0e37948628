"""A text → every place in it, in the order of what stands there, in groups small enough to read.

Every place belongs to one leaf: the places that begin with the same 2 to 32 characters (its key), the fewest
that no more than ``LIMIT`` places begin with. So all places of any string stand side by side.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.grams.text import STOP

LIMIT, DEEPEST = 500, 32
#: how many places are sorted at a time, so that memory does not grow with the text
BUCKET = 1_000_000
#: a leaf that cannot be told apart any further is cut into several with one key
MOST = 2000


@dataclass(frozen=True)
class Leaves:
    """``order``: all places; ``counts[n]`` from ``begins[n]`` on are leaf n, of ``depths[n]`` characters."""

    order: Any
    begins: list[int]
    counts: list[int]
    depths: list[int]


def numbers(values: list[int] | array[int], kind: Any) -> Any:
    """A column of numbers from a list of Python's."""
    return pa.array(values, kind)


def units(text: str) -> Any:
    """A text of 16-bit units as a column."""
    data = text.encode("utf-16-le", "surrogatepass")
    packed = array("H", data)
    if sys.byteorder == "big":
        packed.byteswap()
    return pa.Array.from_buffers(pa.uint16(), len(packed), [None, pa.py_buffer(packed)])


def buckets(column: Any) -> Iterator[Any]:
    """All places of a column that ends with ``DEEPEST`` stops, but those at a stop, by their first unit."""
    text = column.slice(0, len(column) - DEEPEST)
    counted = sorted((each["values"], each["counts"]) for each in pc.value_counts(text).to_pylist())
    begin, size = ord(STOP) + 1, 0
    for unit, count in [*counted, (0x10000, BUCKET)]:
        if size and size + count > BUCKET:
            inside = pc.and_(pc.greater_equal(text, begin), pc.less_equal(text, unit - 1))
            yield pc.indices_nonzero(inside).cast(pa.uint32())
            begin, size = unit, 0
        size += count if unit > ord(STOP) else 0


def sorted_leaves(column: Any, places: Any) -> Leaves:
    """These places of a column, in groups."""
    key = pc.add(_shifted(column.take(places)), _after(column, places, 1))
    slots = _range(len(places))
    done: list[tuple[Any, Any]] = []
    ends: list[tuple[int, int, int]] = []
    depth = 2
    while len(places):
        order = pc.sort_indices(key)
        places, key = places.take(order), key.take(order)
        small, run = _runs(key, LIMIT if depth < DEEPEST else len(places))
        first = pc.filter(slots, _firsts(run, small))
        ends += zip(first.to_pylist(), _lengths(run, small), [depth] * len(first), strict=True)
        done.append((slots.filter(small), places.filter(small)))
        rest = pc.invert(small)
        slots, places, run = slots.filter(rest), places.filter(rest), run.filter(rest)
        depth += 1
        key = pc.add(_shifted(run), _after(column, places, depth - 1)) if len(places) else run
    return _laid_out(done, ends)


def _laid_out(done: list[tuple[Any, Any]], ends: list[tuple[int, int, int]]) -> Leaves:
    slots = pa.chunked_array([slot for slot, _ in done], pa.uint32()).combine_chunks()
    places = pa.chunked_array([place for _, place in done], pa.uint32()).combine_chunks()
    order = places.take(pc.sort_indices(slots))
    begins, counts, depths = [], [], []
    for begin, count, depth in sorted(ends):
        for part in range(0, count, MOST):
            begins.append(begin + part)
            counts.append(min(MOST, count - part))
            depths.append(depth)
    return Leaves(order, begins, counts, depths)


def _runs(key: Any, limit: int) -> tuple[Any, Any]:
    """For sorted keys: whether each is one of at most ``limit`` equal ones, and the number of its run."""
    found = pc.run_end_encode(key)
    ends = found.run_ends
    counts = pc.subtract(ends, pa.concat_arrays([pa.array([0], ends.type), ends.slice(0, len(ends) - 1)]))
    small = pa.RunEndEncodedArray.from_arrays(ends, pc.less_equal(counts, limit))
    run = pa.RunEndEncodedArray.from_arrays(ends, _range(len(ends)))
    return pc.run_end_decode(small), pc.run_end_decode(run)


def _firsts(run: Any, small: Any) -> Any:
    """Which places are the first of a small run."""
    before = pa.concat_arrays([pa.array([None], run.type), run.slice(0, len(run) - 1)])
    return pc.and_(pc.fill_null(pc.not_equal(run, before), True), small)


def _lengths(run: Any, small: Any) -> list[int]:
    ends = pc.run_end_encode(run.filter(small)).run_ends.to_pylist()
    return [end - begin for begin, end in zip([0, *ends], ends, strict=False)]


def _shifted(high: Any) -> Any:
    return pc.shift_left(high.cast(pa.uint64()), pa.scalar(16, pa.uint64()))


def _after(column: Any, places: Any, distance: int) -> Any:
    """The unit so far behind each place."""
    return column.slice(distance).take(places).cast(pa.uint64())


def _range(count: int) -> Any:
    values = array("I", range(count))
    return pa.Array.from_buffers(pa.uint32(), count, [None, pa.py_buffer(values)])
