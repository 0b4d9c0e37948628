"""The registers that a public site was made with, kept beside it: what replaces the site is held to them.

A tree that was changed back, a ``git revert`` of a publication, has neither the page nor its lines in the
registers: nothing in it tells that readers know the page. A kept release has them beside its site, a plain
one in its state folder, and nothing more is kept than there are releases.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem
from gongkai.release.exchange import switch
from gongkai.release.state import State, remove

NAME = "registers"
#: where the registers stand in a column
FOLDERS = ("data/addresses", "data/dates", "data/texts", "data/log")
#: lines, and rows that say where an address went; texts of before that stand beside them are not asked
_ENTRIES = (".txt", ".yml")


def copy(root: Path, folder: Path) -> None:
    """The registers of a column, into a folder ``registers`` of this one."""
    (folder / NAME / "data").mkdir(parents=True)
    for name in FOLDERS:
        for file in _files(root / name):
            target = folder / NAME / name / file.name
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(file, target)


def _files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.suffix in _ENTRIES and file.is_file() and not file.is_symlink():
            yield file


def keep(root: Path, state: State, *, public: bool) -> None:
    """After a plain site was put in place: of a ``public`` one, and of what replaces one.

    A preview of a desk that never made a release keeps nothing, and is never compared.
    """
    kept = state.folder / NAME
    if not public and not kept.is_dir():
        return
    aside = state.aside / f"{NAME}-{os.getpid()}"
    try:
        copy(root, aside)
        switch(aside / NAME, kept, aside / f"{NAME}.before")
    except OSError as error:
        raise EnvironmentProblem(f"网站已经换上，登记簿没有留存：{kept}：{error.strerror}") from None
    finally:
        remove(aside)


def of_public(state: State) -> tuple[str, Path] | None:
    """What readers were shown last, and the folder with its registers; None where nothing is known.

    The newest kept release, also after a way back to an earlier one: what was public by it was public.
    """
    if state.site.is_dir() and not state.site.is_symlink():
        folder = state.folder / NAME
        return ("现在的网站", folder) if folder.is_dir() else None
    found = sorted(state.releases.glob(f"*/{NAME}")) if state.releases.is_dir() else []
    return (f"发布 {found[-1].parent.name} ", found[-1]) if found else None
