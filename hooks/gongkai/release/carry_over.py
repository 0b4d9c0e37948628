"""The old site → what the new one takes over: files that are not ours, and the times of unchanged ones."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem
from gongkai.release import checksums

Say = Callable[[str], None]

_SECOND = 1_000_000_000
_SHOWN = 10


def carry(old: Path, new: Path, made: Mapping[str, str], say: Say, *, untouched: bool = False) -> None:
    """Keep foreign files and the times of unchanged ones; say what was kept and what had been tampered with.

    ``made`` are the digests of the new site's own files. Raises EnvironmentProblem, with the new site
    alone touched, where a foreign file stands where one of ours is to be. ``untouched``: what the old
    site's list says of its files is known to be so.
    """
    known = checksums.read(old)
    was = known if untouched and known is not None else checksums.of(old)
    if known is not None:
        _tell_changed(was, known, say)
        keep_foreign(old, new, known, say)
    whole = {**made, checksums.NAME: checksums.digest(new / checksums.NAME)}
    for path, digest in whole.items():
        _keep_time(old / path, new / path, same=(was.get(path) or _own(old, path)) == digest)


def keep_foreign(old: Path, new: Path, known: Collection[str], say: Say) -> None:
    """Take over what somebody else put into the old site; ``known`` are the old site's own files."""
    foreign = [
        path
        for path, _ in checksums.entries(old)
        if path not in known and path != checksums.NAME and not (path.endswith("/") and (new / path).is_dir())
    ]
    kept = [path for path in sorted(foreign) if _taken(old, new, path)]
    if kept:
        say(f"网站里有 {len(kept)} 个不是本栏目生成的文件，照原样留在网站里：{_named(kept)}")


def _tell_changed(was: Mapping[str, str], known: Mapping[str, str], say: Say) -> None:
    changed = [path for path, digest in known.items() if was.get(path) != digest]
    if changed:
        what = "被改动或删去（与生成时不同），新网站里照生成的内容恢复"
        say(f"注意：网站里有 {len(changed)} 个文件{what}：{_named(changed)}")


def _named(paths: list[str]) -> str:
    return "、".join(paths[:_SHOWN]) + ("……" if len(paths) > _SHOWN else "")


def _taken(old: Path, new: Path, path: str) -> bool:
    """True when the entry is in the new site as it was; False when it is what we made ourselves."""
    source, target = old / path, new / path
    if path.endswith("/"):
        target.mkdir(parents=True, exist_ok=True)
        return True
    if os.path.lexists(target):
        if target.is_file() and source.is_file() and checksums.digest(source) == checksums.digest(target):
            return False
        raise _collision(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise _collision(path) from None
    _copy(source, target)
    return True


def _collision(path: str) -> EnvironmentProblem:
    return EnvironmentProblem(
        f"网站里的 {path} 不是本栏目生成的，而新网站里正好有这个名字：先把它移走，原来的网站没有改动"
    )


def _copy(source: Path, target: Path) -> None:
    """The same file under a second name, so that owner, mode and time stay; else a copy of it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        if not source.is_symlink() and not source.is_file():
            raise EnvironmentProblem(f"网站里的 {source.name} 不是普通文件：先把它移走") from None
        shutil.copy2(source, target, follow_symlinks=False)


def _own(old: Path, path: str) -> str:
    file = old / path
    is_list = path == checksums.NAME and file.is_file() and not file.is_symlink()
    return checksums.digest(file) if is_list else ""


def _keep_time(old: Path, new: Path, same: bool) -> None:
    """An unchanged file is as old as it was; a changed one is younger by at least a second.

    A web server answers "not modified" by second and size.
    """
    try:
        before = old.lstat()
    except OSError:
        return
    if not stat.S_ISREG(before.st_mode):
        return
    if same:
        time = before.st_mtime_ns
    elif new.stat().st_mtime_ns // _SECOND <= before.st_mtime_ns // _SECOND:
        time = (before.st_mtime_ns // _SECOND + 1) * _SECOND
    else:
        return
    os.utime(new, ns=(time, time))
