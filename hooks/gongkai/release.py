"""A site is built aside and put in place whole: the live folder is the old site or the new, never half."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gongkai.problems import EnvironmentProblem

#: every site of ours has these
SITE_FILES = ("index.html", "404.html", "sitemap.xml")
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def staging_folder(site: Path) -> Path:
    """The folder beside the live one in which this process builds."""
    return site.parent / f".{site.name}.staging-{os.getpid()}"


@contextmanager
def building(site: Path) -> Iterator[Path]:
    """Holds the lock of a site folder, gives an empty staging folder, and leaves none behind."""
    refuse_unfit(site)
    with locked(site):
        sweep(site)
        with staged(site) as stage:
            yield stage


@contextmanager
def staged(site: Path) -> Iterator[Path]:
    """An empty staging folder beside a site that no other process builds; gone afterwards."""
    stage = staging_folder(site)
    stage.mkdir(parents=True)
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def refuse_unfit(site: Path) -> None:
    """Putting a site in place deletes what was there: it must be nothing, empty, or a site of ours."""
    if not os.path.lexists(site):
        return
    if site.is_symlink() or not site.is_dir():
        raise EnvironmentProblem(f"{site} 不是文件夹，不能把网站放在这里")
    if any(site.iterdir()) and not all((site / name).is_file() for name in SITE_FILES):
        raise EnvironmentProblem(f"{site} 里有别的文件，放网站会把它们删掉：请换一个空文件夹")


@contextmanager
def locked(site: Path) -> Iterator[None]:
    """One build at a time for a site folder; a second is told who holds it."""
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(site.parent / f".{site.name}.lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise EnvironmentProblem(f"不能写入 {site.parent}：{error.strerror}") from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip() or "未知"
            raise EnvironmentProblem(f"另一个构建（进程 {holder}）正在写 {site}，等它结束再试") from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode("ascii"), 0)
        yield
    finally:
        os.close(handle)


def sweep(site: Path) -> None:
    """Remove what killed builds left behind (call with the lock held)."""
    kinds = (f".{site.name}.staging-", f".{site.name}.old-")
    for left in list(site.parent.iterdir()):
        if left.name.startswith(kinds):
            shutil.rmtree(left, ignore_errors=True)


def put_in_place(stage: Path, site: Path) -> None:
    """Make the staged tree the live one, in one step where the system can, and remove the old one."""
    old = site.parent / f".{site.name}.old-{os.getpid()}"
    refuse_unfit(site)
    if not site.exists():
        stage.rename(site)
        return
    if _exchange(stage, site):
        stage.rename(old)
    else:
        site.rename(old)
        stage.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders in one system call; False where the system has none."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE)
    if done == 0:
        return True
    if ctypes.get_errno() in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(second))
