"""A site in a folder aside → the live one: asked, kept, put in place whole, and back again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from gongkai.common.interrupt import unwound
from gongkai.common.problems import EnvironmentProblem
from gongkai.release import checksums
from gongkai.release.carry_over import carry
from gongkai.release.exchange import switch
from gongkai.release.kept_releases import keep, point, prune
from gongkai.release.placement import (
    SITE_FILES,
    refuse_exposed,
    refuse_full,
    refuse_unfit,
    refuse_unplaceable,
)
from gongkai.release.state import State, locked, recover, remove

__all__ = [
    "SITE_FILES",
    "State",
    "building",
    "complete",
    "issue",
    "preview_state",
    "previews",
    "put_in_place",
    "staged",
]

Say = Callable[[str], None]


@contextmanager
def building(state: State, checkout: Path, say: Say, *, kept: bool = False) -> Iterator[Path]:
    """Holds the lock of a site, gives an empty staging folder, and leaves none behind.

    ``kept``: what is built becomes a kept release, to which the site is a link.

    What would keep the site from being put in place is told now, before anything is built.
    """
    refuse_exposed(state, checkout)
    state.make()
    with unwound(), locked(state):
        if recover(state):
            say(f"上一次生成在替换网站的那一步中断了，已把原来的网站放回 {state.site}")
        refuse_unfit(state.site, state.releases if kept else None)
        refuse_unplaceable(state)
        refuse_full(state)
        with staged(state.staging) as stage:
            yield stage


@contextmanager
def staged(stage: Path) -> Iterator[Path]:
    """An empty folder to build in; gone afterwards."""
    stage.mkdir()
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def previews(base: Path) -> Iterator[Path]:
    """Where this process keeps the pages it previews; gone afterwards, like those of dead processes."""
    folder = preview_state(base, base).aside
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left in list(folder.iterdir()):
            if not _alive(left.name):
                remove(left)
        own = folder / str(os.getpid())
        own.mkdir(exist_ok=True)
    except OSError as error:
        raise EnvironmentProblem(f"不能写入 {folder}：{error.strerror}") from None
    with unwound():
        try:
            yield own
        finally:
            remove(own)


def preview_state(base: Path, site: Path) -> State:
    """All previews share what was finished before; each has its pages in a folder of its own."""
    return State(site, base / "preview")


def _alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True  # another user's, and alive
    return True


def complete(stage: Path, old: Path, say: Say, *, untouched: bool = False) -> dict[str, str]:
    """Lists what the staged site holds, and takes over from the old one what is to stay.

    Gives the digest of every file of ours. ``untouched``: the old one is known to be as its list says.
    """
    made = checksums.of(stage)
    checksums.write(stage, made)
    if old.is_dir():
        carry(old, stage, made, say, untouched=untouched)
    return made


def issue(
    stage: Path,
    state: State,
    about: Mapping[str, object],
    count: int,
    key: Path | None,
    root: Path | None = None,
) -> str:
    """Make a kept release of the staged site (complete already) and the live one of it; gives its name.

    ``root`` is the column it was made of.
    """
    refuse_unfit(state.site, state.releases)
    name = keep(stage, state, about, key, root)
    point(state, name)
    prune(state, count)
    return name


def put_in_place(stage: Path, state: State, *, unshared: bool = False) -> None:
    """Make the staged tree the live one, and remove the old one.

    ``unshared``: the folder was made for this alone, so that nothing of anybody's can be in it.
    """
    if not unshared:
        refuse_unfit(state.site)
    switch(stage, state.site, state.old)
    remove(stage)
