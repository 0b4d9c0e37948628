"""``python -m gongkai``: every command, from its first line to its last ended in order."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from pathlib import Path

from gongkai.common import faults, interrupt


def _reports() -> Path:
    """Asked for when there is a report: what is loaded may be what is at fault."""
    folder: Path = import_module("gongkai.settings").read_state()
    return folder


#: objects made before the collector looks: records and pages stay, so it finds little among the young
ALLOCATIONS = 50_000

if __name__ == "__main__":
    interrupt.install()
    faults.install(_reports)
    # What is imported stays to the end; looked at again and again, it took a sixth of a small build.
    gc.disable()
    from gongkai.desk.cli import main

    gc.freeze()
    gc.set_threshold(ALLOCATIONS, 20, 20)
    gc.enable()
    sys.exit(main())
