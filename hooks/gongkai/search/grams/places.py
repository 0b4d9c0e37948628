"""What is known of each place of a text: its piece, its offset there, whether a word or number runs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.grams.leaves import numbers
from gongkai.search.grams.text import Text


@dataclass(frozen=True)
class Places:
    """By place: ``pieces``, ``offsets``; ``runs_on`` where a run of letters or digits has begun before;
    ``in_head`` in title or number. By piece: ``documents``."""

    pieces: Any
    offsets: Any
    runs_on: Any
    in_head: Any
    documents: Any


def places(text: Text, column: Any) -> Places:
    """Of every unit of the column, the last stops included."""
    ends = [*text.starts[1:-1], len(column)]
    runs = numbers(ends, pa.int32())
    pieces = spread(runs, numbers([*range(len(ends))], pa.int32()))
    begins = spread(runs, numbers(text.starts[:-1], pa.int32()))
    heads = spread(runs, numbers(text.heads, pa.int32()))
    every = pc.subtract(pc.cumulative_sum(pa.repeat(pa.scalar(1, pa.int32()), len(column))), 1)
    letters = _letters(column)
    before = pa.concat_arrays([pa.array([False]), letters.slice(0, len(letters) - 1)])
    return Places(
        pieces=pieces,
        offsets=pc.subtract(every, begins),
        runs_on=pc.and_(before, letters),
        in_head=pc.less(every, heads),
        documents=numbers(text.documents, pa.int32()),
    )


def spread(ends: Any, values: Any) -> Any:
    """A column in which each value stands up to its end."""
    return pc.run_end_decode(pa.RunEndEncodedArray.from_arrays(ends, values))


def _letters(column: Any) -> Any:
    """0-9 and a-z."""
    digits = pc.and_(pc.greater_equal(column, ord("0")), pc.less_equal(column, ord("9")))
    small = pc.and_(pc.greater_equal(column, ord("a")), pc.less_equal(column, ord("z")))
    return pc.or_(digits, small)
