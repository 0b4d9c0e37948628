"""``python -m gongkai``: every command, from its first line to its last ended in order."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from itertools import pairwise
from pathlib import Path

from gongkai.common import faults, interrupt
from gongkai.common.problems import told
from gongkai.common.surroundings import STATE_VARIABLE, day_in_beijing, state_folder
from gongkai.release import unchanged

#: what a build says that has nothing to do
_SAME = f"内容、数据、程序、日期和网站都和上次生成以后一样，没有重新生成（一定要生成，写 {unchanged.AGAIN}）"


def _reports() -> Path:
    """Asked for when there is a report: what is loaded may be what is at fault."""
    folder: Path = import_module("gongkai.settings").read_state()
    return folder


def _as_before(words: list[str]) -> bool:
    """True where a build asks for what is there already: said before the program is loaded."""
    try:
        wanted = unchanged.asked(words, os.environ)
    except OSError:  # in a folder that is gone
        return False
    os.environ[unchanged.ASKED_VARIABLE] = wanted
    if words[:1] != ["build"] or {unchanged.AGAIN, unchanged.MEASURED} & set(words):
        return False
    named = dict(pairwise(words)).get("--state-dir")
    base = state_folder({**os.environ, **({STATE_VARIABLE: named} if named else {})})
    note = unchanged.same(base, wanted, day_in_beijing().isoformat())
    if note:
        print(told(f"{note.said}\n{_SAME}\n网站在 {note.site}"), file=sys.stderr)
    return note is not None


#: objects made before the collector looks: records and pages stay, so it finds little among the young
ALLOCATIONS = 50_000

if __name__ == "__main__":
    interrupt.install()
    faults.install(_reports)
    if _as_before(sys.argv[1:]):
        sys.exit(0)
    # What is imported stays to the end; looked at again and again, it took a sixth of a small build.
    gc.disable()
    from gongkai.desk.cli import main

    gc.freeze()
    gc.set_threshold(ALLOCATIONS, 20, 20)
    gc.enable()
    sys.exit(main())
