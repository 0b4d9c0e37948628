"""Answered again: what the import would write now, what it wrote before, and what the clerk made of that.

The three are put together line by line. Where the clerk and the new answers changed the same line, both are
shown and one is chosen; until then the record is as the clerk left it. Nothing that was typed is ever only in
memory.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from gongkai.desk.web import merging
from gongkai.desk.web.handing import Clash
from gongkai.desk.web.works import Work, keep

_BROUGHT, _MINE, _OPEN = "brought.json", "mine.json", "again.json"
Texts = dict[str, str]


def again(folder: Path, root: Path, work: Work, bring: Callable[[], None]) -> None:
    """Import with other answers; the clerk's changes stay, or wait to be chosen."""
    mine = _read(folder / _MINE) or _texts(root, work)
    keep(folder / _MINE, _json(mine))  # before the first file goes
    before, places = _read(folder / _BROUGHT), _places(work)
    brought_in = False
    try:
        bring()
        brought_in = True
    finally:
        for path, text in () if brought_in else mine.items():
            keep(root / path, text.encode())
    news, now = _texts(root, work), _places(work)
    moved = {now[place]: path for place, path in places.items() if place in now and path in mine}
    found = [Clash(new, before.get(old, news[new]), mine[old], news[new]) for new, old in moved.items()]
    _together(folder, root, found)
    brought(folder, root, work, news)
    (folder / _MINE).unlink()


def brought(folder: Path, root: Path, work: Work, texts: Texts | None = None) -> None:
    """Remember what the import wrote, to know later what the clerk changed."""
    keep(folder / _BROUGHT, _json(_texts(root, work) if texts is None else texts))


def open_(folder: Path) -> list[Clash]:
    """What waits to be chosen."""
    return [Clash(path, *texts) for path, texts in _read(folder / _OPEN).items()]


def settle(folder: Path, root: Path, texts: Mapping[str, str]) -> None:
    """Write what was chosen."""
    for path, text in texts.items():
        keep(root / path, text.encode())
    (folder / _OPEN).unlink(missing_ok=True)


def _together(folder: Path, root: Path, found: list[Clash]) -> None:
    """Write what goes together; the rest stays as the clerk has it, and waits."""
    waiting = {}
    for each in found:
        text = merging.settled(each, {})
        if text is None:
            waiting[each.path] = [each.base, each.mine, each.theirs]
        keep(root / each.path, (each.mine if text is None else text).encode())
    if waiting:
        keep(folder / _OPEN, _json(waiting))
    else:
        (folder / _OPEN).unlink(missing_ok=True)


def _places(work: Work) -> dict[tuple[str, int], str]:
    """What a record is among those of the work, whatever its name: an answer may give it another."""
    counted: dict[tuple[str, int], str] = {}
    for path in work.records:
        kind = path.split("/")[1]
        number = sum(each == kind for each, _ in counted)
        counted[kind, number] = path
    return counted


def _texts(root: Path, work: Work) -> Texts:
    return dict(_each(root, work))


def _each(root: Path, work: Work) -> Iterator[tuple[str, str]]:
    for path in work.records:
        if (root / path).is_file():
            yield path, (root / path).read_text("utf-8", "replace")


def _json(found: object) -> bytes:
    return json.dumps(found, ensure_ascii=False).encode()


def _read(file: Path) -> dict[str, Any]:
    return json.loads(file.read_text("utf-8")) if file.is_file() else {}
