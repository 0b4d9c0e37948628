"""A text → all places in it, a few first characters at a time: so many places as a processor has at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.grams.columns import rising, taken, view
from gongkai.search.grams.leaves import DEEPEST

#: how many places are sorted at a time, and how many units looked at: memory does not grow with the text
BUCKET, BLOCK = 250_000, 500_000


def ranked(column: Any) -> Any:
    """Units numbered by those there are, in their order: fewer are sorted in less time.

    The first of them, 0, is ``STOP``.
    """
    there = pc.unique(column)
    there = there.take(pc.sort_indices(there))
    ranks = pc.scatter(rising(len(there)).cast(pa.uint16()), there.cast(pa.int32()), max_index=0xFFFF)
    return taken(ranks, column)


class Pairs(NamedTuple):
    """The rank of every unit, which has so many ``bits``, above that of the next.

    Read two at a time, for a place in the order of what follows it is far from the one before.
    """

    column: Any
    bits: int


def paired(ranks: Any) -> Pairs:
    """Ranks two by two; behind the last is a zero."""
    bits = max(1, pc.max(ranks).as_py().bit_length())
    data = bytearray(4 * len(ranks))
    for begin in range(0, len(ranks), BLOCK):
        high, low = (ranks.slice(begin + ahead, BLOCK).cast(pa.uint32()) for ahead in (0, 1))
        low = pa.concat_arrays([low, pa.repeat(pa.scalar(0, pa.uint32()), len(high) - len(low))])
        both = pc.bit_wise_or(pc.shift_left(high, pa.scalar(bits, pa.uint32())), low)
        data[4 * begin : 4 * (begin + len(both))] = view(both).cast("B")
    return Pairs(pa.Array.from_buffers(pa.uint32(), len(ranks), [None, pa.py_buffer(data)]), bits)


@dataclass(frozen=True)
class _Block:
    """Places by rank: from ``begins[rank]`` to ``begins[rank + 1]`` they are those of a rank."""

    places: Any
    begins: list[int]


def blocks(ranks: Any) -> list[_Block]:
    """All places but those at a stop, in the order of the text and within a block by rank."""
    most = pc.max(ranks).as_py()
    text = ranks.slice(0, len(ranks) - DEEPEST)
    return [_block(text.slice(begin, BLOCK), begin, most) for begin in range(0, len(text), BLOCK)]


def _block(ranks: Any, begin: int, most: int) -> _Block:
    counts = _counts(ranks)
    order = pc.sort_indices(ranks).slice(counts[0]).cast(pa.uint32())
    begins = [0, 0, *accumulate(counts[rank] for rank in range(1, most + 1))]
    return _Block(pc.add(order, pa.scalar(begin, pa.uint32())), begins)


def _counts(ranks: Any) -> Counter[int]:
    there, counts = (view(each).tolist() for each in pc.value_counts(ranks).flatten())
    return Counter(dict(zip(there, counts, strict=True)))


def buckets(gathered: list[_Block]) -> Iterator[Any]:
    """Places of ranks that have so many together, or of one that has more; those of one rank by the text."""
    ends = [sum(each) for each in zip(*(block.begins for block in gathered), strict=True)]
    begin = 1
    for end in range(2, len(ends)):
        if end == len(ends) - 1 or ends[end + 1] - ends[begin] > BUCKET:
            parts = ((each.places, each.begins[begin], each.begins[end]) for each in gathered)
            yield pa.concat_arrays([places.slice(first, last - first) for places, first, last in parts])
            begin = end
