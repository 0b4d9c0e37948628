"""A file's text and the problems found in it → the places that change; nothing is read or written.

Only the signs that an edit names are touched; comments, order, quotes, line ends and everything
else stay byte for byte. What does not stand where the check saw it is left to an editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from gongkai.common.problems import At, Edit, Problem, Way
from gongkai.load.patterns import record_type_of
from gongkai.load.reading import take_apart
from gongkai.records.fields.defined import keys_of

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BOM = "\ufeff"
#: what YAML reads as the same text without quotes
_PLAIN = re.compile(r"[\w（(〔][^:#\n]*")


def lines_of(text: str) -> list[str]:
    """The lines with their ends, as the checks count them."""
    return _LINE.findall(text)


@dataclass(frozen=True, slots=True)
class Mend:
    """One place of a text: at ``start`` stands ``old`` and will stand ``new``; ``why`` says what was wrong.

    ``start`` counts characters from 0, ``line`` and ``column`` from 1.
    """

    start: int
    old: str
    new: str
    line: int
    column: int
    why: str

    @property
    def end(self) -> int:
        return self.start + len(self.old)


def mends(path: str, text: str, problems: Iterable[Problem]) -> list[Mend]:
    """The places of a text that its problems know how to mend, in order; none overlaps another."""
    return _Text(path, text).mends(problems)


def applied(text: str, found: Iterable[Mend]) -> str:
    """The text with every place changed, from its end on.

    Raises ValueError where a place does not hold what it should: the text is not the one that was checked.
    """
    # of two that are put in at one place, the later goes in first
    for each in sorted(found, key=_place)[::-1]:
        if not text.startswith(each.old, each.start):
            raise ValueError(f"line {each.line} is not as it was checked")
        text = text[: each.start] + each.new + text[each.end :]
    return text


class _Text:
    """The lines of a file with their ends; a place is a line and a column as checks count them."""

    def __init__(self, path: str, text: str) -> None:
        mark = len(_BOM) if text.startswith(_BOM) else 0
        self.text = text
        self.lines = lines_of(text[mark:])
        self.starts = [*accumulate(map(len, self.lines), initial=mark)]
        self.end = "\r\n" if self.lines and self.lines[0].endswith("\r\n") else "\n"
        record_type = record_type_of(path)
        self.keys = [key for _, key in keys_of(record_type)] if record_type else []
        data = text.encode("utf-8", "surrogatepass")
        self.places: dict[At, tuple[int, int]] = dict(take_apart(data, path).reading.places)

    def mends(self, problems: Iterable[Problem]) -> list[Mend]:
        taken: list[Mend] = []
        for problem in sorted(problems, key=self._turn):
            for each in self._of(problem):
                if not any(_clash(each, other) for other in taken):
                    taken.append(each)
        return sorted(taken, key=lambda mend: mend.start)

    def _turn(self, problem: Problem) -> tuple[int, int, int]:
        """What is there first; then the keys that are missing, in their order."""
        if problem.edit and not problem.edit.old and problem.edit.key in self.keys:
            return 1, self.keys.index(problem.edit.key), 0
        return 0, problem.line, problem.column

    def _of(self, problem: Problem) -> Iterator[Mend]:
        edit = problem.edit
        if edit is None or edit.way in {Way.NAME, Way.ENCODING}:
            return
        if edit.everywhere:
            for found in re.finditer(re.escape(edit.old), self.text):
                line = self.text.count("\n", 0, found.start()) + 1
                column = found.start() - self.text.rfind("\n", 0, found.start())
                yield Mend(found.start(), edit.old, edit.new, line, column, problem.message)
        elif edit.way is Way.LINE:
            yield from self._line(problem, edit)
        elif edit.old:
            yield from self._put(problem, edit)
        else:
            yield from self._add(problem, edit)

    def _line(self, problem: Problem, edit: Edit) -> Iterator[Mend]:
        line = problem.line - 1
        if 0 < line < len(self.lines):
            yield Mend(self.starts[line], "", edit.new + self.end, line + 1, 1, problem.message)

    def _put(self, problem: Problem, edit: Edit) -> Iterator[Mend]:
        line, at = problem.line - 1, problem.column - 1
        if not 0 <= line < len(self.lines):
            return
        text = self.lines[line]
        quote = text[at : at + 1] if text[at : at + 1] in ("'", '"') else ""
        at += len(quote)
        if not text.startswith(edit.old, at):
            if text.count(edit.old) != 1:
                return
            at = text.index(edit.old)
            quote = ""
        old, new = edit.old, edit.new
        if edit.way is Way.NAMES:
            old, at = f"{quote}{old}{quote}", at - len(quote)
            new = _as_items(new.split("\n"), text[:at], self.end)
            if not text.startswith(old, at):
                return
        yield Mend(self.starts[line] + at, old, new, line + 1, at + 1, problem.message)

    def _add(self, problem: Problem, edit: Edit) -> Iterator[Mend]:
        """A key that is missing, below the one that comes before it in the record's type."""
        if problem.row is not None or edit.key not in self.keys or (edit.key,) in self.places:
            return
        before = [key for key in self.keys[: self.keys.index(edit.key)] if (key,) in self.places]
        if not before:
            return
        line = self._end_of(self.places[(before[-1],)][0])
        value = edit.new if _PLAIN.fullmatch(edit.new) else "'" + edit.new.replace("'", "''") + "'"
        # another that is added is placed behind this one
        self.places[(edit.key,)] = (line, 1)
        yield Mend(self.starts[line], "", f"{edit.key}: {value}{self.end}", line + 1, 1, problem.message)

    def _end_of(self, line: int) -> int:
        """The number of the last line of a value that begins on one."""
        end = line
        for number in range(line, len(self.lines)):
            text = self.lines[number]
            if text.strip() and not text.startswith((" ", "- ")):
                break
            end = number + 1 if text.strip() else end
        return end


def _as_items(names: list[str], before: str, end: str) -> str:
    """Names in the place of one: items of the list that it stands in, or a list where it stands alone."""
    ahead = before.rstrip()
    if ahead.endswith(("[", ",")):
        return ", ".join(names)
    if ahead.endswith("-") and not ahead.strip("- "):
        return f"{end}{before}".join(names)
    return f"[{', '.join(names)}]"


def _place(mend: Mend) -> int:
    return mend.start


def _clash(one: Mend, other: Mend) -> bool:
    """Whether both change the same signs; two that only add something at one place do not."""
    if not one.old and not other.old:
        return one.start == other.start and one.new == other.new
    return one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1)
