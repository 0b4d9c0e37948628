"""A text → every place in it, in the order of what stands there, in groups small enough to read.

Every place belongs to one leaf: the places that begin with the same 2 to 32 characters (its key), the fewest
that no more than ``LIMIT`` places begin with, or that end a line. So all places of any string stand side by
side, and a string longer than a key is looked for in the few documents of that leaf themselves. That makes
offsets needless: a place hangs on nothing but the characters behind it, and an edit moves no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.grams.columns import changes, numbers, rising, spread, view

LIMIT, DEEPEST = 24, 32
#: how many places are sorted at a time: so many that a processor has them at hand
BUCKET = 250_000
#: how many are gathered at a time, so that memory does not grow with the text
GATHERED = 1_000_000
#: by how many characters at a time
STEP = 4


@dataclass(frozen=True)
class Leaves:
    """``order``: all places; from ``begins[n]`` to ``begins[n + 1]`` they are those of leaf n.

    Its key has ``depths[n]`` characters, of which the key before begins with ``shared[n]``.
    """

    order: Any
    begins: Any
    depths: Any
    shared: Any

    @property
    def counts(self) -> Any:
        """How many places each leaf has."""
        return pc.subtract(self.begins.slice(1), self.begins.slice(0, len(self.begins) - 1))


class Keys:
    """The keys of leaves by their number, made when they are asked for."""

    def __init__(self, text: str, leaves: Leaves) -> None:
        firsts = leaves.order.take(leaves.begins.slice(0, len(leaves.depths)))
        self._text, self._firsts, self._depths = text, view(firsts), view(leaves.depths)

    def __len__(self) -> int:
        return len(self._depths)

    def __getitem__(self, leaf: int) -> str:
        first = self._firsts[leaf]
        return self._text[first : first + self._depths[leaf]]


def buckets(column: Any) -> Iterator[Any]:
    """All places of a column of ranks, which ends with ``DEEPEST`` stops, but those at a stop."""
    text = column.slice(0, len(column) - DEEPEST)
    for lowest, counts in _shared(text, GATHERED):
        highest = lowest + len(counts) - 1
        inside = pc.and_(pc.greater_equal(text, lowest), pc.less_equal(text, highest))
        places = pc.indices_nonzero(inside).cast(pa.uint32())
        places = places.take(pc.sort_indices(text.take(places)))
        yield from _cut(places, counts)


def _shared(text: Any, most: int) -> Iterator[tuple[int, list[int]]]:
    """Ranks that have so many places together, or one that has more: the first, and how many each has."""
    counted = pc.value_counts(text)
    counts = dict(zip(*(view(each).tolist() for each in counted.flatten()), strict=True))
    found: list[int] = []
    lowest = 1
    for rank in range(1, max(counts, default=0) + 1):
        if found and sum(found) + counts[rank] > most:
            yield lowest, found
            lowest, found = rank, []
        found.append(counts[rank])
    if found:
        yield lowest, found


def _cut(places: Any, counts: list[int]) -> Iterator[Any]:
    """Places in parts of whole ranks."""
    begin = end = 0
    for count in counts:
        if end > begin and end - begin + count > BUCKET:
            yield places.slice(begin, end - begin)
            begin = end
        end += count
    yield places.slice(begin, end - begin)


def ranked(column: Any) -> Any:
    """The same with units numbered by those there are, in their order: fewer are sorted in less time.

    The first of them, 0, is ``STOP``.
    """
    there = pc.unique(column)
    there = there.take(pc.sort_indices(there))
    ranks = pc.scatter(rising(len(there)).cast(pa.uint16()), there.cast(pa.int32()), max_index=0xFFFF)
    return ranks.take(column)


def sorted_leaves(column: Any, places: Any) -> Leaves:
    """These places of a column of ranks, in groups."""
    sorting = _Sorting(places)
    while len(sorting.places):
        sorting.step(column)
    return sorting.leaves()


class _Sorting:
    """Places that are not told apart yet, in the order known so far, and the leaves that are done."""

    def __init__(self, places: Any) -> None:
        count = len(places)
        self.places, self.slots, self.depth = places, rising(count), 0
        #: where another group begins, and how much it has in common with the one before
        self.edges = pc.equal(self.slots, 0)
        self.shared = pa.repeat(pa.scalar(0, pa.uint8()), count)
        self._placed: list[tuple[Any, Any]] = []
        self._ended: list[tuple[Any, Any, Any]] = []

    def step(self, column: Any) -> None:
        """Sorts by the next characters, then takes out what is few enough after each of them."""
        chars = [column.slice(self.depth + ahead).take(self.places) for ahead in range(STEP)]
        runs = [pc.cumulative_sum(self.edges.cast(pa.uint32()))] if self.depth else []
        order = _order([*runs, *chars])
        self.places = self.places.take(order)
        chars = [each.take(order) for each in chars]
        while chars and len(self.places):
            each, *chars = chars
            self._parted(each)
            self.depth += 1
            kept = self._take_out(each) if self.depth > 1 else None
            chars = [other.filter(kept) for other in chars] if kept is not None else chars

    def _parted(self, chars: Any) -> None:
        """Groups by one more character."""
        edges = pc.or_(self.edges, changes(chars))
        here = pa.scalar(self.depth, pa.uint8())
        self.shared = pc.if_else(pc.and_not(edges, self.edges), here, self.shared)
        self.edges = edges

    def _take_out(self, chars: Any) -> Any:
        """Makes leaves of groups that are done; gives which places are left, None for all."""
        firsts = pc.indices_nonzero(self.edges)
        ends = pa.concat_arrays([firsts.slice(1), pa.array([len(self.places)], pa.uint64())])
        counts = pc.subtract(ends, firsts)
        limit = LIMIT if self.depth < DEEPEST else len(self.places)
        over = pc.or_(pc.less_equal(counts, limit), pc.equal(chars.take(firsts), 0))
        if not pc.any(over).as_py():
            return None
        begun = firsts.filter(over)
        depths = pa.repeat(pa.scalar(self.depth, pa.uint8()), len(begun))
        self._ended.append((self.slots.take(begun), depths, self.shared.take(begun)))
        gone = spread(ends.cast(pa.int32()), over)
        self._placed.append((self.slots.filter(gone), self.places.filter(gone)))
        kept = pc.invert(gone)
        self.slots, self.places = self.slots.filter(kept), self.places.filter(kept)
        self.edges, self.shared = self.edges.filter(kept), self.shared.filter(kept)
        return kept

    def leaves(self) -> Leaves:
        """All of them, by where they begin."""
        slots, places = map(pa.concat_arrays, zip(*self._placed, strict=True))
        begins, depths, shared = map(pa.concat_arrays, zip(*self._ended, strict=True))
        by_place = pc.sort_indices(begins)
        begins = pa.concat_arrays([begins.take(by_place), numbers([len(slots)], begins.type)])
        return Leaves(pc.scatter(places, slots), begins, depths.take(by_place), shared.take(by_place))


def _order(columns: list[Any]) -> Any:
    """By the first column, then by the next, then as they were.

    All have fewer than 65,536 different values: Arrow then sorts by counting, in a quarter of the time.
    """
    order = pc.sort_indices(columns[-1])
    for column in reversed(columns[:-1]):
        order = order.take(pc.sort_indices(column.take(order)))
    return order
