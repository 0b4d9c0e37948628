"""What is done with columns of numbers more than once."""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

import pyarrow as pa
from pyarrow import compute as pc

#: so many numbers are kept at hand
RISING = 1 << 18
_FORMATS: dict[int, Literal["B", "H", "I", "Q"]] = {1: "B", 2: "H", 4: "I", 8: "Q"}


def numbers(values: Sequence[int], kind: Any) -> Any:
    """A column of numbers from a list of Python's."""
    return pa.array(values, kind)


def units(data: bytes | bytearray) -> Any:
    """16-bit units, the low byte of each first, as a column."""
    if sys.byteorder == "big":
        swapped = array("H", data)
        swapped.byteswap()
        data = swapped.tobytes()
    return pa.Array.from_buffers(pa.uint16(), len(data) // 2, [None, pa.py_buffer(data)])


def rising(count: int) -> Any:
    """0, 1, 2 …"""
    return _rising(max(RISING, 1 << count.bit_length())).slice(0, count)


@lru_cache(2)
def _rising(count: int) -> Any:
    return pc.cumulative_sum(pa.repeat(pa.scalar(1, pa.int32()), count), start=-1)


def spread(ends: Any, values: Any) -> Any:
    """A column in which each value stands up to its end."""
    return pc.run_end_decode(pa.RunEndEncodedArray.from_arrays(ends, values))


def taken(column: Any, places: Any) -> Any:
    """What stands at some places that are all there."""
    return pc.take(column, places, boundscheck=False)


def steps(firsts: Any, end: int) -> Any:
    """How far it is from each to the next, and from the last to the end."""
    after = pa.concat_arrays([firsts.slice(1), numbers([end], firsts.type)])
    return pc.subtract(after, firsts)


def changes(column: Any) -> Any:
    """Where a value is not the one before it; the first always is."""
    differs = pc.not_equal(column.slice(1), column.slice(0, len(column) - 1))
    return pa.concat_arrays([pa.array([True]), differs])


def view(column: Any) -> Any:
    """The numbers of a column without a copy; they are read one by one without an object for each."""
    size = column.type.bit_width // 8
    data = memoryview(column.buffers()[1])[column.offset * size : (column.offset + len(column)) * size]
    return data.cast("B").cast(_FORMATS[size])


def low_high(values: Sequence[int]) -> bytes:
    """A few 16-bit numbers as all their low bytes, then all their high bytes."""
    data = struct.pack(f"<{len(values)}H", *values)
    return data[::2] + data[1::2]


def halves(column: Any) -> tuple[Any, Any]:
    """The low and the high bytes of a column of 16-bit numbers."""
    low = pc.bit_wise_and(column, pa.scalar(255, pa.uint16())).cast(pa.uint8())
    high = pc.shift_right(column, pa.scalar(8, pa.uint16())).cast(pa.uint8())
    return view(low), view(high)
