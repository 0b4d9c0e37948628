"""Places of a text → leaves: sorted by four characters at a time, until few enough have them in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.grams import leaves as limits
from gongkai.search.grams.buckets import Pairs
from gongkai.search.grams.columns import changes, numbers, rising, spread, steps, taken
from gongkai.search.grams.leaves import DEEPEST, Leaves

#: by how many characters places are sorted at a time
STEP = 4
#: numbers of so many bits are sorted by counting, those of more in twenty times the time
COUNTED = 12


def sorted_leaves(pairs: Pairs, places: Any) -> Leaves:
    """These places of a text in groups."""
    sorting = _Sorting(places, pairs)
    while len(sorting.places):
        sorting.step()
    return sorting.leaves()


class _Groups(NamedTuple):
    """Places that have all characters read so far in common; those of a group stand side by side.

    ``firsts``: where each begins among the places that are left; ``counts``: how many there are; ``slots``:
    where its first will stand in the end; ``shared``: how many characters it has in common with the group
    before.
    """

    firsts: Any
    counts: Any
    slots: Any
    shared: Any


class _Ended(NamedTuple):
    """Leaves: where each will begin in the end, how many places it has, and as ``Leaves`` has them."""

    slots: Any
    counts: Any
    depths: Any
    shared: Any


class _Sorting:
    """Places that are not told apart yet, in the order known so far, and the leaves that are done."""

    def __init__(self, places: Any, pairs: Pairs) -> None:
        self._pairs, self._bits = pairs
        nothing = numbers([0], pa.int32())
        self.places, self.depth = places, 0
        self.groups = _Groups(nothing, numbers([len(places)], pa.int32()), nothing, nothing.cast(pa.uint8()))
        self._placed: list[Any] = []
        self._ended: list[_Ended] = []

    def step(self) -> None:
        """Sorts by the next characters, then takes out what is few enough after some of them."""
        words = self._read()
        count = len(self.groups.firsts)
        runs = spread(pc.add(self.groups.firsts, self.groups.counts), rising(count))
        order = _order([*_digits(runs, (count - 1).bit_length()), *_digits(words, STEP * self._bits)])
        self.places, words = taken(self.places, order), taken(words, order)
        edges = pc.or_(changes(words), changes(runs))
        firsts = pc.indices_nonzero(edges).cast(pa.int32())
        words, runs = taken(words, firsts), taken(runs, firsts)
        common = self._common(words, runs)
        groups = self._finer(firsts, common, runs)
        self._part(groups, self._done(groups, common, words))
        self.depth += STEP

    def _read(self) -> Any:
        """The next four characters of each place as one number."""
        ahead = (self._pairs.slice(self.depth + two) for two in (0, STEP // 2))
        high, low = (taken(pairs, self.places).cast(pa.uint64(), safe=False) for pairs in ahead)
        return pc.bit_wise_or(pc.shift_left(high, pa.scalar(STEP // 2 * self._bits, pa.uint64())), low)

    def _common(self, words: Any, runs: Any) -> Any:
        """How many of the four characters each has in common with the one before, -1 in another run."""
        before = pa.concat_arrays([words.slice(0, 1), words.slice(0, len(words) - 1)])
        differ, common = pc.bit_wise_xor(words, before), pa.repeat(pa.scalar(0, pa.int8()), len(words))
        for ahead in range(1, STEP):
            least = pa.scalar(1 << self._bits * (STEP - ahead), pa.uint64())
            common = pc.add(common, pc.less(differ, least).cast(pa.int8()))
        return pc.if_else(changes(runs), pa.scalar(-1, pa.int8()), common)

    def _finer(self, firsts: Any, common: Any, runs: Any) -> _Groups:
        """The groups that begin at ``firsts``, each part of one of those before."""
        before = self.groups
        slots = pc.add(firsts, taken(pc.subtract(before.slots, before.firsts), runs))
        shared = pc.add(common, pa.scalar(self.depth, pa.int8()))
        known = pc.less(common, pa.scalar(0, pa.int8()))
        shared = pc.if_else(known, taken(before.shared, runs), shared.cast(pa.uint8(), safe=False))
        return _Groups(firsts, steps(firsts, len(self.places)), slots, shared)

    def _done(self, groups: _Groups, common: Any, words: Any) -> Any:
        """Makes leaves of what is few enough after one more character, after two …; gives what is in one."""
        done = pa.repeat(False, len(common))
        found: list[tuple[Any, ...]] = []
        for ahead in range(STEP):
            last = ahead == STEP - 1  # then each is a group by itself
            at = rising(len(common)) if last else _at_most(common, ahead)
            counts = groups.counts if last else steps(taken(groups.firsts, at), len(self.places))
            over = self._over(ahead, counts, words if last else taken(words, at))
            fresh = pc.and_not(over, done if last else taken(done, at))
            begun = at.filter(fresh)
            depths = pa.repeat(pa.scalar(self.depth + ahead + 1, pa.uint8()), len(begun))
            found.append((begun, counts.filter(fresh), depths))
            done = pc.or_(done, over if last else spread(pc.add(at, steps(at, len(common))), over))
        begun, counts, depths = _in_order(_joined(found), len(common))
        self._ended.append(_Ended(taken(groups.slots, begun), counts, depths, taken(groups.shared, begun)))
        return done

    def _over(self, ahead: int, counts: Any, words: Any) -> Any:
        """Which groups are leaves after so many more characters."""
        depth = self.depth + ahead + 1
        if depth == 1 or depth >= DEEPEST:
            return pa.repeat(depth > 1, len(counts))
        last = pa.scalar(((1 << self._bits) - 1) << self._bits * (STEP - 1 - ahead), pa.uint64())
        stop = pc.equal(pc.bit_wise_and(words, last), pa.scalar(0, pa.uint64()))
        return pc.or_(pc.less_equal(counts, pa.scalar(limits.LIMIT, pa.int32())), stop)

    def _part(self, groups: _Groups, done: Any) -> None:
        """Puts the places of leaves aside."""
        gone = spread(pc.add(groups.firsts, groups.counts), done)
        self._placed.append(self.places.filter(gone))
        self.places = self.places.filter(pc.invert(gone))
        _, counts, slots, shared = (each.filter(pc.invert(done)) for each in groups)
        self.groups = _Groups(pc.subtract(pc.cumulative_sum(counts), counts), counts, slots, shared)

    def leaves(self) -> Leaves:
        """All of them, by where they begin."""
        places, ended = pa.concat_arrays(self._placed), _joined(self._ended)
        slots, counts = ended[:2]
        ends = pc.cumulative_sum(counts)
        moved = pc.add(pc.subtract(slots, ends), counts)
        order = pc.scatter(places, pc.add(rising(len(places)), spread(ends, moved)))
        slots, _, depths, shared = _in_order(ended, len(places))
        return Leaves(order, pa.concat_arrays([slots, numbers([len(places)], slots.type)]), depths, shared)


def _digits(column: Any, bits: int) -> list[Any]:
    """Numbers of so many bits as columns of few different numbers, the most significant first."""
    count = -(-bits // COUNTED)
    width = -(-bits // max(1, count))
    mask = pa.scalar((1 << width) - 1, column.type)
    shifts = (pa.scalar(width * n, column.type) for n in reversed(range(count)))
    return [pc.bit_wise_and(pc.shift_right(column, by), mask).cast(pa.uint16(), safe=False) for by in shifts]


def _order(columns: list[Any]) -> Any:
    """By the first column, then by the next, then as they were."""
    order = pc.sort_indices(columns[-1]).cast(pa.uint32(), safe=False)
    for column in reversed(columns[:-1]):
        order = taken(order, pc.sort_indices(taken(column, order)))
    return order


def _at_most(common: Any, most: int) -> Any:
    return pc.indices_nonzero(pc.less_equal(common, pa.scalar(most, pa.int8()))).cast(pa.int32())


def _joined(found: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Columns put one behind the other."""
    return tuple(map(pa.concat_arrays, zip(*found, strict=True)))


def _in_order(columns: tuple[Any, ...], count: int) -> tuple[Any, ...]:
    """The same by the first, in which no number stands twice and all are less than ``count``."""
    order = pc.scatter(rising(len(columns[0])), columns[0], max_index=count - 1).drop_null()
    return tuple(taken(each, order) for each in columns)
