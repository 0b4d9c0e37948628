"""Files and folders kept from one build to the next are believed only as they were written.

A disk that was full, a copy that was broken off, or a hand in the folder leaves less than was written there:
what is not whole counts as if it were not there, and is made again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

#: in a folder: the digest of what is in it; names that begin with a point are no part of what is kept
_SEAL = ".whole"
#: signs of a digest in a file's name
_SIGNS = 16


def seal(folder: Path) -> None:
    """Note which files a finished folder has, and how long each is."""
    (folder / _SEAL).write_text(_listed(folder)[0])


def size_of(folder: Path) -> int | None:
    """The bytes of all files of a sealed folder; None where one is missing, cut short or too many.

    Lengths are looked at, not contents: there are tens of thousands of files.
    """
    try:
        sealed = (folder / _SEAL).read_text()
    except (OSError, UnicodeDecodeError):
        return None
    digest, size = _listed(folder)
    return size if digest == sealed else None


def _listed(folder: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for path, length in _files(os.fspath(folder), ""):
        digest.update(f"{length} {path}\n".encode())
        size += length
    return digest.hexdigest(), size


def _files(folder: str, below: str) -> Iterator[tuple[str, int]]:
    for entry in sorted(os.scandir(folder), key=attrgetter("name")):
        if entry.name[0] == ".":
            continue
        path = f"{below}{entry.name}"
        if entry.is_dir():
            yield from _files(entry.path, f"{path}/")
        else:
            yield path, entry.stat().st_size


def put(folder: Path, name: str, data: bytes) -> Path:
    """Keep a file under a name, and the digest of its bytes beside the name; never half of it."""
    stem, dot, ending = name.partition(".")
    kept = folder / f"{stem}-{hashlib.sha256(data).hexdigest()[:_SIGNS]}{dot}{ending}"
    making = folder / f"{kept.name}.making"
    making.write_bytes(data)
    making.replace(kept)
    return kept


def found(folder: Path, name: str) -> tuple[Path, bytes] | None:
    """A file that was kept under a name, with its bytes; None where there is none that is whole."""
    stem, dot, ending = name.partition(".")
    for kept in sorted(folder.glob(f"{stem}-{'?' * _SIGNS}{dot}{ending}")):
        data = kept.read_bytes()
        if kept.name.partition(".")[0].endswith(hashlib.sha256(data).hexdigest()[:_SIGNS]):
            return kept, data
    return None
