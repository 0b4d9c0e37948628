"""Finished pieces of work, kept from one build to the next under a digest of everything that went into them.

What is kept is only ever believed whole: a piece that is missing, cut short, changed, or of another program
is made again. A file holds what one part of the last build used, so a folder never grows beyond one build.
"""

from __future__ import annotations

import hashlib
import os
import struct
import weakref
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

#: the last bytes of a file that was written to its end: how long its table is, its digest, and this
_END = struct.Struct("<Q32s16s")
_MAGIC = b"gongkai kept 1\n\0"
#: a line of the table: key, digest of what is kept, where it begins, how long it is
_LINE = struct.Struct("<32s32sQQ")
_NEW = ".new"


class Kept:
    """What is kept in a folder; without one, nothing is, and everything is made."""

    def __init__(self, folder: Path | None = None, program: bytes = b"") -> None:
        """``program``: a digest of the code that makes the pieces."""
        self._folder, self._program = folder, program
        #: key → file, place and length, digest
        self._found: dict[bytes, tuple[int, int, int, bytes]] = {}
        self._used: dict[bytes, bytes] = {}
        #: what was asked for or made since somebody began to watch
        self._watched: list[bytes] | None = None
        for file in sorted(folder.iterdir()) if folder and folder.is_dir() else ():
            with suppress(OSError):
                self._open(file)

    def _open(self, file: Path) -> None:
        """Read by the handle, which stays with this file when another run puts a new one in its place."""
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
        weakref.finalize(self, os.close, handle)  # a preview builds many times
        table = _table(handle, os.fstat(handle).st_size)
        for key, digest, begin, length in _LINE.iter_unpack(table or b""):
            self._found[key] = handle, begin, length, digest

    @property
    def keeps(self) -> bool:
        """Whether it is worth asking for a key."""
        return self._folder is not None

    def key(self, *parts: bytes) -> bytes:
        """A digest of the program and of these parts, each told from the next."""
        whole = hashlib.blake2b(self._program, digest_size=32)
        for part in parts:
            whole.update(len(part).to_bytes(8, "little") + part)
        return whole.digest()

    def get(self, key: bytes) -> bytes | None:
        """What is kept under a key; it stays kept for the next build."""
        packed = self._used.get(key) or self._read(key)
        if packed is None:
            return None
        try:
            found = zlib.decompress(packed)
        except zlib.error:
            return None
        self._use(key, packed)
        return found

    def stay(self, key: bytes) -> None:
        """What is kept under a key stays for the next build, though this one does not look at it."""
        if packed := self._used.get(key) or self._read(key):
            self._use(key, packed)

    def _use(self, key: bytes, packed: bytes) -> None:
        self._used[key] = packed
        if self._watched is not None:
            self._watched.append(key)

    @contextmanager
    def watched(self) -> Iterator[list[bytes]]:
        """The keys of all that is asked for or made meanwhile."""
        before, self._watched = self._watched, []
        try:
            yield self._watched
        finally:
            self._watched = before

    def _read(self, key: bytes) -> bytes | None:
        place = self._found.get(key)
        if place is None:
            return None
        handle, begin, length, digest = place
        try:
            packed = os.pread(handle, length, begin)
        except OSError:
            return None
        return packed if _digest(key, packed) == digest else None

    def put(self, key: bytes, piece: bytes) -> None:
        """Keep a piece for the next build."""
        if self.keeps:
            self._use(key, zlib.compress(piece, 1))

    def save(self, name: str) -> None:
        """What was used or made since the last time, as the file of this name; no harm where it cannot be."""
        used, self._used = self._used, {}
        if self._folder is None:
            return
        written = self._folder / f"{name}.{os.getpid()}{_NEW}"
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            written.write_bytes(_packed(used))
            written.replace(self._folder / name)
        except OSError:
            with suppress(OSError):
                written.unlink(missing_ok=True)

    def only(self, names: Iterable[str]) -> None:
        """No other file stays in the folder."""
        wanted = set(names)
        with suppress(OSError):
            for file in sorted(self._folder.iterdir()) if self._folder else ():
                if file.name not in wanted:
                    file.unlink(missing_ok=True)


def _table(handle: int, size: int) -> bytes | None:
    """The lines of a file's table; None where it is not of this form or not written to its end."""
    if size < _END.size:
        return None
    length, digest, magic = _END.unpack(os.pread(handle, _END.size, size - _END.size))
    begin = size - _END.size - length
    if magic != _MAGIC or begin < 0:
        return None
    table = os.pread(handle, length, begin)
    return table if _digest(_MAGIC, table) == digest else None


def _packed(used: dict[bytes, bytes]) -> bytes:
    lines, at = [], 0
    for key, packed in used.items():
        lines.append(_LINE.pack(key, _digest(key, packed), at, len(packed)))
        at += len(packed)
    table = b"".join(lines)
    return b"".join((*used.values(), table, _END.pack(len(table), _digest(_MAGIC, table), _MAGIC)))


def _digest(key: bytes, packed: bytes) -> bytes:
    return hashlib.blake2b(key + packed, digest_size=32).digest()
