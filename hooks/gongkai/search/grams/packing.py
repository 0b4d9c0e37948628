"""Leaves → files of some 8,000 bytes, and the tables by which a browser knows which file to ask for."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
from pyarrow import compute as pc

from gongkai.search.documents import SearchFailed
from gongkai.search.grams.leaves import Leaves, numbers, rising, spread
from gongkai.search.grams.places import Ordered, Places

#: bytes of a file before it is packed: cut between the two where a key says so, else before it is too large
SMALL, LARGE = 6000, 10000
#: how many files one table of bounds is for
FAN = 64
#: characters of a file's name, of 5 bits each: of 100,000 files no two are likely to share one
NAME = 10
_HALF = re.compile("[\ud800-\udfff]")
Files = dict[str, bytes]


def packed(data: bytes) -> bytes:
    """The same bytes whenever and wherever it is done."""
    return gzip.compress(data, 9, mtime=0)


def named(files: Files, data: bytes) -> str:
    """Puts the file in under a name that changes with its content; gives the name."""
    name = base64.b32encode(hashlib.blake2b(data).digest()).decode()[:NAME].lower()
    path = f"index/{name}.gram"
    content = packed(data)
    if files.setdefault(path, content) != content:
        raise SearchFailed("检索索引的两个文件重名。请改动任何一篇的标题后重新生成，并告诉工程师。")
    return name


def as_json(value: object) -> bytes:
    """JSON whose halves of characters beyond 16 bits survive."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text).encode()


def table(entries: Sequence[tuple[str, str]]) -> dict[str, object]:
    """(first key, name) of files in order, as the browser reads them."""
    return {"keys": [key for key, _ in entries], "names": "".join(name for _, name in entries)}


def packed_leaves(
    leaves: Leaves, keys: list[str], known: Places, there: Ordered, files: Files
) -> list[tuple[str, str]]:
    """Writes all leaves, whose places are ``there``; gives (first key, name) of each file."""
    columns = _columns(leaves, known, there)
    bounds = []
    for begin, end in cuts(keys, leaves.counts):
        first, last = leaves.begins[begin], leaves.begins[end - 1] + leaves.counts[end - 1]
        numbers_of = b"".join(bytes(column[first:last]) for column in columns)
        data = _keys(keys[begin:end], leaves.counts[begin:end]) + numbers_of
        bounds.append((keys[begin], named(files, data)))
    return bounds


def packed_bounds(bounds: list[tuple[str, str]], files: Files) -> list[tuple[str, str]]:
    """Writes the tables of bounds; gives (first key, name) of each."""
    parts = [bounds[at : at + FAN] for at in range(0, len(bounds), FAN)]
    return [(part[0][0], named(files, as_json(table(part)))) for part in parts]


def cuts(keys: list[str], counts: list[int]) -> Iterator[tuple[int, int]]:
    """Which leaves share a file. Where to cut hangs on the keys near by, so that one edit moves few cuts."""
    begin, size = 0, 0
    for at, key in enumerate(keys):
        more = 4 * counts[at] + 2 * len(key) + 4
        if at > begin and (size + more > LARGE or (size >= SMALL and _ends(key))):
            yield begin, at
            begin, size = at, 0
        size += more
    if keys:
        yield begin, len(keys)


def _ends(key: str) -> bool:
    return zlib.crc32(key.encode("utf-16-le", "surrogatepass")) % 4 == 0


def _keys(keys: list[str], counts: list[int]) -> bytes:
    """Each key by how much it has of the one before, and the rest; all of one sort together."""
    shared, tails, before = bytearray(), [], ""
    for key in keys:
        same = 0
        for mine, other in zip(key, before, strict=False):
            if mine != other:
                break
            same += 1
        shared.append(same)
        tails.append(key[same:])
        before = key
    text = "".join(tails).encode("utf-16-le", "surrogatepass")
    lengths = bytes(map(len, tails))
    low, high = bytes(count & 255 for count in counts), bytes(count >> 8 for count in counts)
    head = struct.pack("<HH", len(keys), len(text) // 2)
    return head + bytes(shared) + lengths + low + high + text[::2] + text[1::2]


def _columns(leaves: Leaves, known: Places, there: Ordered) -> list[memoryview]:
    """For every place in order: the gap to the piece before (low, high byte), and its offset (low, high)."""
    counts = numbers(leaves.counts, pa.int32())
    ends = pc.cumulative_sum(counts)
    leaf = spread(ends, rising(len(counts)))
    begins = pc.fill_null(pc.not_equal(pc.pairwise_diff(leaf), 0), True)
    pieces = there.pieces.cast(pa.int32())
    gaps = pc.if_else(begins, pieces, pc.pairwise_diff(pieces))
    depths = spread(ends, numbers(leaves.depths, pa.uint32()))
    run_on = known.runs_on.take(pc.add(there.order, depths))
    flags = pc.add(_flag(there.runs_on, 14), _flag(run_on, 15))
    offsets = pc.add(there.offsets, flags)
    return [*split_bytes(gaps.cast(pa.uint16())), *split_bytes(offsets.cast(pa.uint16()))]


def _flag(true: Any, bit: int) -> Any:
    return pc.shift_left(true.cast(pa.int32()), bit)


def split_bytes(column: Any) -> tuple[memoryview, memoryview]:
    """The low and the high bytes of a column of 16-bit numbers."""
    low = pc.bit_wise_and(column, pa.scalar(255, pa.uint16())).cast(pa.uint8())
    high = pc.shift_right(column, pa.scalar(8, pa.uint16())).cast(pa.uint8())
    return memoryview(low.buffers()[1]), memoryview(high.buffers()[1])
