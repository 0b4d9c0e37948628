"""``content/`` and ``data/`` → which files there are, sorted, and which may not be."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem, Problem
from gongkai.load.names import check_name, collision, is_leftover, leftover, shown
from gongkai.load.rules import problem, unreadable

FOLDERS = ("content", "data")
ATTACHMENTS = "content/files"
DATASETS = "data/datasets/"
#: where the registers of what is published stand
REGISTERS = ("data/addresses/", "data/dates/", "data/log/", "data/texts/")
MAX_FOLDERS = 10


@dataclass
class Tree:
    """Paths from the root, sorted: texts of records, tables of datasets, attachments; bad names."""

    texts: list[str] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def walk(root: Path, folders: Sequence[str] = FOLDERS) -> Tree:
    """Find all files below the folders; raises EnvironmentProblem when there is none of them."""
    tree = Tree()
    present = [name for name in folders if (root / name).is_symlink() or (root / name).exists()]
    if not present:
        raise EnvironmentProblem(f"“{root}”里没有 content/ 和 data/ 文件夹：请用 --root 指明栏目所在的文件夹")
    for name in present:
        folder = root / name
        if folder.is_symlink():
            tree.problems.append(_link(name))
        elif folder.is_dir():
            _scan(os.fspath(root), name, tree)
        else:
            message, fix = f"“{name}”应是文件夹，现在是文件", f"删去它，另建文件夹 {name}/"
            tree.problems.append(problem("unknown-file", name, message, fix))
    tree.texts.sort()
    tree.tables.sort()
    tree.attachments.sort()
    return tree


def _scan(base: str, folder: str, tree: Tree) -> None:
    try:
        with os.scandir(f"{base}/{folder}") as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        tree.problems.append(unreadable(shown(folder), error))
        return
    attached = folder == ATTACHMENTS or folder.startswith(ATTACHMENTS + "/")
    taken = _collisions([entry.name for entry in entries], attached)
    pages = {entry.name for entry in entries if entry.name.endswith(".md")}
    for entry in entries:
        path = f"{folder}/{entry.name}"
        fault = _fault(entry, path, taken, attached)
        if fault is not None:
            tree.problems.append(fault)
        elif _ignored(entry, path):
            continue
        elif not entry.is_dir(follow_symlinks=False):
            table = path.startswith(DATASETS) and path.endswith(".csv")
            (tree.attachments if attached else tree.tables if table else tree.texts).append(path)
        else:
            _scan(base, path, tree)
            if f"{entry.name}.md" in pages and f"{path}/index.md" in tree.texts:
                tree.texts.remove(f"{path}/index.md")
                tree.problems.append(_same_address(f"{path}/index.md", f"{path}.md"))


def _fault(entry: os.DirEntry[str], path: str, taken: dict[str, str], attached: bool) -> Problem | None:
    """What is wrong with an entry before its content is looked at."""
    name, visible = entry.name, shown(path)
    if path.count("/") > MAX_FOLDERS:
        message = f"文件夹一层套一层，超过 {MAX_FOLDERS} 层"
        return problem("file-name", visible, message, "移到上层的文件夹里")
    if entry.is_symlink():
        return _link(visible)
    if is_leftover(name):
        return leftover(visible)
    if _ignored(entry, path):
        return None
    if name in taken:
        return collision(visible, name, taken[name])
    if not entry.is_dir(follow_symlinks=False) and not entry.is_file(follow_symlinks=False):
        return problem("file-unreadable", visible, "这不是普通文件（是管道、设备等）", "删去它，放普通文件")
    return check_name(visible, name, attached)


def _ignored(entry: os.DirEntry[str], path: str) -> bool:
    """What is no record: hidden files, registers of what is published, notes."""
    if entry.name.startswith("."):
        return True
    if not path.startswith("data/"):
        return False
    registers = path.startswith(REGISTERS) and entry.name.endswith(".txt")
    registers = registers or (path.startswith("data/texts/") and entry.name.endswith(".md"))
    return registers or entry.name == "README.md"


def _collisions(names: list[str], attached: bool) -> dict[str, str]:
    """Names that differ from another one of the folder only in case or composition, with that other."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(unicodedata.normalize("NFC", name).casefold(), []).append(name)
    if len(groups) == len(names):
        return {}
    taken = {}
    for group in groups.values():
        group.sort(key=lambda name: (check_name(name, name, attached) is not None, name))
        taken.update(dict.fromkeys(group[1:], group[0]))
    return taken


def _same_address(path: str, other: str) -> Problem:
    return problem(
        "same-address",
        path,
        f"“{path}”与“{other}”是同一个网址，只能有一个",
        f"把两者合成一个文件 {other}，删去另一个",
    )


def _link(path: str) -> Problem:
    message = f"“{path}”是符号链接，会把栏目以外的文件带进来"
    return problem("symbolic-link", path, message, "删去链接，放入真正的文件")
