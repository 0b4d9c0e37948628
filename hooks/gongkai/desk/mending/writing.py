"""A plan of changed files → the files themselves: all of them or none, each with the rights it had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gongkai.common.faults import as_problem
from gongkai.common.problems import EnvironmentProblem


@dataclass(frozen=True, slots=True)
class Change:
    """A file as it was and as it will be; ``None`` where there is none before, or none after."""

    path: str
    before: bytes | None
    after: bytes | None


def write(root: Path, changes: Sequence[Change]) -> None:
    """Write every change.

    Raises EnvironmentProblem, with nothing changed, where a file is no longer what was looked at or the
    system refuses to write.
    """
    for each in changes:
        if _bytes(root / each.path) != each.before:
            raise EnvironmentProblem(f"{each.path} 刚刚被别人改动，什么也没有写：请再运行一次")
    done: list[Change] = []
    try:
        for each in changes:
            _put(root / each.path, each.after)
            done.append(each)
    except OSError as error:
        for each in reversed(done):
            _put(root / each.path, each.before)
        raise as_problem(error) from None


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes() if not file.is_symlink() else None
    except OSError:
        return None


def _put(file: Path, data: bytes | None) -> None:
    """In one step: a reader finds the old file or the new one."""
    if data is None:
        file.unlink()
        return
    aside = file.with_name(f".{file.name}.part")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        aside.write_bytes(data)
        if file.exists():
            aside.chmod(file.stat().st_mode & 0o777)
        aside.replace(file)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
