"""What is kept about one site beside the site: never in a folder that a web server may show.

The build's lock, the site being made, the old one on its way out, finished parts for the next
build and the kept releases stand in a state folder of the site's own. It must be under the same
mount as the site, because only there one rename puts a whole site in place.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem

#: an old site on its way out where the system cannot swap two folders: whole, and for a moment the only one
_OLD = "old-"
_STAGING = "staging-"


@dataclass(frozen=True)
class State:
    """Where things about one site are: ``folder`` is its own among those of the state folder."""

    site: Path
    folder: Path

    @classmethod
    def of(cls, base: Path, site: Path) -> State:
        """The state of ``site`` below the state folder ``base``, which several sites may share."""
        whole = Path(os.path.realpath(site.parent), site.name)
        key = hashlib.sha256(os.fsencode(whole)).hexdigest()[:12]
        return cls(whole, Path(os.path.realpath(base), f"{whole.name}-{key}"))

    @property
    def aside(self) -> Path:
        """Sites being made or going: nobody but us may look."""
        return self.folder / "aside"

    @property
    def work(self) -> Path:
        """Finished parts of the search index and of datasets, kept from one build to the next."""
        return self.folder / "work"

    @property
    def releases(self) -> Path:
        """Kept releases; the web server reads the live one here."""
        return self.folder / "releases"

    @property
    def staging(self) -> Path:
        """The folder in which this process builds."""
        return self.aside / f"{_STAGING}{os.getpid()}"

    @property
    def old(self) -> Path:
        """Where the old site waits between two renames."""
        return self.aside / f"{_OLD}{os.getpid()}"

    def make(self) -> None:
        """The folders, open to no more people than need be; EnvironmentProblem where they cannot be made."""
        try:
            self.site.parent.mkdir(parents=True, exist_ok=True)
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            # a web server passes through to the releases and sees nothing else
            for folder, mode in ((self.folder, 0o711), (self.aside, 0o700), (self.work, 0o700)):
                folder.mkdir(mode=mode, exist_ok=True)
        except OSError as error:
            raise EnvironmentProblem(f"不能写入 {error.filename}：{error.strerror}") from None


@contextmanager
def locked(state: State) -> Iterator[None]:
    """One build at a time for a site folder; a second is told who holds it."""
    try:
        handle = os.open(state.folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise EnvironmentProblem(f"不能写入 {state.folder}：{error.strerror}") from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip() or "未知"
            message = f"另一个构建（进程 {holder}）正在写 {state.site}，等它结束再试"
            raise EnvironmentProblem(message) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode("ascii"), 0)
        yield
    finally:
        os.close(handle)


def recover(state: State) -> bool:
    """Put the old site back where a build was stopped between two renames, then sweep (lock held).

    Gives True where a site was put back.
    """
    left = [*state.aside.iterdir(), *_beside(state.site)]
    waiting = [path for path in left if path.name.startswith((_OLD, f".{state.site.name}.{_OLD}"))]
    restored = bool(waiting) and not os.path.lexists(state.site)
    if restored:
        max(waiting, key=lambda path: path.lstat().st_mtime_ns).rename(state.site)
    for path in left:
        remove(path)
    return restored


def _beside(site: Path) -> list[Path]:
    """What earlier versions kept beside the site, where a web server may show it."""
    kept = tuple(f".{site.name}.{kind}" for kind in (_OLD, _STAGING, "lock", "search"))
    return [path for path in site.parent.iterdir() if path.name.startswith(kept)]


def remove(path: Path) -> None:
    """A file, link or tree that nobody needs; what cannot be removed is left to the next run."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
