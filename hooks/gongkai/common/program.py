"""What the program is: a digest of its files and of what is installed, for what is kept from run to run."""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from gongkai.common.surroundings import CHECKOUT

#: what Python keeps of our code, made anew by whoever runs it
CACHES = frozenset({"__pycache__", ".git"})


def code() -> bytes:
    """Of our code, the version of Python, and what is installed."""
    surroundings = "\n".join((sys.version, sys.prefix, *packages())).encode()
    return hashlib.blake2b(surroundings + files_below(CHECKOUT / "hooks"), digest_size=32).digest()


def packages() -> Iterator[str]:
    """What is installed: the names of packages' folders hold their versions."""
    folder = Path(sysconfig.get_paths()["purelib"])
    yield f"{folder} {folder.stat().st_mtime_ns}"
    yield from sorted(path.name for path in folder.iterdir() if path.suffix == ".dist-info")


def files_below(folder: Path) -> bytes:
    """A digest of the names and contents of all files of a folder."""
    whole = hashlib.blake2b(digest_size=32)
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - CACHES)
        for name in sorted(names):
            path = Path(place, name)
            content = path.read_bytes()
            whole.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return whole.digest()
