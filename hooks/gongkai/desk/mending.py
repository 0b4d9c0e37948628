"""``scripts/check --fix``: what the checks know exactly is written into the files.

Only the signs that an edit names are touched; comments, order, quotes, line ends and everything
else stay byte for byte. What does not stand where the check saw it is left to an editor.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gongkai import pipeline
from gongkai.common.faults import as_problem
from gongkai.common.problems import At, Edit, Problem
from gongkai.law import checking
from gongkai.load.patterns import record_type_of
from gongkai.load.reading import read_content
from gongkai.records.fields.defined import keys_of
from gongkai.settings import Settings

#: one mended fault may show another: a wrong date hides that a key is missing
_ROUNDS = 8
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BOM = "\ufeff"
#: what YAML reads as the same text without quotes
_PLAIN = re.compile(r"[\w（(〔][^:#\n]*")


@dataclass(frozen=True, slots=True)
class Written:
    """One thing that was written, and where."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}  {self.what}"


def mend(settings: Settings) -> list[Written]:
    """Every edit that the checks offer, until they offer none that can be written."""
    written: list[Written] = []
    for _ in range(_ROUNDS):
        problems = pipeline.check(settings).problems
        new = list(_written(settings.root, (each for each in problems if each.rule != checking.COMING)))
        if not new:
            break
        written += new
    return written


def _written(root: Path, problems: Iterable[Problem]) -> Iterator[Written]:
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for each in problems:
        if each.edit and each.path.endswith((".md", ".yml")):
            by_path[each.path].append(each)
    for path, found in by_path.items():
        yield from _mend_file(root, path, found)


def _mend_file(root: Path, path: str, problems: list[Problem]) -> list[Written]:
    file = root / path
    if file.is_symlink() or not file.is_file():
        return []
    text = _File(root, path, file.read_bytes().decode("utf-8"))
    in_turn = sorted(problems, key=text.turn)
    done = [Written(path, text.line, what) for each in in_turn if (what := text.apply(each))]
    if done:
        _save(file, str(text))
    return sorted(done, key=lambda each: (each.line, each.what))


def _save(file: Path, text: str) -> None:
    """In one step, with the rights the file had."""
    aside = file.with_name(f".{file.name}.part")
    try:
        aside.write_bytes(text.encode("utf-8"))
        aside.chmod(file.stat().st_mode & 0o777)
        aside.replace(file)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise as_problem(error) from None


class _File:
    """The lines of a file with their ends; a place is a line and a column as checks count them."""

    def __init__(self, root: Path, path: str, text: str) -> None:
        self.mark = _BOM if text.startswith(_BOM) else ""
        self.lines = _LINE.findall(text.removeprefix(_BOM))
        record_type = record_type_of(path)
        self.keys = [key for _, key in keys_of(record_type)] if record_type else []
        self.line = 0
        self.places: dict[At, tuple[int, int]] = read_content(f"{root}/{path}", path).reading.places

    def __str__(self) -> str:
        return self.mark + "".join(self.lines)

    def turn(self, problem: Problem) -> tuple[int, int]:
        """What keeps lines, the last first, so that what stands before keeps its place; then new keys."""
        if problem.edit and problem.edit.key in self.keys:
            return 1, self.keys.index(problem.edit.key)
        return -problem.line, -problem.column

    def apply(self, problem: Problem) -> str:
        """What was done, in words; "" when the file is not as the check saw it. ``line`` is where."""
        self.line = problem.line
        edit = problem.edit
        if edit is None:
            return ""
        if edit.everywhere:
            return self._everywhere(edit)
        return self._put(problem, edit) if edit.old else self._add(problem, edit)

    def _everywhere(self, edit: Edit) -> str:
        count = sum(line.count(edit.old) for line in self.lines)
        self.lines = [line.replace(edit.old, edit.new) for line in self.lines]
        return f"{edit.old} → {edit.new}（{count} 处）" if count else ""

    def _put(self, problem: Problem, edit: Edit) -> str:
        line, at = problem.line - 1, problem.column - 1
        if not 0 <= line < len(self.lines):
            return ""
        text = self.lines[line]
        at += text[at : at + 1] in ("'", '"')
        if not text.startswith(edit.old, at):
            return ""
        self.lines[line] = text[:at] + edit.new + text[at + len(edit.old) :]
        return f"{edit.old} → {edit.new}"

    def _add(self, problem: Problem, edit: Edit) -> str:
        """A key that is missing, below the one that comes before it in the record's type."""
        if problem.row is not None or edit.key not in self.keys or (edit.key,) in self.places:
            return ""
        before = [key for key in self.keys[: self.keys.index(edit.key)] if (key,) in self.places]
        if not before:
            return ""
        line = self._end_of(self.places[(before[-1],)][0])
        value = edit.new if _PLAIN.fullmatch(edit.new) else "'" + edit.new.replace("'", "''") + "'"
        end = "\r\n" if self.lines[0].endswith("\r\n") else "\n"
        self.lines.insert(line, f"{edit.key}: {value}{end}")
        self.places = {at: (row + (row > line), column) for at, (row, column) in self.places.items()}
        self.places[(edit.key,)] = (line + 1, 1)
        self.line = line + 1
        return f"{edit.key}: {value}"

    def _end_of(self, line: int) -> int:
        """The number of the last line of a value that begins on one."""
        end = line
        for number in range(line, len(self.lines)):
            text = self.lines[number]
            if text.strip() and not text.startswith((" ", "- ")):
                break
            end = number + 1 if text.strip() else end
        return end
