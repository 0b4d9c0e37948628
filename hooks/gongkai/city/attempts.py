"""A folder for each attempt at a job, which goes with whoever made it: at the end, or when that one has gone.

    attempts/<slug>-<random>.held    locked as long as the attempt lives, whatever machine it is on
    attempts/<slug>-<random>/        what it makes

A number of a process says nothing on another machine of a cluster, and after a while names another process;
a lock is given back by the system in whatever way its holder ends.
"""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gongkai.release.state import remove

_HELD = ".held"


@contextmanager
def begun(work: Path, slug: str) -> Iterator[Path]:
    """A folder that nobody else has, for as long as the attempt takes."""
    attempts = work / "attempts"
    attempts.mkdir(parents=True, exist_ok=True)
    sweep(work)
    held, mark = _hold(attempts, slug)
    folder = mark.with_suffix("")
    try:
        folder.mkdir()
        yield folder
    finally:
        _leave(mark)
        os.close(held)


def sweep(work: Path) -> None:
    """Remove attempts whose maker has gone: nobody takes them up, their builders ended with the maker."""
    attempts = work / "attempts"
    for mark in sorted(attempts.glob(f"*{_HELD}")) if attempts.is_dir() else ():
        try:
            held = os.open(mark, os.O_RDWR)
        except FileNotFoundError:
            continue
        try:
            if _locked(held, wait=False):
                _leave(mark)
        finally:
            os.close(held)


def _leave(mark: Path) -> None:
    """The folder goes, then its mark; where somebody still wrote, both are left to the next sweep."""
    remove(mark.with_suffix(""))
    if not mark.with_suffix("").exists():
        mark.unlink(missing_ok=True)


def _hold(attempts: Path, slug: str) -> tuple[int, Path]:
    """A mark of our own, locked; one that a sweep took before it was locked is left to it."""
    while True:
        held, name = tempfile.mkstemp(prefix=f"{slug}-", suffix=_HELD, dir=attempts)
        _locked(held, wait=True)
        if os.fstat(held).st_nlink:
            return held, Path(name)
        os.close(held)


def _locked(held: int, *, wait: bool) -> bool:
    try:
        fcntl.flock(held, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
