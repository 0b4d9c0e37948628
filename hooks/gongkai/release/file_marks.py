"""Files → one mark of all they say of themselves: path, size, times; content where it was just written.

A file can be written twice within one tick of the clock of its disk, the second time without a trace. So what
is not older than the mark is told by its content too.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gongkai.release import checksums

#: nanoseconds: how coarse the times of the coarsest disk are
_TICK = 2_000_000_000
#: what Python keeps of our code, made anew by whoever runs it
_CACHES = frozenset({"__pycache__", ".git"})


class Unmarkable(Exception):
    """Something whose content can change without a mark on it: a link, a device."""


@dataclass(frozen=True)
class Marks:
    """``whole``: of all files; ``recent``: path → digest of those that were written just before."""

    whole: str
    recent: Mapping[str, str]

    def holds(self) -> bool:
        """Whether those written just before have their content still."""
        return all(checksums.digest(Path(path)) == digest for path, digest in self.recent.items())


def marks(places: Iterable[Path], clock: int) -> Marks:
    """Of these files and everything below these folders; ``clock`` is the disk's time, in nanoseconds.

    A place that is not there is marked as such. Raises Unmarkable, and OSError where a file goes meanwhile.
    """
    whole, recent = hashlib.sha256(), []
    for path, about in _below(places):
        whole.update(_line(path, about))
        if max(about.st_mtime_ns, about.st_ctime_ns) > clock - _TICK:
            recent.append(path)
    return Marks(whole.hexdigest(), {path: checksums.digest(Path(path)) for path in recent})


def marks_of(folder: Path, names: Iterable[str]) -> str:
    """Of these files below a folder and no others."""
    whole = hashlib.sha256()
    for name in sorted(names):
        path = f"{folder}/{name}"
        whole.update(_line(path, _regular(path)))
    return whole.hexdigest()


def _line(path: str, about: os.stat_result | None) -> bytes:
    if about is None:
        return os.fsencode(f"{path}\0-\n")
    return os.fsencode(f"{path}\0{about.st_size}\0{about.st_mtime_ns}\0{about.st_ctime_ns}\n")


def _below(places: Iterable[Path]) -> Iterator[tuple[str, os.stat_result]]:
    waiting = sorted(map(os.fspath, places), reverse=True)
    while waiting:
        here = waiting.pop()
        if not os.path.lexists(here):
            continue
        about = os.lstat(here)
        if not stat.S_ISDIR(about.st_mode):
            yield here, _regular(here)
            continue
        inside = sorted((each.path for each in os.scandir(here) if each.name not in _CACHES), reverse=True)
        waiting += inside


def _regular(path: str) -> os.stat_result:
    about = os.lstat(path)
    if not stat.S_ISREG(about.st_mode):
        raise Unmarkable(path)
    return about
