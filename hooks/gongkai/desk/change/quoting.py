"""A problem → the line it stands at, and the line to paste instead where the checks know it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gongkai.common.problems import Problem, Way, told
from gongkai.desk import mending
from gongkai.desk.alike import opcodes

#: longer lines are cut where they are quoted
_LONGEST = 160


@dataclass(frozen=True)
class Quoted:
    """A problem with its line; ``paste`` is what to write there, "" where an editor has to look."""

    problem: Problem
    line: str
    paste: str = ""


def quoted(root: Path, problem: Problem) -> Quoted:
    """The line as it is written; personal numbers are hidden in it as in every message."""
    text = _text(root / problem.path)
    lines = text.splitlines()
    at = (problem.line or 1) - 1
    line = lines[at].strip() if at < len(lines) else ""
    return Quoted(problem, _short(line), _short(_paste(text, problem)))


def _paste(text: str, problem: Problem) -> str:
    """The lines that the mend writes."""
    edit = problem.edit
    if edit is None:
        return ""
    if edit.way is Way.NAME:
        return edit.new
    if edit.way is Way.ENCODING or not text:
        return ""
    after = mending.applied(text, mending.mends(problem.path, text, [problem]))
    before, now = text.splitlines(), after.splitlines()
    found = []
    for tag, _, _, low, high in opcodes(before, now):
        if tag != "equal":
            found += now[low:high]
    return "\n".join(found)


def _short(text: str) -> str:
    return "\n".join(
        told(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……") for line in text.split("\n")
    )


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
