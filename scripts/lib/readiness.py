"""Tells whether .venv is the environment that the requirements ask for.

``readiness.py SET`` exits 0 if so, else 1. Asked at the start of every command, so
it imports little. SET is ``build`` (what building the site needs), ``dev`` (that,
and what testing needs) or ``city`` (that, and what clusters and stores need).
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
#: one digest a line, for each set that is completely installed
READY = VENV / "ready"
#: stands while an installation runs; found at the start, the one before was interrupted
UNFINISHED = VENV / "unfinished"
#: what the packages that come as source only are built with: installed first, pinned like the rest
BACKEND = "requirements-backend.txt"
SETS = {
    "build": "requirements.txt",
    "dev": "requirements-dev.txt",
    "city": "requirements-city.txt",
}


def digest(name: str, version: str) -> str:
    """Stands for one set installed by this Python at this place, which scripts in .venv carry."""
    parts = [version.encode(), os.fsencode(ROOT)]
    parts += [(ROOT / file).read_bytes() for file in (BACKEND, SETS[name])]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_ready(name: str, version: str) -> bool:
    """Whether the set was completely installed from the requirements as they are now."""
    if UNFINISHED.exists() or not READY.exists():
        return False
    return digest(name, version) in READY.read_text().split()


def this_version() -> str:
    """The version of the running Python as the digests write it."""
    return "{}.{}.{}".format(*sys.version_info[:3])


if __name__ == "__main__":
    sys.exit(0 if is_ready(sys.argv[1], this_version()) else 1)
