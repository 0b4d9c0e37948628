"""What the properties of a paragraph or a run say, with what their styles say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from gongkai.load.attached import xml

_OFF = frozenset(("0", "false", "off", "none"))
#: twips of one character of body text (16 pt), where a measure is not given in characters
_CHARACTER = 320
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)


def child(node: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of a name."""
    return next((each for each in node if xml.local(each) == name), None) if node is not None else None


def within(node: etree._Element | None, *names: str) -> etree._Element | None:
    """The child of a child of …"""
    for name in names:
        node = child(node, name)
    return node


def value(node: etree._Element | None, name: str = "val", usual: str = "") -> str:
    """An attribute of an element that may not be there."""
    return (xml.attribute(node, name) or usual) if node is not None else usual


def on(node: etree._Element | None) -> bool | None:
    """Whether a switch is on; None where it is not there."""
    return None if node is None else value(node, usual="1").lower() not in _OFF


def whole(text: str, usual: int = 0) -> int:
    """A whole number as written, or ``usual``."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else usual


@dataclass(frozen=True, slots=True)
class Style:
    """A style, as far as it matters here."""

    id: str
    name: str
    based_on: str
    kind: str
    node: etree._Element


class Styles:
    """All styles of a file."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.usual = ""
        for node in root if root is not None else ():
            if xml.local(node) != "style":
                continue
            style = Style(
                xml.attribute(node, "styleId"),
                value(child(node, "name")),
                value(child(node, "basedOn")),
                xml.attribute(node, "type"),
                node,
            )
            self._styles[style.id] = style
            if style.kind == "paragraph" and xml.attribute(node, "default") in ("1", "true"):
                self.usual = style.id

    def chain(self, id_: str) -> Iterator[Style]:
        """A style and those it is based on, each once."""
        seen: set[str] = set()
        while id_ and id_ not in seen and id_ in self._styles:
            seen.add(id_)
            yield self._styles[id_]
            id_ = self._styles[id_].based_on

    def of_paragraph(self, properties: etree._Element | None) -> str:
        """The style of a paragraph: its own, or the one of all that have none."""
        return value(child(properties, "pStyle")) or self.usual

    def paragraph(self, properties: etree._Element | None, name: str) -> etree._Element | None:
        """A property of a paragraph, from its style where it has none."""
        own = child(properties, name)
        if own is not None:
            return own
        found = (within(style.node, "pPr", name) for style in self.chain(self.of_paragraph(properties)))
        return next((each for each in found if each is not None), None)

    def run(
        self, properties: etree._Element | None, paragraph: etree._Element | None, name: str
    ) -> etree._Element | None:
        """A property of a run, from its own style and then the paragraph's where it has none."""
        own = child(properties, name)
        if own is not None:
            return own
        ids = (value(child(properties, "rStyle")), self.of_paragraph(paragraph))
        found = (within(style.node, "rPr", name) for id_ in ids for style in self.chain(id_))
        return next((each for each in found if each is not None), None)

    def level(self, properties: etree._Element | None) -> int:
        """The level of a heading, by the name of its style; 0 of running text."""
        names = (style.name for style in self.chain(self.of_paragraph(properties)))
        found = next((match for name in names if (match := _HEADING.fullmatch(name))), None)
        return int(found[1]) if found else 0


def indents(node: etree._Element | None) -> tuple[float, float]:
    """How far the first line and the whole paragraph are set in, in characters."""
    first = whole(value(node, "firstLineChars")) / 100 or whole(value(node, "firstLine")) / _CHARACTER
    first -= whole(value(node, "hangingChars")) / 100 or whole(value(node, "hanging")) / _CHARACTER
    left = whole(value(node, "leftChars") or value(node, "startChars")) / 100
    return first, left or whole(value(node, "left") or value(node, "start")) / _CHARACTER


def is_red(color: str) -> bool:
    """Whether a colour is the red of a 红头."""
    if not re.fullmatch("[0-9A-Fa-f]{6}", color):
        return False
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return red > 150 and green < 90 and blue < 90
