"""A site → a kept release: a folder that nothing changes any more; the live site is a link to one of them.

``scripts/build`` swaps two folders, which needs nothing set up. A release must also go back within a
second, on any file system, and leave nothing to mend wherever it is stopped: one link is renamed over
another, and a folder is a release only when all of it is there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from gongkai.common.interrupt import unwound
from gongkai.common.problems import EnvironmentProblem
from gongkai.release import checksums, kept_registers, manifest
from gongkai.release.carry_over import Say, keep_foreign
from gongkai.release.exchange import switch
from gongkai.release.state import State, locked, recover, remove

#: how many are named in a message
_SHOWN = 5


def names(state: State) -> list[str]:
    """The kept releases, oldest first."""
    return sorted(path.name for path in state.releases.iterdir()) if state.releases.is_dir() else []


def live(state: State) -> str | None:
    """The release that readers see now; None where the site is none of them."""
    if not state.site.is_symlink():
        return None
    folder = state.site.readlink().parent
    return folder.name if folder.parent == state.releases else None


def site_of(state: State, name: str) -> Path:
    """The site of a kept release."""
    return state.releases / name / "site"


def keep(
    stage: Path, state: State, about: Mapping[str, object], key: Path | None, root: Path | None = None
) -> str:
    """Make a release of the staged site: whole, listed, signed, but not yet live; gives its name.

    ``root`` is the column it was made of, the registers of which are kept with it.
    """
    files = checksums.read(stage) or {}
    last = max((int(name[:4]) for name in names(state) if name[:4].isdigit()), default=0)
    name = f"{last + 1:04d}-{about['date']}"
    making = stage.with_name(f"making-{os.getpid()}")
    try:
        making.mkdir()
        stage.rename(making / "site")
        if root is not None:
            kept_registers.copy(root, making)
        written = manifest.write(making, name, about, files)
        if key is not None:
            manifest.sign(written, key)
        # the machine may lose its power: what the link will lead to is on the disk before
        os.sync()
        state.releases.mkdir(mode=0o711, exist_ok=True)
        making.rename(state.releases / name)
    finally:
        remove(making)
    return name


def point(state: State, name: str) -> None:
    """Let readers see this release from now on."""
    link = state.aside / f"link-{os.getpid()}"
    link.symlink_to(site_of(state, name))
    switch(link, state.site, state.old)
    remove(link)


def prune(state: State, count: int) -> None:
    """Keep the newest ``count`` and the live one."""
    for name in names(state)[:-count]:
        if name != live(state):
            gone = state.aside / f"gone-{name}"
            (state.releases / name).rename(gone)
            remove(gone)


def roll_back(state: State, wanted: str, say: Say) -> str:
    """Go back to the release before the live one, or to the one named; gives its name."""
    if not state.folder.is_dir():
        raise EnvironmentProblem(f"{state.site} 没有用 scripts/release 发布过")
    with unwound(), locked(state):
        recover(state)
        now = live(state)
        if now is None:
            raise EnvironmentProblem(f"{state.site} 没有用 scripts/release 发布过")
        name = wanted or _before(state, now)
        if name not in names(state):
            raise EnvironmentProblem(f"没有“{name}”这次发布：用 --list 看有哪些")
        if name != now:
            _make_ready(state, now, name, said=bool(wanted), say=say)
            point(state, name)
    return name


def _before(state: State, now: str) -> str:
    earlier = [name for name in names(state) if name < now]
    if not earlier:
        raise EnvironmentProblem(f"{now} 以前没有保存别的发布，不能退回")
    return earlier[-1]


def _make_ready(state: State, now: str, name: str, *, said: bool, say: Say) -> None:
    shown, wanted = site_of(state, now), site_of(state, name)
    known, theirs = checksums.read(shown) or {}, checksums.read(wanted) or {}
    found = checksums.of(wanted)
    if not theirs or any(found.get(path) != digest for path, digest in theirs.items()):
        raise EnvironmentProblem(f"{name} 的文件与它的清单不符，不能用：换一次发布，或重新生成")
    back = [path for path in known if path.endswith("/withdrawn.txt") and path not in theirs]
    if back and not said:
        pages = "、".join(path.removesuffix("withdrawn.txt") for path in back[:_SHOWN])
        raise EnvironmentProblem(
            f"退回到 {name}，{len(back)} 个后来撤下的网址会重新公开（{pages}）："
            f"确要退回，写明 --rollback {name}"
        )
    for path, _ in list(checksums.entries(wanted)):
        if path not in theirs and path != checksums.NAME:
            remove(wanted / path)  # somebody's file of that day: what stands there today is taken over
    keep_foreign(shown, wanted, known, say)
