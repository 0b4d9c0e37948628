"""mkdocs.yml → Look; every fault with its place in that file."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from gongkai.column.look import files, palette
from gongkai.column.look.look import Look, Picture, Script
from gongkai.column.look.scripts import missing
from gongkai.common.problems import At, EnvironmentProblem, Problem
from gongkai.load import locate, shown

IDENTITY = "mkdocs.yml"
Made = TypeVar("Made")


def read_look(root: Path, written: Mapping[str, Any], tokens: Path, *, own: bool) -> Look:
    """What ``root``'s mkdocs.yml, as read, says of looks.

    ``tokens`` is our style sheet of colours; ``own`` is True for the checkout's file, the only one that may
    bring styles and scripts. Raises EnvironmentProblem with all that cannot be had.
    """
    reading = _Reading(root)
    theme = written.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    look = Look(
        tokens=reading.colours(theme.get("palette"), tokens),
        logo=reading.picture(("theme", "logo"), theme.get("logo")),
        favicon=reading.picture(("theme", "favicon"), theme.get("favicon")),
        sheets=tuple(reading.sheets(written.get("extra_css"))) if own else (),
        scripts=tuple(reading.scripts(written.get("extra_javascript"))) if own else (),
    )
    if reading.faults:
        told = (f"{p.path} 第 {p.line} 行：{p.message}（{p.fix}）" for p in locate(root, reading.faults))
        raise EnvironmentProblem("；".join(told))
    return look


class _Reading:
    """One file being read: what was found to be wrong."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[Problem] = []

    def colours(self, written: Any, tokens: Path) -> str:
        if not written:
            return ""
        try:
            return palette.styles(written, tokens.read_text("utf-8"))
        except palette.Refused as refused:
            at = ("theme", "palette", *refused.at)
            self._note(at, refused.message, refused.fix)
            return ""

    def picture(self, at: At, name: Any) -> Picture | None:
        """The picture a setting names, if it names one."""
        if not name:
            return None
        ending = str(name).rpartition(".")[2].lower().replace("jpeg", "jpg")

        def made(data: bytes) -> Picture:
            files.picture(data, ending)
            return Picture(ending, data)

        return self._file(at, name, made)

    def sheets(self, written: Any) -> Iterator[tuple[str, str]]:
        for at, name in _listed("extra_css", written):
            name = _plain(name)
            sheet = self._file(at, name, files.sheet, files.OF_THE_PROGRAM)
            if sheet is not None:
                yield str(name), sheet

    def scripts(self, written: Any) -> list[Script]:
        found = dict(self._scripts(written))
        assets = self.root / "overrides/assets"
        there = {f"own/{each.name}" for each in found.values()}
        there |= {each.relative_to(assets).as_posix() for each in assets.rglob("*.js")}
        for at, each in found.items():
            if asked := missing(each.content, f"own/{each.name}", each.module, there):
                fix = "也写进 extra_javascript，用 ./ 起的文件名引入"
                self._note(at, f"第 {asked[1]} 行引入的 {shown(asked[0])} 不在本站，浏览器取不到", fix)
        return list(found.values())

    def _scripts(self, written: Any) -> Iterator[tuple[At, Script]]:
        for at, each in _listed("extra_javascript", written):
            name = _plain(each.get("path") if isinstance(each, dict) else each)
            module = str(name).endswith(".mjs") or (isinstance(each, dict) and each.get("type") == "module")
            made = partial(files.script, name=str(name))
            content = self._file(at, name, made, files.OF_THE_PROGRAM)
            if content is not None:
                yield at, Script(str(name), content, module)

    def _file(
        self, at: At, name: Any, made: Callable[[bytes], Made], folders: Sequence[str] = files.FOLDERS
    ) -> Made | None:
        try:
            if not isinstance(name, str):
                raise files.Unusable("要写一个文件名", f"从 {folders[0]}/ 起写文件名")
            return made(files.read(self.root, name, folders))
        except files.Unusable as unusable:
            self._note(at, unusable.message, unusable.fix)
            return None

    def _note(self, at: At, message: str, fix: str) -> None:
        named = ".".join(str(key) for key in at if isinstance(key, str))
        self.faults.append(Problem("mkdocs", IDENTITY, f"{named} 不能照办：{message}", fix, at=at))


def _listed(key: str, written: Any) -> Iterator[tuple[At, Any]]:
    entries = written if isinstance(written, list) else [written] if written else []
    yield from (((key, number), each) for number, each in enumerate(entries))


def _plain(name: Any) -> Any:
    """``./a.js`` as ``a.js``: a file has one name; addresses of other hosts as they are."""
    return posixpath.normpath(name) if isinstance(name, str) and name and "//" not in name else name
