"""Two folders → exchanged in one step: the live one is the old site or the new, never half."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

from gongkai.common.interrupt import held

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def switch(new: Path, site: Path, old: Path) -> None:
    """Make ``new`` the live site, in one step where the system can; the old one then stands in its place.

    ``old`` is where the old site waits where the system cannot: a run that is stopped just then
    leaves it there, and the next puts it back.
    """
    with held():
        if not os.path.lexists(site) or (site.is_symlink() and new.is_symlink()):
            new.rename(site)  # one link over another: in one step everywhere
        elif not _exchange(new, site):
            _in_two_steps(new, site, old)


def _in_two_steps(new: Path, site: Path, old: Path) -> None:
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    old.rename(new)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders in one system call; False where the system has none."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE)
    if done == 0:
        return True
    if ctypes.get_errno() in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(second))
