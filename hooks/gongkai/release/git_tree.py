"""A Git revision → its tree, laid out in a folder: the only module that runs Git."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gongkai.common.problems import EnvironmentProblem

#: what of a revision is checked
_PARTS = ("content", "data", "mkdocs.yml")
#: Git's words for a symbolic link and for what is no file of this repository
_LINK, _MODULE = "120000", "160000"


class _Entry(NamedTuple):
    mode: str
    blob: str
    path: str


def lay_out(root: Path, revision: str, folder: Path) -> None:
    """Write the content and data of ``root`` as they were at a revision into an empty folder.

    The files are those committed, byte for byte: ``git archive`` would leave out and change what
    ``.gitattributes`` says. Raises EnvironmentProblem where Git, the repository or the revision is missing.
    """
    name = commit_of(root, revision)
    entries = list(_entries(_git(root, "ls-tree", "-rz", name, *_PARTS)))
    if not any(entry.path.startswith(("content/", "data/")) for entry in entries):
        raise EnvironmentProblem(f"“{revision}”里没有 content/ 和 data/，不能比较")
    wanted = "".join(f"{entry.blob}\n" for entry in entries)
    blobs = io.BytesIO(_git(root, "cat-file", "--batch", asked=wanted.encode()))
    for entry in entries:
        *_, size = blobs.readline().split()
        if not size.isdigit():
            raise EnvironmentProblem(
                f"Git 里的“{revision}”不完整，缺 {entry.path}：先取全（git fetch --unshallow）"
            )
        _lay(folder / entry.path, entry.mode, blobs.read(int(size)))
        blobs.readline()


def commit_of(root: Path, revision: str) -> str:
    """The commit that a revision means; EnvironmentProblem where there is none."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    name = commit.decode().strip()
    if not name.isalnum():
        raise EnvironmentProblem(f"Git 里没有“{revision}”这个版本：先取下来（git fetch），或换一个")
    return name


def mirror(address: str, folder: Path) -> None:
    """A copy of a repository that is elsewhere, made or brought up to date."""
    folder.mkdir(parents=True, exist_ok=True)
    _git(folder, "init", "--bare", "--quiet")
    done = subprocess.run(
        ["git", "fetch", "--quiet", "--force", "--prune", "--", address, "+refs/*:refs/*"],
        cwd=folder,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # no terminal on which it could ask for a password
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise EnvironmentProblem(f"取不到仓库 {address}：{said[-1] if said else done.returncode}")


def revision(root: Path) -> str | None:
    """The commit a folder stands at, with ``+`` where content or program was changed since; None: no Git."""
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "HEAD").decode().strip()
        changed = _git(root, "status", "--porcelain", "--untracked-files=normal", "--", ".")
    except EnvironmentProblem:
        return None
    return commit + "+" * bool(changed) or None


def earlier(root: Path, path: str) -> Iterator[bytes]:
    """What a file of ``root`` was in each commit that touched it, the newest first; nothing without Git."""
    try:
        commits = _git(root, "log", "--format=%H", "--", path).decode().split()
    except EnvironmentProblem:
        return
    for commit in commits:
        found = subprocess.run(
            ["git", "show", f"{commit}:./{path}"], cwd=root, capture_output=True, check=False
        )
        if found.returncode == 0:
            yield found.stdout


def _entries(listed: bytes) -> Iterator[_Entry]:
    for line in filter(None, listed.split(b"\0")):
        about, path = line.split(b"\t", 1)
        mode, _, blob = about.decode().split()
        if mode != _MODULE:
            yield _Entry(mode, blob, os.fsdecode(path))


def _lay(target: Path, mode: str, content: bytes) -> None:
    """One file or link; Git itself keeps no name that leads out of the tree."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if mode == _LINK:
        target.symlink_to(os.fsdecode(content))
    else:
        target.write_bytes(content)


def _git(root: Path, *words: str, asked: bytes = b"") -> bytes:
    """What Git says in ``root``, to what it is asked; nothing for a question it answers with 1."""
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=False, input=asked)
    except FileNotFoundError:
        raise EnvironmentProblem("没有找到 git，不能和以前的版本比较：先安装 git") from None
    if done.returncode > 1:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise EnvironmentProblem(f"Git 不能读 {root}：{said[-1] if said else done.returncode}")
    return done.stdout
