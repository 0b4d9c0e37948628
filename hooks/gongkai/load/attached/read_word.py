"""Word files → their text with its place: paragraphs as they stand and as they were, rows of tables."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from itertools import zip_longest

from lxml import etree

from gongkai.load.attached import xml
from gongkai.load.attached.passage import CELL, Passage, Run, one, stacks
from gongkai.load.attached.read_parts import part_runs

_STORY = re.compile(r"word/(document|header|footer|footnotes|endnotes|comments|glossary/document)[0-9]*\.xml")
_NAMES = {
    "document": "正文", "header": "页眉", "footer": "页脚", "footnotes": "脚注", "comments": "批注",
    "endnotes": "尾注",
}  # fmt: skip
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def word_runs(archive: zipfile.ZipFile) -> Iterator[Run]:
    """The runs of a .docx, hidden, deleted and fallback text too."""
    stories: set[str] = set()
    for name, data in xml.parts(archive, _STORY):
        stories.add(name)
        match = _STORY.fullmatch(name)
        part = _NAMES.get(match[1], "正文") if match else "正文"
        yield from _story(xml.parse(data), part)
    yield from part_runs(archive, stories)


def _story(root: etree._Element, part: str) -> Iterator[Run]:
    places: dict[etree._Element, str] = {}
    lines: list[Passage] = []
    for number, node in enumerate(xml.elements(root, "p"), 1):
        places[node] = f"{part}第{number}段"
        kept, whole = _text(node, deleted=False), _text(node, deleted=True)
        lines.append(Passage(places[node], kept))
        if whole != kept:
            yield one(f"{places[node]}（修订痕迹）", whole)
    yield Run(tuple(lines))
    for table in xml.elements(root, "tbl"):
        rows = [[_cell(cell, places) for cell in _own(row, "tc")] for row in _own(table, "tr")]
        yield from (Run(tuple(row), CELL) for row in rows if len(row) > 1)
        filled = Passage("", "")
        yield from stacks(zip_longest(*rows, fillvalue=filled))


def _own(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The cells of a row, the rows of a table: those of tables inside are their own."""
    for child in node:
        if xml.local(child) == name:
            yield child
        elif xml.local(child) in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _own(child, name)


def _cell(node: etree._Element, places: dict[etree._Element, str]) -> Passage:
    paragraphs = [each for each in xml.elements(node, "p") if each in places]
    place = places[paragraphs[0]] if paragraphs else "正文的表格"
    return Passage(place, "\n".join(_text(each, deleted=False) for each in paragraphs))


def _text(node: etree._Element, *, deleted: bool) -> str:
    """A paragraph's text, with or without what a revision took away."""
    return "".join(_pieces(node, deleted))


def _pieces(node: etree._Element, deleted: bool) -> Iterator[str]:
    for child in node:
        name = xml.local(child)
        if name in {"t", "instrText", "delInstrText"} or (name == "delText" and deleted):
            yield child.text or ""
        elif name == "sym":
            yield _symbol(xml.attribute(child, "char"))
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name != "txbxContent":  # the paragraphs of a text box are read by themselves
            yield from _pieces(child, deleted)


def _symbol(code: str) -> str:
    return chr(int(code, 16) % 0x110000) if re.fullmatch(r"[0-9A-Fa-f]{1,6}", code) else ""
