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
    run, slots = column.take(places), rising(len(places))
    done: list[tuple[Any, Any]] = []
    ends: list[tuple[Any, Any, Any]] = []
    depth = 2
    while len(places):
        after = column.slice(depth - 1).take(places)
        order = _order(run, after)
        places = places.take(order)
        same = pc.run_end_encode(_joined(run.take(order), after.take(order)))
        counts = _counts(same.run_ends)
        few = pc.less_equal(counts, LIMIT if depth < DEEPEST else len(places))
        firsts = slots.take(pc.subtract(same.run_ends, counts).filter(few))
        ends.append((firsts, counts.filter(few), pa.repeat(pa.scalar(depth, pa.int32()), len(firsts))))
        small = spread(same.run_ends, few)
        done.append((slots.filter(small), places.filter(small)))
        many = pc.invert(small)
        run = spread(same.run_ends, pc.cumulative_sum(pc.invert(few).cast(pa.uint32()))).filter(many)
        slots, places = slots.filter(many), places.filter(many)
        depth += 1
    slots, places = map(pa.concat_arrays, zip(*done, strict=True))
    return _laid_out(pc.scatter(places, slots), *map(pa.concat_arrays, zip(*ends, strict=True)))


def _order(run: Any, after: Any) -> Any:
    """By run, then by the unit behind it, then as they were.

    Both have fewer than 65,536 values: Arrow then sorts by counting, in a quarter of the time.
    """
    inner = pc.sort_indices(after)
    return inner.take(pc.sort_indices(run.take(inner)))


def _laid_out(order: Any, begins: Any, counts: Any, depths: Any) -> Leaves:
    """The leaves by where they begin; those of the greatest depth in parts, where they are large."""
    by_place = pc.sort_indices(begins)
    columns = [column.take(by_place).to_pylist() for column in (begins, counts, depths)]
    if (pc.max(counts).as_py() or 0) > MOST:
        parted = (
            (begin + part, min(MOST, count - part), depth)
            for begin, count, depth in zip(*columns, strict=True)
            for part in range(0, count, MOST)
        )
        columns = list(map(list, zip(*parted, strict=True)))
    return Leaves(order, *columns)


def spread(ends: Any, values: Any) -> Any:
    """A column in which each value stands up to its end."""
    return pc.run_end_decode(pa.RunEndEncodedArray.from_arrays(ends, values))


def _joined(high: Any, low: Any) -> Any:
    wide = pc.shift_left(high.cast(pa.uint64()), pa.scalar(16, pa.uint64()))
    return pc.bit_wise_or(wide, low.cast(pa.uint64()))


def _counts(ends: Any) -> Any:
    """How long each run is."""
    return pc.subtract(ends, pa.concat_arrays([pa.array([0], ends.type), ends.slice(0, len(ends) - 1)]))


def rising(count: int) -> Any:
    """0, 1, 2 …"""
    return pc.cumulative_sum(pa.repeat(pa.scalar(1, pa.int32()), count), start=-1)
