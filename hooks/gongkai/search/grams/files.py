"""The files of a shard: written at once, or taken from those that an earlier run made."""

from __future__ import annotations

import hashlib
import os
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

import deflate

from gongkai.search.documents import SearchFailed

#: characters of a file's name, of 4 bits each: of 100,000 files no two are likely to share one
NAME = 13
LEVEL, SMALLEST = 7, 12


def packed(data: bytes, level: int = LEVEL) -> bytes:
    """As gzip does it, the same bytes wherever it is done: the library brings its own libdeflate.

    Level 7: of the levels that take two fifths of zlib's time it makes the smallest files, of 30,000
    texts 1.3 % larger than zlib's level 6. ``SMALLEST`` is for a few files that nearly every query reads.
    """
    return bytes(deflate.gzip_compress(data, level))


class Files:
    """Those of one shard in its ``folder``; in the folders of ``earlier`` shards some may stand already.

    There are tens of thousands: paths are plain strings, without an object for each.
    """

    def __init__(self, folder: Path, earlier: Sequence[Path] = ()) -> None:
        self.folder, self.earlier = folder, earlier
        self._to, self._from = os.fspath(folder), [os.fspath(each) for each in earlier]
        self._named: dict[str, bytes] = {}
        for part in ("index", "text"):
            (folder / part).mkdir(parents=True, exist_ok=True)

    def named(self, data: bytes) -> str:
        """Puts a file in under a name that changes with its content; gives the name."""
        digest = hashlib.blake2b(data).digest()
        name = digest.hex()[:NAME]
        known = self._named.setdefault(name, digest)
        if known != digest:
            raise SearchFailed("检索索引的两个文件重名。请改动任何一篇的标题后重新生成，并告诉工程师。")
        if known is digest and not self._taken(f"index/{name}.gram", _end(data), -8):
            self._write(f"index/{name}.gram", packed(data))
        return name

    def written(self, path: str, data: bytes) -> None:
        """Puts a file in as it is."""
        if not self._taken(path, data, 0):
            self._write(path, data)

    def _write(self, path: str, data: bytes) -> None:
        file = os.open(f"{self._to}/{path}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            while data:
                data = data[os.write(file, data) :]
        finally:
            os.close(file)

    def _taken(self, path: str, data: bytes, begin: int) -> bool:
        """Gives an earlier file a second name, if this is what it holds from ``begin`` on."""
        for folder in self._from:
            if _tail(f"{folder}/{path}", begin) == data:
                try:
                    os.link(f"{folder}/{path}", f"{self._to}/{path}")
                except OSError:
                    continue
                return True
        return False


def _end(data: bytes) -> bytes:
    """How a file ends that holds this packed, by which one cut short is known: sum and length."""
    return struct.pack("<II", zlib.crc32(data), len(data))


def _tail(path: str, begin: int) -> bytes | None:
    """The end of a file, or all of it (0); None without one."""
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        size = os.fstat(file).st_size
        start = max(0, size + begin) if begin else 0
        return os.pread(file, size - start, start)
    finally:
        os.close(file)
