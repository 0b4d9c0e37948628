"""``python -m gongkai``: every command, from its first line to its last ended in order."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from gongkai.common import faults, interrupt


def _reports() -> Path:
    """Asked for when there is a report: what is loaded may be what is at fault."""
    folder: Path = import_module("gongkai.settings").read_state()
    return folder


if __name__ == "__main__":
    interrupt.install()
    faults.install(_reports)
    from gongkai.desk.cli import main

    sys.exit(main())
