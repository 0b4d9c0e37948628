"""Leaves → files of some 4,000 bytes, and the tables by which a browser knows which file to ask for."""

from __future__ import annotations

import json
import re
import struct
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.grams.columns import halves, numbers, rising, spread, view
from gongkai.search.grams.files import Files
from gongkai.search.grams.leaves import Keys, Leaves
from gongkai.search.grams.places import Ordered, Places

#: bytes of a file when packed, about: cut between the two where a key says so, else before it is too large
SMALL, LARGE = 2800, 5600
#: of how many keys one says so, as a power of two: the cuts behind an edit soon fall where they fell before
RARE = 5
#: how many files one table of bounds is for, about
FAN = 64
_HALF = re.compile("[\ud800-\udfff]")


def as_json(value: object) -> bytes:
    """JSON whose halves of characters beyond 16 bits survive."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text).encode()


def table(entries: Sequence[tuple[str, str]]) -> dict[str, object]:
    """(first key, name) of files in order, as the browser reads them."""
    return {"keys": [key for key, _ in entries], "names": "".join(name for _, name in entries)}


def ends(key: str, among: int) -> bool:
    """Whether a file may end before this key: so it is for one of so many, wherever they stand."""
    return zlib.crc32(key.encode("utf-16-le", "surrogatepass")) % among == 0


def packed_leaves(
    leaves: Leaves, keys: Keys, column: Any, known: Places, there: Ordered, files: Files
) -> list[tuple[str, str]]:
    """Writes all leaves, whose places are ``there``; gives (first key, name) of each file."""
    spans = list(cuts(_sizes(leaves), _marks(leaves, column)))
    by_place = _by_place(leaves, known, there)
    by_leaf, letters, tails = _by_leaf(leaves, column, [begin for begin, _ in spans])
    begins = view(leaves.begins)
    bounds = []
    for begin, end in spans:
        span, run = slice(begins[begin], begins[end]), slice(tails[begin], tails[end])
        parts: list[Any] = [struct.pack("<HH", end - begin, run.stop - run.start)]
        parts += [each[begin:end] for each in by_leaf]
        parts += [each[run] for each in letters]
        parts += [each[span] for each in by_place]
        bounds.append((keys[begin], files.named(b"".join(parts))))
    return bounds


def packed_bounds(bounds: list[tuple[str, str]], files: Files) -> list[tuple[str, str]]:
    """Writes the tables of bounds; gives (first key, name) of each."""
    found: list[list[tuple[str, str]]] = []
    for bound in bounds:
        held = len(found[-1]) if found else 0
        if not found or held >= 2 * FAN or (held >= FAN // 2 and ends(bound[0], FAN // 2)):
            found.append([])
        found[-1].append(bound)
    return [(part[0][0], files.named(as_json(table(part)))) for part in found]


def cuts(sizes: Any, marks: Any) -> Iterator[tuple[int, int]]:
    """Which leaves share a file, by their sizes and those before which one may end (see ``_marks``)."""
    sums, may = view(pc.cumulative_sum(sizes)), view(marks)
    begin, before = 0, 0
    while begin < len(sums):
        least = bisect_left(sums, before + SMALL, begin) + 1
        most = max(least, bisect_right(sums, before + LARGE, begin))
        mark = bisect_left(may, least)
        end = min(may[mark] if mark < len(may) else most, most, len(sums))
        yield begin, end
        begin, before = end, sums[end - 1]


def _marks(leaves: Leaves, column: Any) -> Any:
    """Leaves before which a file may end: so it is for few, by the end of the key, wherever they stand."""
    ends = pc.add(leaves.order.take(leaves.begins.slice(0, len(leaves.depths))), leaves.depths)
    mixed = leaves.depths.cast(pa.uint32())
    for behind in (1, 2):
        units = column.take(pc.subtract(ends, behind)).cast(pa.uint32())
        mixed = pc.multiply(pc.bit_wise_xor(mixed, units), pa.scalar(0x9E3779B1, pa.uint32()))
        mixed = pc.bit_wise_xor(mixed, pc.shift_right(mixed, pa.scalar(15, pa.uint32())))
    chosen = pc.equal(pc.bit_wise_and(mixed, pa.scalar((1 << RARE) - 1, pa.uint32())), 0)
    return pc.indices_nonzero(chosen)


def _sizes(leaves: Leaves) -> Any:
    """About how many bytes each leaf comes to when packed."""
    tails = pc.subtract(leaves.depths, leaves.shared).cast(pa.int32())
    return pc.add(pc.add(pc.multiply(leaves.counts.cast(pa.int32()), 2), tails), 3)


def _by_leaf(leaves: Leaves, column: Any, firsts: list[int]) -> tuple[list[Any], tuple[Any, Any], Any]:
    """How much each key has of the one before, how much else, and how many places; the rest of all keys, and
    where that of each begins. The first of a file has nothing of the one before."""
    count = len(leaves.depths)
    first = pc.is_in(rising(count), numbers(firsts, "int32"))
    shared = pc.if_else(first, pa.scalar(0, pa.uint8()), leaves.shared)
    lengths = pc.subtract(leaves.depths, shared)
    tails = pa.concat_arrays([numbers([0], "int32"), pc.cumulative_sum(lengths.cast(pa.int32()))])
    places = leaves.order.take(leaves.begins.slice(0, count)).cast(pa.int32())
    steps = pc.subtract(pc.add(places, shared), tails.slice(0, count))
    some = pc.greater(lengths, 0)  # the parts of one leaf have one key
    there = pc.add(spread(tails.slice(1).filter(some), steps.filter(some)), rising(tails[-1].as_py()))
    low, high = halves(leaves.counts.cast(pa.uint16()))
    return [view(shared), view(lengths), low, high], halves(column.take(there)), view(tails)


def _by_place(leaves: Leaves, known: Places, there: Ordered) -> list[Any]:
    """For every place in order its document, then its place in title and number above three flags."""
    depths = spread(leaves.begins.slice(1).cast(pa.int32()), leaves.depths)
    runs_on = known.runs_on.take(pc.add(there.order, depths))
    heads = pc.shift_left(there.heads, pa.scalar(3, pa.uint16()))
    for bit, flag in enumerate((there.runs_on, runs_on, there.early)):
        heads = pc.bit_wise_or(heads, pc.shift_left(flag.cast(pa.uint16()), pa.scalar(bit, pa.uint16())))
    return [*halves(there.documents), *halves(heads)]
