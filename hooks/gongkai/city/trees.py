"""Where a column's content is → which state of it is meant, and its tree laid out in a folder."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from gongkai.city.plan import Source
from gongkai.common.problems import EnvironmentProblem
from gongkai.common.program import files_below
from gongkai.release import git_tree

_PARTS = ("content", "data")
_IDENTITY = "mkdocs.yml"


def revision_of(source: Source, work: Path) -> tuple[str, bool]:
    """The commit that is meant, and True; without a revision a digest of the files, and False."""
    if source.revision:
        root = _repository(source.place, work, source.remote, fresh=True)
        return git_tree.commit_of(root, source.revision), True
    whole = hashlib.blake2b(digest_size=20)
    for part in _PARTS:
        whole.update(files_below(Path(source.place, part)))
    whole.update(_identity(Path(source.place)).read_bytes())
    return whole.hexdigest(), False


def lay_out(place: str, commit: str, target: Path, work: Path, *, remote: bool) -> None:
    """The tree of a commit, or a copy of the folder, in a folder that is not there yet."""
    target.mkdir()
    if commit:
        git_tree.lay_out(_repository(place, work, remote), commit, target)
        return
    shutil.copyfile(_identity(Path(place)), target / _IDENTITY)
    for part in _PARTS:
        if Path(place, part).is_dir():
            shutil.copytree(Path(place, part), target / part, symlinks=True)


def _identity(root: Path) -> Path:
    found = root / _IDENTITY
    if not found.is_file():
        raise EnvironmentProblem(f"{root} 里没有 {_IDENTITY}，不知道是谁的栏目")
    return found


def _repository(place: str, work: Path, remote: bool, *, fresh: bool = False) -> Path:
    """The folder of a repository; one that is elsewhere is mirrored, and asked for what is new."""
    if not remote:
        return Path(place)
    mirror = work / "repositories" / hashlib.sha256(place.encode()).hexdigest()[:16]
    if fresh or not mirror.is_dir():
        git_tree.mirror(place, mirror)
    return mirror
