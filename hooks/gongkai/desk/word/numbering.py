"""Automatic numbers → the text Word shows for them, by ECMA-376 and what Word does where that is silent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from gongkai.desk.word.numerals import written
from gongkai.desk.word.properties import Styles, child, on, value, whole, within
from gongkai.desk.word.symbols import bullet
from gongkai.load.attached import xml

_LEVELS = range(9)
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``restart``: 0 never, k only after a level above or equal to k, None after any."""

    start: int = 1
    form: str = "decimal"
    own: str = ""
    text: str = ""
    font: str = ""
    legal: bool = False
    hidden: bool = False
    restart: int | None = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """A ``num`` with its levels; all of one abstract list count together."""

    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Gives each paragraph its number, in the order of the text."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = _by_id(root, "abstractNum", "abstractNumId")
        self._nums = _by_id(root, "num", "numId")
        self._lists: dict[str, List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def label(self, properties: etree._Element | None) -> str:
        """The number of the next paragraph; "" where it has none. Raises UnknownFormat."""
        num, level = self._place(properties)
        found = self._list(num)
        if found is None or level not in found.levels:
            return ""
        counts = self._count(num, level, found)
        shown = found.levels[level]
        if shown.hidden:
            return ""
        if shown.form == "bullet":
            return bullet(shown.text, shown.font)
        return _PLACE.sub(lambda mark: _sign(found, counts, int(mark[1]) - 1, shown.legal), shown.text)

    def _place(self, properties: etree._Element | None) -> tuple[str, int]:
        """The list of a paragraph and its level there: its own, or those of its style."""
        own = child(properties, "numPr")
        num, level = value(child(own, "numId")), value(child(own, "ilvl"))
        chain = list(self._styles.chain(self._styles.of_paragraph(properties)))
        inherited = [within(style.node, "pPr", "numPr") for style in chain]
        by_style = not num
        if by_style:
            num = next((each for node in inherited if (each := value(child(node, "numId")))), "")
        if not num or num == "0":
            return "", 0
        if not level and by_style:
            level = self._linked(num, [style.id for style in chain])
        if not level:
            level = next((each for node in inherited if (each := value(child(node, "ilvl")))), "0")
        return num, whole(level)

    def _linked(self, num: str, ids: list[str]) -> str:
        """The level that names the style, or the nearest it is based on."""
        found = self._list(num)
        if found is None:
            return ""
        linked = {level.style: at for at, level in found.levels.items() if level.style}
        return next((str(linked[id_]) for id_ in ids if id_ in linked), "")

    def _count(self, num: str, level: int, found: List) -> dict[int, int]:
        """Counts one paragraph; gives the counts of all levels that were used."""
        counts = self._counts.setdefault(found.abstract, {})
        if num not in self._begun:
            self._begun.add(num)
            for at in found.restarts:
                counts.pop(at, None)
        counts[level] = counts[level] + 1 if level in counts else found.levels[level].start
        for deeper in [at for at in counts if at > level]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart > 0 and level < restart):
                del counts[deeper]
        return counts

    def _list(self, num: str) -> List | None:
        if num not in self._lists:
            self._lists[num] = self._read(num) if num in self._nums else None
        return self._lists[num]

    def _read(self, num: str) -> List | None:
        node = self._nums[num]
        abstract = self._resolved(value(child(node, "abstractNumId")))
        if abstract is None:
            return None
        levels = {at: _level(each) for at, each in _levels(abstract).items()}
        restarts: dict[int, int] = {}
        for override in (each for each in node if xml.local(each) == "lvlOverride"):
            at = whole(xml.attribute(override, "ilvl"), -1)
            before = levels.get(at, Level())
            whole_level = child(override, "lvl")
            if whole_level is not None:
                levels[at] = _level(whole_level, before.restart)
            start = value(child(override, "startOverride"))
            if start:
                restarts[at] = whole(start, 1)
                levels[at] = _started(levels.get(at, before), whole(start, 1))
        return List(xml.attribute(abstract, "abstractNumId"), levels, restarts)

    def _resolved(self, id_: str) -> etree._Element | None:
        """The abstract list, by way of the style that a link names."""
        node = self._abstract.get(id_)
        link = value(child(node, "numStyleLink"))
        if not link:
            return node
        style = next(self._styles.chain(link), None)
        num = value(within(style.node, "pPr", "numPr", "numId")) if style else ""
        target = self._nums.get(num)
        found = self._abstract.get(value(child(target, "abstractNumId")))
        return found if found is not None and not value(child(found, "numStyleLink")) else node


def _by_id(root: etree._Element | None, name: str, attribute: str) -> dict[str, etree._Element]:
    nodes = [each for each in root if xml.local(each) == name] if root is not None else []
    return {xml.attribute(each, attribute): each for each in nodes}


def _levels(abstract: etree._Element) -> dict[int, etree._Element]:
    nodes = (each for each in abstract if xml.local(each) == "lvl")
    return {at: each for each in nodes if (at := whole(xml.attribute(each, "ilvl"), -1)) in _LEVELS}


_NO_RESTART = object()


def _level(node: etree._Element, restart: int | object | None = _NO_RESTART) -> Level:
    """A level as written; an override keeps the ``restart`` of the level it stands for, as Word does."""
    form = _form(node)
    own = value(child(node, "lvlRestart"))
    if restart is _NO_RESTART:
        restart = whole(own) if own else None
    return Level(
        start=whole(value(child(node, "start")), 0 if child(node, "start") is None else 1),
        form=value(form, usual="decimal"),
        own=value(form, "format"),
        text=value(child(node, "lvlText")),
        font=value(within(node, "rPr", "rFonts"), "ascii") or value(within(node, "rPr", "rFonts"), "hAnsi"),
        legal=bool(on(child(node, "isLgl"))),
        hidden=bool(on(within(node, "rPr", "vanish"))),
        restart=restart if isinstance(restart, int) else None,
        style=value(child(node, "pStyle")),
    )


def _form(node: etree._Element) -> etree._Element | None:
    """The format of a level; a newer one stands inside an alternative."""
    chosen = within(node, "AlternateContent", "Choice", "numFmt")
    return chosen if chosen is not None else child(node, "numFmt")


def _started(level: Level, start: int) -> Level:
    return replace(level, start=start)


def _sign(found: List, counts: dict[int, int], at: int, legal: bool) -> str:
    level = found.levels.get(at)
    if level is None:
        return ""
    number = counts.get(at, level.start)
    if legal and level.form not in ("none", "bullet"):
        return written(number, "decimal")
    return "" if level.form == "bullet" else written(number, level.form, level.own)
