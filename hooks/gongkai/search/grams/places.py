"""What is known of each place of a text: its piece, its offset there, whether a word or number runs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.grams.leaves import numbers, rising, spread
from gongkai.search.grams.text import Text


@dataclass(frozen=True)
class Places:
    """By place: ``pieces``; ``runs_on`` where a run of letters or digits has begun before.

    By piece: where it ``starts``, how long title and number of it are (``heads``), the document it is of.
    """

    pieces: Any
    runs_on: Any
    starts: Any
    heads: Any
    documents: Any

    @property
    def count(self) -> int:
        """How many documents there are."""
        return int(self.documents[-1].as_py()) + 1 if len(self.documents) else 0


@dataclass(frozen=True)
class Ordered:
    """What is known of some places, in their order: worked out once for a bucket, to spare memory."""

    order: Any
    pieces: Any
    offsets: Any
    runs_on: Any
    documents: Any
    in_head: Any


def in_order(known: Places, order: Any) -> Ordered:
    """``offsets``: how far into its piece each place is; ``in_head``: whether that is title or number."""
    pieces = known.pieces.take(order)
    offsets = pc.subtract(order.cast(pa.int32()), known.starts.take(pieces))
    parted = len(known.documents) > known.count
    documents = known.documents.take(pieces) if parted else pieces.cast(pa.int32())
    in_head = pc.less(offsets, known.heads.take(pieces))
    return Ordered(order, pieces, offsets, known.runs_on.take(order), documents, in_head)


def places(text: Text, column: Any) -> Places:
    """Of every unit of the column, the last stops included."""
    ends = [*text.starts[1:-1], len(column)]
    starts, heads = (numbers(each, pa.int32()) for each in (text.starts[:-1], text.heads))
    letters = _letters(column)
    before = pa.concat_arrays([pa.array([False]), letters.slice(0, len(letters) - 1)])
    return Places(
        pieces=spread(numbers(ends, pa.int32()), rising(len(ends)).cast(pa.uint16())),
        runs_on=pc.and_(before, letters),
        starts=starts,
        heads=pc.subtract(heads, starts),
        documents=numbers(text.documents, pa.int32()),
    )


def _letters(column: Any) -> Any:
    """0-9 and a-z."""
    digits = pc.and_(pc.greater_equal(column, ord("0")), pc.less_equal(column, ord("9")))
    small = pc.and_(pc.greater_equal(column, ord("a")), pc.less_equal(column, ord("z")))
    return pc.or_(digits, small)
