"""A wanted folder → whether a site can be put there: told before anything is built, in one sentence."""

from __future__ import annotations

import os
import re
import shutil
import stat
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem
from gongkai.release.state import State

#: every site of ours has these
SITE_FILES = ("index.html", "404.html", "sitemap.xml")
#: the kernel's list of what is mounted where, for this process
_MOUNTS = Path("/proc/self/mountinfo")
#: below this many bytes free no site is begun
_LEAST = 16 << 20


def refuse_unfit(site: Path, releases: Path | None = None) -> None:
    """Putting a site in place replaces what was there: it must be nothing, empty, or a site of ours.

    ``releases``: where kept releases are, when one of them is to be put in place; the site may be a
    link to one then.
    """
    if not os.path.lexists(site):
        return
    if site.is_symlink() and site.readlink().parent.parent.name == "releases":
        if releases is None:
            raise EnvironmentProblem(
                f"{site} 是 scripts/release 发布的：继续用它发布，或用 --site-dir 换一个文件夹"
            )
        if site.readlink().parent.parent != releases:
            raise EnvironmentProblem(f"{site} 的各次发布在另一个状态文件夹里：用 --state-dir 写明原来的那个")
        return
    if site.is_symlink() or not site.is_dir():
        raise EnvironmentProblem(f"{site} 不是文件夹，不能把网站放在这里")
    if not os.access(site, os.R_OK | os.X_OK):
        raise EnvironmentProblem(f"没有读 {site} 的权限")
    if any(site.iterdir()) and not all((site / name).is_file() for name in SITE_FILES):
        raise EnvironmentProblem(f"{site} 里有别的文件，放网站会把它们删掉：请换一个空文件夹")


def refuse_exposed(state: State, checkout: Path) -> None:
    """Nothing of the state may lie where the site's web server would show it.

    The checkout may hold both: it holds drafts as well, and no web server is to show it.
    """
    site, folder = state.site, state.folder
    if folder.is_relative_to(site) or site.is_relative_to(folder.parent):
        raise EnvironmentProblem(f"网站 {site} 和状态文件夹 {folder.parent} 不能一个在另一个里面")
    if folder.is_relative_to(checkout):
        return
    if folder.is_relative_to(site.parent):
        why = f"状态文件夹 {folder.parent} 在 {site.parent} 里，网站服务器可能把没有公布的内容公开出去"
        raise EnvironmentProblem(f"{why}：用 --state-dir 换一个文件夹")


def refuse_unplaceable(state: State) -> None:
    """The last step is one rename from the state to the site: it must be possible (folders made already)."""
    site, parent = state.site, state.site.parent
    mounts = _mounts()
    if str(site) in mounts or site.is_mount():
        raise EnvironmentProblem(
            f"{site} 是挂载点，不能整个替换：把它的上一级 {parent} 挂载进来，或用 --site-dir 换一个文件夹"
        )
    if _mount_of(parent, mounts) != _mount_of(state.folder, mounts):
        raise EnvironmentProblem(
            f"状态文件夹 {state.folder.parent} 和网站 {site} 不在同一个磁盘分区或挂载点，不能一步替换："
            "用 --state-dir 写一个同一分区上、网站服务器不公开的文件夹"
        )
    for folder in (parent, state.folder, *([site] if site.is_dir() and not site.is_symlink() else [])):
        if not os.access(folder, os.W_OK | os.X_OK):
            raise EnvironmentProblem(f"没有写入 {folder} 的权限（或所在磁盘是只读的）")
    if os.path.lexists(site) and _kept_from_us(site, parent.stat()):
        raise EnvironmentProblem(f"{site} 属于别的用户，上级文件夹不让本用户替换它：用它的主人运行")


def refuse_full(state: State) -> None:
    """There must be room for a second site of the size of the first."""
    size, count = _size(state.site) if state.site.exists() else (0, 0)
    needed, free = max(_LEAST, size + size // 8), shutil.disk_usage(state.folder).free
    if free < needed:
        told = f"剩 {free >> 20} MB，约需 {-(-needed >> 20)} MB"
        raise EnvironmentProblem(f"{state.folder} 所在磁盘的空间不够放下新网站（{told}）：先腾出空间")
    about = os.statvfs(state.folder)
    if about.f_files and about.f_favail < count + count // 8:
        raise EnvironmentProblem(f"{state.folder} 所在磁盘能建的文件数（inode）不够：先删去不用的文件")


def _mounts() -> frozenset[str]:
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return frozenset()
    # blanks and the like stand there as \040
    return frozenset(
        re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), line.split(" ")[4]) for line in lines
    )


def _mount_of(folder: Path, mounts: frozenset[str]) -> str:
    """Under which mount a folder is; where the system does not tell, on which device."""
    return next(
        (str(each) for each in (folder, *folder.parents) if str(each) in mounts), str(folder.stat().st_dev)
    )


def _kept_from_us(site: Path, parent: os.stat_result) -> bool:
    """In a folder such as /tmp only the owner may take a thing away."""
    me = os.geteuid()
    return bool(parent.st_mode & stat.S_ISVTX) and me not in {0, parent.st_uid, site.lstat().st_uid}


def _size(folder: Path) -> tuple[int, int]:
    sizes = [path.lstat().st_size for path in sorted(folder.rglob("*"))]
    return sum(sizes), len(sizes)
