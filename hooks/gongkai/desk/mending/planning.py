"""A column → every file as the checks would have it, until they know nothing more; nothing is written.

The rounds are made on a second tree of the same files, because one mended fault may show another.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from gongkai import pipeline
from gongkai.common.faults import as_problem
from gongkai.common.problems import Problem, Way
from gongkai.desk.mending import cells
from gongkai.desk.mending.encoding import recoded
from gongkai.desk.mending.texts import applied, mends
from gongkai.desk.mending.writing import Change, write
from gongkai.law import checking
from gongkai.load.patterns import record_type_of
from gongkai.load.tree import FOLDERS
from gongkai.settings import Settings

_ROUNDS = 8
_OURS = (".md", ".yml", ".csv")


@dataclass
class Filed:
    """One file of a plan: where it stands and will stand, its bytes before and after, and why."""

    path: str
    to: str
    before: bytes
    after: bytes
    whys: list[str] = field(default_factory=list)

    @property
    def old_text(self) -> str:
        return self.before.decode("utf-8", "replace")

    @property
    def new_text(self) -> str:
        return self.after.decode("utf-8", "replace")


@dataclass(frozen=True)
class Plan:
    """What would be written."""

    files: tuple[Filed, ...] = ()

    @property
    def count(self) -> int:
        """How many places."""
        return sum(len(each.whys) for each in self.files)

    @property
    def changes(self) -> list[Change]:
        """The same for :func:`write`."""
        made = []
        for each in self.files:
            if each.path == each.to:
                made.append(Change(each.path, each.before, each.after))
            else:
                made += [Change(each.to, None, each.after), Change(each.path, each.before, None)]
        return made


def plan(settings: Settings) -> Plan:
    """Every edit that the checks offer, until they offer none that can be made."""
    by_path = _offered(settings)
    if not by_path:
        return Plan()
    files: dict[str, Filed] = {}
    with second_tree(settings.root) as second:
        aside = replace(settings, root=second)
        for _ in range(_ROUNDS):
            done = [_mend(second, path, found, files) for path, found in by_path.items()]
            if not any(done):
                break
            by_path = _offered(aside)
    return Plan(tuple(each for _, each in sorted(files.items()) if each.whys))


def _offered(settings: Settings) -> dict[str, list[Problem]]:
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for each in pipeline.check(settings).problems:
        named = each.edit is not None and each.edit.way is Way.NAME
        if each.edit and each.rule != checking.COMING and (named or each.path.endswith(_OURS)):
            by_path[each.path].append(each)
    return by_path


@contextmanager
def second_tree(root: Path) -> Iterator[Path]:
    """The column's files a second time; links where the disk allows, so nothing is copied."""
    with tempfile.TemporaryDirectory(prefix="gongkai-fix-") as name:
        try:
            for folder in FOLDERS:
                if (root / folder).is_dir() and not (root / folder).is_symlink():
                    shutil.copytree(root / folder, Path(name, folder), symlinks=True, copy_function=_linked)
        except OSError as error:
            raise as_problem(error) from None
        yield Path(name)


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _mend(root: Path, path: str, problems: list[Problem], files: dict[str, Filed]) -> bool:
    """Mend one file of the second tree, and note it; False where nothing could be done."""
    file = root / path
    if file.is_symlink() or not file.is_file():
        return False
    before = file.read_bytes()
    to, after, whys = _mended(root, path, before, problems)
    if not whys:
        return False
    change = [Change(path, before, after)]
    write(root, change if to == path else [Change(to, None, after), Change(path, before, None)])
    noted = files.pop(path, None) or Filed(path, path, before, before)
    noted.to, noted.after = to, after
    noted.whys += whys
    files[to] = noted
    return True


def _mended(root: Path, path: str, data: bytes, problems: list[Problem]) -> tuple[str, bytes, list[str]]:
    """Where the file will stand, what it will hold, and why; a wrong encoding or name first."""
    for each in problems:
        if each.edit and each.edit.way is Way.ENCODING and (new := _recoded(root, path, data, each.edit.old)):
            return path, new, [each.message]
    for each in problems:
        if each.edit and each.edit.way is Way.NAME and _free(root, each.edit.new):
            return each.edit.new, data, [each.message]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return path, data, []
    if path.endswith(".csv"):
        new_text, why = cells.mended(str(root), path, text)
        return path, new_text.encode("utf-8"), why
    found = mends(path, text, problems)
    new_text = applied(text, found)
    return path, new_text.encode("utf-8"), [each.why for each in found] if new_text != text else []


def _recoded(root: Path, path: str, data: bytes, encoding: str) -> bytes | None:
    if not path.endswith(".csv"):
        return recoded(data, encoding)
    names = cells.columns(str(root), path)
    return recoded(data, encoding, names) if names else None


def _free(root: Path, path: str) -> bool:
    return record_type_of(path) is not None and not (root / path).exists()
