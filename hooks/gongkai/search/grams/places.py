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

    By piece: where it ``starts``, where title and number of it end (``heads``), the document it is of. What
    follows from these is worked out for the places of a bucket only, to spare memory.
    """

    pieces: Any
    runs_on: Any
    starts: Any
    heads: Any
    documents: Any

    def offsets(self, order: Any) -> Any:
        """How far into its piece each place is."""
        return pc.subtract(order.cast(pa.int32()), self.starts.take(self.pieces.take(order)))

    def in_head(self, order: Any) -> Any:
        """Whether each place is in title or number."""
        return pc.less(order.cast(pa.int32()), self.heads.take(self.pieces.take(order)))


def places(text: Text, column: Any) -> Places:
    """Of every unit of the column, the last stops included."""
    ends = [*text.starts[1:-1], len(column)]
    letters = _letters(column)
    before = pa.concat_arrays([pa.array([False]), letters.slice(0, len(letters) - 1)])
    return Places(
        pieces=spread(numbers(ends, pa.int32()), rising(len(ends)).cast(pa.uint16())),
        runs_on=pc.and_(before, letters),
        starts=numbers(text.starts[:-1], pa.int32()),
        heads=numbers(text.heads, pa.int32()),
        documents=numbers(text.documents, pa.int32()),
    )


def _letters(column: Any) -> Any:
    """0-9 and a-z."""
    digits = pc.and_(pc.greater_equal(column, ord("0")), pc.less_equal(column, ord("9")))
    small = pc.and_(pc.greater_equal(column, ord("a")), pc.less_equal(column, ord("z")))
    return pc.or_(digits, small)
