"""The same build asked for once more → seen without loading the program: nothing changed, nothing is made.

After each build a note stands in the state folder of its site: what was asked, the marks of all that was read
(content, data, program, packages) and of all that was made, and what had to be said. It holds or it does not;
where it is missing, cut short, of another version, or the site was touched, the site is built as ever.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem
from gongkai.common.program import packages
from gongkai.common.surroundings import CHECKOUT, OURS
from gongkai.release import checksums
from gongkai.release.file_marks import Marks, Unmarkable, marks, marks_of
from gongkai.release.state import State, locked

NAME = "unchanged.json"
#: by which the command hands on what it was asked
ASKED_VARIABLE = "GONGKAI_ASKED"
#: builds again all the same, the second to tell what it costs
AGAIN = "--again"
MEASURED = "--profile"
#: what is read of a column and of the program
_OF_COLUMN = ("content", "data", "overrides", "mkdocs.yml")
_OF_PROGRAM = ("hooks", "overrides", "mkdocs.yml", "pyproject.toml", "requirements.txt")


@dataclass(frozen=True)
class Note:
    """What a build was made from, and what it made; ``day`` is empty where the day was asked for."""

    asked: str
    root: str
    site: str
    day: str
    read: str
    recent: dict[str, str]
    made: str
    said: str


def asked(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """What was asked, as one digest: words, folder, our variables; none of it is what it means."""
    ours = sorted((k, v) for k, v in environment.items() if k.startswith(OURS) and k != ASKED_VARIABLE)
    whole = ([each for each in words if each not in (AGAIN, MEASURED)], str(Path.cwd()), ours)
    return hashlib.sha256(json.dumps(whole).encode("utf-8", "surrogateescape")).hexdigest()


def begun(state: State, root: Path) -> Marks | None:
    """Before anything is read; None where it holds something that cannot be marked."""
    try:
        return _marks(state.folder, root)
    except (OSError, Unmarkable):
        return None


def keep(state: State, note: Note) -> None:
    """After the site was put in place: whole or not at all."""
    try:
        if made := _made(Path(note.site)):
            _write(state.folder, replace(note, made=made))
    except (OSError, Unmarkable):
        return  # the next run builds: nothing else rests on it


def same(base: Path, wanted: str, day: str) -> Note | None:
    """The note of the last build of what is wanted, where nothing it speaks of has changed since."""
    for folder in sorted(path.parent for path in base.glob(f"*/{NAME}")):
        note = _read(folder / NAME)
        if note and note.asked == wanted and note.day in ("", day):
            return _held(base, folder, note)
    return None


def untouched(state: State) -> bool:
    """Whether every file of the live site is as the last build left it: no need to read them all."""
    note = _read(state.folder / NAME)
    try:
        return note is not None and note.site == str(state.site) and _made(state.site) == note.made
    except (OSError, Unmarkable):
        return False


def _held(base: Path, folder: Path, note: Note) -> Note | None:
    state = State.of(base, Path(note.site))
    if state.folder != folder.resolve():
        return None
    try:
        with locked(state):
            found = _marks(folder, Path(note.root))
            if found.whole != note.read or not Marks(found.whole, note.recent).holds():
                return None
            if _made(Path(note.site)) != note.made:
                return None
            _write(folder, replace(note, recent=dict(found.recent)))
    except (OSError, Unmarkable, EnvironmentProblem):
        return None
    return note


def _marks(folder: Path, root: Path) -> Marks:
    places = {*(root / name for name in _OF_COLUMN), *(CHECKOUT / name for name in _OF_PROGRAM)}
    found = marks(places, _clock(folder))
    surroundings = (found.whole, sys.version, sys.prefix, *packages())
    return replace(found, whole=hashlib.sha256("\n".join(surroundings).encode()).hexdigest())


def _clock(folder: Path) -> int:
    """The time of the disk that notes stand on, by a file touched just now."""
    touched = folder / f"{NAME}.clock"
    touched.touch()
    os.utime(touched)
    return touched.stat().st_mtime_ns


def _made(site: Path) -> str:
    """The marks of every file of ours in a site, and of its list of them; empty where it has none."""
    sums = checksums.read(site)
    return marks_of(site, (*sums, checksums.NAME)) if sums is not None else ""


def _write(folder: Path, note: Note) -> None:
    """For nobody else to read: what was said may be about drafts."""
    written = folder / f"{NAME}.new"
    written.unlink(missing_ok=True)
    written.touch(0o600)
    written.write_text(json.dumps(asdict(note), indent=1), "utf-8")
    written.replace(folder / NAME)


def _read(file: Path) -> Note | None:
    try:
        found = Note(**json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    texts = (found.asked, found.root, found.site, found.day, found.read, found.made, found.said)
    whole = all(isinstance(each, str) for each in texts) and isinstance(found.recent, dict)
    return found if whole and found.made else None
