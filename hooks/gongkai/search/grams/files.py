"""The files of a shard: written at once, or taken from those that an earlier run made."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

from gongkai.search.documents import SearchFailed

#: characters of a file's name, of 5 bits each: of 100,000 files no two are likely to share one
NAME = 10


def packed(data: bytes) -> bytes:
    """The same bytes whenever and wherever it is done."""
    return gzip.compress(data, 9, mtime=0)


class Files:
    """Those of one shard in its ``folder``; in the folders of ``earlier`` shards some may stand already."""

    def __init__(self, folder: Path, earlier: Sequence[Path] = ()) -> None:
        self._folder, self._earlier = folder, earlier
        self._named: dict[str, bytes] = {}
        for part in ("index", "text"):
            (folder / part).mkdir(parents=True, exist_ok=True)

    def named(self, data: bytes) -> str:
        """Puts a file in under a name that changes with its content; gives the name."""
        digest = hashlib.blake2b(data).digest()
        name = base64.b32encode(digest).decode()[:NAME].lower()
        known = self._named.setdefault(name, digest)
        if known is not digest:
            if known != digest:
                raise SearchFailed("检索索引的两个文件重名。请改动任何一篇的标题后重新生成，并告诉工程师。")
            return name
        path = f"index/{name}.gram"
        if not any(_is_packed(folder / path, data) and self._taken(folder, path) for folder in self._earlier):
            (self._folder / path).write_bytes(packed(data))
        return name

    def written(self, path: str, data: bytes) -> None:
        """Puts a file in as it is."""
        if not any(_is(folder / path, data) and self._taken(folder, path) for folder in self._earlier):
            (self._folder / path).write_bytes(data)

    def _taken(self, folder: Path, path: str) -> bool:
        try:
            (self._folder / path).hardlink_to(folder / path)
        except OSError:
            return False
        return True


def _is_packed(path: Path, data: bytes) -> bool:
    """Whether a file holds these bytes packed, by sum and length at its end: one cut short has neither."""
    try:
        with path.open("rb") as file:
            file.seek(-8, os.SEEK_END)
            return file.read() == struct.pack("<II", zlib.crc32(data), len(data))
    except OSError:
        return False


def _is(path: Path, data: bytes) -> bool:
    try:
        with path.open("rb") as file:
            return file.read() == data
    except OSError:
        return False
