"""The streams of a compound file (MS-CFB), in which .doc, .wps and .xls keep their parts.

Not by olefile (0.47 was tried): a file that means harm takes it out of its way, by a sector of two to the
65,000th bytes or a table that is no table, and what comes out is a fault of any kind; here it is ``Damaged``.
"""

from __future__ import annotations

import struct

_MINI_SECTOR, _ENTRY, _HEAD, _LISTED = 64, 128, 76, 109
_LAST = 0xFFFFFFFA
_STORAGE, _STREAM, _ROOT = 1, 2, 5


class Damaged(Exception):
    """The file does not hold together."""


class Compound:
    """The parts of a compound file; raises Damaged, also when one is read."""

    def __init__(self, data: bytes) -> None:
        try:
            self._open(data)
        except (struct.error, IndexError):
            raise Damaged from None

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def read(self, name: str) -> bytes:
        """The bytes of a part; none where it is not there."""
        place = self._places.get(name)
        try:
            return self._stream(*place) if place else b""
        except (struct.error, IndexError):
            raise Damaged from None

    def _open(self, data: bytes) -> None:
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift not in (9, 12):
            raise Damaged
        self._data, self._size = data, 1 << shift
        first, self._small_below, small, count, more = struct.unpack_from("<I4xIIII", data, 48)
        self._next = self._table(self._allocation(more))
        self._small_next = self._table(self._chain(small, self._next)) if count else []
        self._places: dict[str, tuple[int, int]] = {}
        self._small = b""
        self._list(self._joined(first))

    def _list(self, entries: bytes) -> None:
        """Of two parts with one name, where an object has its own, the first is meant."""
        for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", entries, at + 64)
            start, size = struct.unpack_from("<II", entries, at + 116)
            name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if kind == _ROOT and size:
                self._small = self._joined(start)
            elif kind in (_STORAGE, _STREAM):
                self._places.setdefault(name, (start, size if kind == _STREAM else 0))

    def _stream(self, start: int, size: int) -> bytes:
        if size >= self._small_below:
            return self._joined(start)[:size]
        at = [each * _MINI_SECTOR for each in self._chain(start, self._small_next)] if size else []
        return b"".join(self._small[each : each + _MINI_SECTOR] for each in at)[:size]

    def _allocation(self, more: int) -> list[int]:
        """The sectors that hold the table of chains: the head lists the first of them."""
        found = list(struct.unpack_from(f"<{_LISTED}I", self._data, _HEAD))
        each = self._size // 4
        sectors = len(self._data) // self._size
        for _ in range(sectors):
            if more >= _LAST:
                break
            *listed, more = struct.unpack(f"<{each}I", self._sector(more))
            found += listed
        found = [sector for sector in found if sector < _LAST]
        if len(found) > sectors // each + 2:  # more than the file has to be listed in
            raise Damaged
        return found

    def _table(self, sectors: list[int]) -> list[int]:
        joined = b"".join(map(self._sector, sectors))
        return list(struct.unpack(f"<{len(joined) // 4}I", joined))

    def _chain(self, start: int, following: list[int]) -> list[int]:
        found: list[int] = []
        while start < _LAST:
            found.append(start)
            if len(found) > len(following):  # a circle
                raise Damaged
            start = following[start]
        return found

    def _joined(self, start: int) -> bytes:
        return b"".join(map(self._sector, self._chain(start, self._next)))

    def _sector(self, at: int) -> bytes:
        begin = (at + 1) * self._size
        found = self._data[begin : begin + self._size]
        return found.ljust(self._size, b"\0")
