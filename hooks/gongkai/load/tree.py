"""The walk through ``content/`` and ``data/``: which files there are, and which may not be."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.load.names import check_name, collision, is_leftover, leftover, shown
from gongkai.load.rules import problem
from gongkai.problems import EnvironmentProblem, Problem

FOLDERS = ("content", "data")
ATTACHMENTS = "content/files"


@dataclass
class Tree:
    """Paths from the root, sorted: texts of records, attachments; and what is wrong with names."""

    texts: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def walk(root: Path) -> Tree:
    """Find all files; raises EnvironmentProblem when there is neither folder."""
    tree = Tree()
    present = [name for name in FOLDERS if os.path.lexists(root / name)]
    if not present:
        raise EnvironmentProblem(f"“{root}”里没有 content/ 和 data/ 文件夹：请用 --root 指明栏目所在的文件夹")
    base = os.fspath(root)
    for name in present:
        if os.path.islink(root / name):
            tree.problems.append(_link(name))
        elif not os.path.isdir(root / name):
            tree.problems.append(problem("unknown-file", name, f"“{name}”应是文件夹，现在是文件", f"删去它，另建文件夹 {name}/"))
        else:
            _scan(base, name, tree)
    tree.texts.sort()
    tree.attachments.sort()
    return tree


def _scan(base: str, folder: str, tree: Tree) -> None:
    try:
        with os.scandir(f"{base}/{folder}") as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        message = f"文件夹打不开（{error.strerror}）"
        tree.problems.append(problem("file-unreadable", shown(folder), message, "检查文件夹的权限"))
        return
    attached = folder == ATTACHMENTS or folder.startswith(ATTACHMENTS + "/")
    names = {entry.name for entry in entries}
    taken = dict(_collisions(names, attached))
    for entry in entries:
        path = f"{folder}/{entry.name}"
        fault = _fault(entry, path, taken, attached)
        if fault is not None:
            tree.problems.append(fault)
        elif _ignored(entry, path):
            continue
        elif entry.is_dir(follow_symlinks=False):
            _scan(base, path, tree)
        else:
            (tree.attachments if attached else tree.texts).append(path)
            if entry.name.startswith("index.") and folder.rsplit("/", 1)[-1] + ".md" in _beside(base, folder):
                tree.problems.append(_same_address(path, folder + ".md"))


def _fault(entry: os.DirEntry[str], path: str, taken: dict[str, str], attached: bool) -> Problem | None:
    """What is wrong with an entry before its content is looked at."""
    name, visible = entry.name, shown(path)
    if entry.is_symlink():
        return _link(visible)
    if is_leftover(name):
        return leftover(visible)
    if _ignored(entry, path):
        return None
    if name in taken:
        return collision(visible, name, taken[name])
    if not entry.is_dir(follow_symlinks=False) and not entry.is_file(follow_symlinks=False):
        return problem("file-unreadable", visible, "这不是普通文件（管道、设备等）", "删去它，放普通文件")
    return check_name(visible, name, attached)


def _ignored(entry: os.DirEntry[str], path: str) -> bool:
    """What is no record: hidden files, generated schemas, the register of addresses, notes for people."""
    if entry.name.startswith("."):
        return True
    if not path.startswith("data/"):
        return False
    if path == "data/schema":
        return True
    return entry.name == "README.md" or (path.startswith("data/addresses/") and entry.name.endswith(".txt"))


def _collisions(names: set[str], attached: bool) -> Iterator[tuple[str, str]]:
    """Names that differ from another one of the folder only in case or composition, with that other."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(unicodedata.normalize("NFC", name).casefold(), []).append(name)
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=lambda name: (check_name(name, name, attached) is not None, name))
            yield from ((name, group[0]) for name in group[1:])


def _beside(base: str, folder: str) -> set[str]:
    return set(os.listdir(f"{base}/{folder}/.."))


def _same_address(path: str, other: str) -> Problem:
    return problem(
        "same-address",
        path,
        f"“{path}”与“{other}”是同一个网址，只能有一个",
        f"把两者合成一个文件 {other}，删去另一个",
    )


def _link(path: str) -> Problem:
    return problem(
        "symbolic-link",
        path,
        f"“{path}”是符号链接，会把栏目以外的文件带进来",
        "删去链接，放入真正的文件",
    )
