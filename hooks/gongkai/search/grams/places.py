"""What is known of each place of a text: its document, its offset there, whether a word or number runs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.grams.columns import numbers, rising, spread
from gongkai.search.grams.text import Text

#: places in title and number are told up to here: 13 bits
FARTHEST = 0x1FFE
#: how far behind them, and what people ask, is still soon: there stand names, keywords and the summary
#: (see ``gram-find.js``)
SOON = 160
#: behind title and number
STOPS = 2


@dataclass(frozen=True)
class Places:
    """By place: ``documents``; ``runs_on`` where a run of letters or digits has begun before.

    By document: where it ``starts``, how long title and number of it are, with their stops (``heads``), and
    how much from its beginning is still ``soon``.
    """

    documents: Any
    runs_on: Any
    starts: Any
    heads: Any
    soon: Any

    @property
    def count(self) -> int:
        """How many documents there are."""
        return len(self.heads)


@dataclass(frozen=True)
class Ordered:
    """What is known of some places, in their order: worked out once for a bucket, to spare memory.

    ``heads``: how far into its document a place in title or number is, and one more; 0 for any other;
    ``early``: whether it is there or soon behind.
    """

    order: Any
    documents: Any
    heads: Any
    early: Any
    runs_on: Any


def in_order(known: Places, order: Any) -> Ordered:
    """The places in the order of the leaves."""
    documents = known.documents.take(order)
    offsets = pc.subtract(order.cast(pa.int32()), known.starts.take(documents))
    ends = known.heads.take(documents)
    in_head, early = pc.less(offsets, ends), pc.less_equal(offsets, known.soon.take(documents))
    heads = pc.if_else(in_head, pc.add(offsets, 1), pa.scalar(0, pa.int32())).cast(pa.uint16())
    return Ordered(order, documents, heads, early, known.runs_on.take(order))


def places(text: Text, column: Any) -> Places:
    """Of every unit of the column, the last stops included."""
    ends = [*text.starts[1:-1], len(column)]
    heads = [
        min(title + number + STOPS, FARTHEST) for title, number in zip(text.titles, text.numbers, strict=True)
    ]
    letters = _letters(column)
    before = pa.concat_arrays([pa.array([False]), letters.slice(0, len(letters) - 1)])
    return Places(
        documents=spread(numbers(ends, "int32"), rising(len(ends)).cast(pa.uint16())),
        runs_on=pc.and_(before, letters),
        starts=numbers(text.starts[:-1], "int32"),
        heads=numbers(heads, "int32"),
        soon=numbers(
            [head + asked + SOON - STOPS for head, asked in zip(heads, text.asked, strict=True)], "int32"
        ),
    )


def _letters(column: Any) -> Any:
    """0-9 and a-z."""
    return pc.or_(_between(column, "0", "9"), _between(column, "a", "z"))


def _between(column: Any, first: str, last: str) -> Any:
    """With numbers of the column's own kind: else it would be copied into a larger one."""
    least, most = (pa.scalar(ord(char), column.type) for char in (first, last))
    return pc.and_(pc.greater_equal(column, least), pc.less_equal(column, most))
