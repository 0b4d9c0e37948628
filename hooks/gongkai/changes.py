"""The tree of another Git revision, laid out in a folder: the only room that runs Git."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from gongkai.problems import EnvironmentProblem

#: what of a revision is checked
_PARTS = ("content", "data", "mkdocs.yml")


def lay_out(root: Path, revision: str, folder: Path) -> None:
    """Write the content and data of ``root`` as they were at a revision into an empty folder.

    Raises EnvironmentProblem where Git, the repository or the revision is missing.
    """
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not commit.strip():
        raise EnvironmentProblem(f"Git 里没有“{revision}”这个版本：先取下来（git fetch），或换一个")
    name = commit.decode().strip()
    there = _git(root, "ls-tree", "-z", "--name-only", name, *_PARTS).decode().split("\0")
    parts = [part for part in there if part]
    if not {"content", "data"} & set(parts):
        raise EnvironmentProblem(f"“{revision}”里没有 content/ 和 data/，不能比较")
    with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", "--format=tar", name, *parts))) as archive:
        for member in archive:
            _lay(archive, member, folder)


def _lay(archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """One file, folder or link; Git itself keeps no name that leads out of the tree."""
    target = folder / member.name
    if member.isdir():
        target.mkdir(parents=True, exist_ok=True)
    elif member.issym():
        target.symlink_to(member.linkname)
    elif content := archive.extractfile(member):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.read())


def _git(root: Path, *words: str) -> bytes:
    """What Git says in ``root``; nothing for a question it answers with 1."""
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise EnvironmentProblem("没有找到 git，不能和以前的版本比较：先安装 git") from None
    if done.returncode > 1:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise EnvironmentProblem(f"Git 不能读 {root}：{said[-1] if said else done.returncode}")
    return done.stdout
