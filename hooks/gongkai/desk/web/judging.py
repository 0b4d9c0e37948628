"""What is wrong with the records of a piece of work, and what of it is mended by one click."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai import pipeline
from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem, Way
from gongkai.desk import mending
from gongkai.desk.glimpse import Memory
from gongkai.desk.web import wording
from gongkai.desk.web.options import Options
from gongkai.desk.web.works import keep
from gongkai.law import checking
from gongkai.load import read_document
from gongkai.load.document import Document
from gongkai.release import git_tree
from gongkai.settings import Settings

#: of these only the check of the whole column can say anything
ELSEWHERE = frozenset((checking.COMING, pipeline.REGISTERED))


@dataclass(frozen=True)
class Judged:
    """The whole column with this work in it, and what is wrong with the work's own files."""

    checked: pipeline.Checked
    problems: tuple[Problem, ...]
    #: the same column on the day on which all of the work is public
    public: pipeline.Checked

    @property
    def errors(self) -> list[Problem]:
        """What must be mended before it can be public."""
        return [each for each in self.problems if each.level is Level.ERROR]

    @property
    def mendable(self) -> list[Problem]:
        """What is known exactly."""
        return [each for each in self.problems if offered(each)]

    def without(self, rule: str) -> Judged:
        """The same without what one rule says."""
        return replace(self, problems=tuple(each for each in self.problems if each.rule != rule))

    def of(self, path: str) -> list[Problem]:
        """The problems of one file."""
        return [each for each in self.problems if each.path == path]


class Judge:
    """Checks trees; remembers the files of the tree that it looked at last, and where rules found nothing."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._own = Memory()
        self._last: tuple[Path, Memory] | None = None
        self._base: tuple[str, dt.date, pipeline.Checked] | None = None
        self._searched = checking.Memory()

    def settings(self, root: Path) -> Settings:
        """Those of the column, for another tree of it."""
        return replace(self._options.now, root=root)

    def memory(self, root: Path) -> Memory:
        """What was read of a tree: of the column's own, and of the last other."""
        if root == self._options.settings.root:
            return self._own
        if self._last is None or self._last[0] != root:
            self._last = root, Memory()
        return self._last[1]

    def before(self, root: Path, commit: str, today: dt.date) -> pipeline.Checked:
        """The column as it was at a commit, on a day; the last one is remembered."""
        settings = replace(self.settings(root), today=today)
        if self._base is None or self._base[:2] != (commit, settings.today):
            with tempfile.TemporaryDirectory(prefix="gongkai-base-") as folder:
                git_tree.lay_out(root, commit, Path(folder))
                checked = pipeline.check(replace(settings, root=Path(folder)))
                self._base = commit, settings.today, checked
        return self._base[2]

    def register(self, root: Path) -> Register:
        """The column as it is in a tree, whatever is wrong with it."""
        return pipeline.read(self.settings(root), self.memory(root).taken_in)[0]

    def look(self, root: Path, paths: list[str]) -> Judged:
        """The column as it is in a tree; what is public later is also held to what is asked on that day."""
        settings, taken_in = self.settings(root), self.memory(root).taken_in
        with checking.remembering(self._searched):
            checked = later = pipeline.check(settings, taken_in)
            days = [settings.today, *_days(checked.register, paths)]
            if len(days) > 1:
                later = pipeline.check(replace(settings, today=max(days)), taken_in)
        names = wording.names_of(checked.register.records)
        found = tuple(wording.worded(each, names) for each in _own((checked, later), paths))
        return Judged(checked, found, later)


def mark(problem: Problem) -> str:
    """What a problem is known by on a page."""
    return f"{problem.path}:{problem.line}:{problem.column}:{problem.rule}"


def offered(problem: Problem) -> str:
    """What one click writes, in words; "" where an editor has to look."""
    edit = problem.edit
    if edit is None or edit.way in (Way.NAME, Way.ENCODING):
        return ""
    if edit.old:
        return f"“{edit.old}”改成“{edit.new}”" if edit.new else "删去看不见的字"
    return f"写上“{edit.key}: {edit.new}”" if edit.key else f"写上“{edit.new}”"


def mend(root: Path, problems: Iterable[Problem]) -> int:
    """Write what is known into the files; gives at how many places."""
    by_path: dict[str, list[Problem]] = {}
    for each in problems:
        if offered(each):
            by_path.setdefault(each.path, []).append(each)
    count = 0
    for path, found in by_path.items():
        text = (root / path).read_text("utf-8")
        places = mending.mends(path, text, found)
        keep(root / path, mending.applied(text, places).encode())
        count += len(places)
    return count


def document(root: Path, path: str) -> Document | None:
    """A record as it is written, also where it has faults."""
    return read_document(str(root), path)[0]


def _days(register: Register, paths: list[str]) -> list[dt.date]:
    """The days to come on which the records become public."""
    own = (each for each in register.content if each.source.path in paths)
    return [each.published for each in own if each.published > register.today]


def _own(checked: Iterable[pipeline.Checked], paths: list[str]) -> Iterator[Problem]:
    mine = set(paths)
    seen: set[tuple[str, int, str]] = set()
    found = {each: None for day in checked for each in day.problems}
    for each in sorted(found, key=lambda each: each.order):
        mark = (each.path, each.line, each.message)
        if each.path in mine and each.rule not in ELSEWHERE and mark not in seen:
            seen.add(mark)
            yield each
