"""Word files → their text with its place: paragraphs as they stand and as they were, rows of tables."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from itertools import zip_longest

from lxml import etree

from gongkai.common.personal import Headings
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
    named = _named(root)
    for number, node in enumerate(xml.elements(root, "p"), 1):
        places[node] = f"{part}第{number}段"
        kept, whole = _text(node, deleted=False), _text(node, deleted=True)
        lines.append(Passage(places[node], kept, f"{named[node]}{kept}" if node in named else ""))
        if whole != kept:
            yield one(f"{places[node]}（修订痕迹）", whole)
    yield Run(tuple(lines))
    for table in xml.elements(root, "tbl"):
        rows = [[_cell(cell, places, named) for cell in _own(row, "tc")] for row in _own(table, "tr")]
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


def _named(root: etree._Element) -> dict[etree._Element, str]:
    """Paragraph of a table → what names its cell; that of a table inside is named by it, or by nothing."""
    named: dict[etree._Element, str] = {}
    for table in xml.elements(root, "tbl"):
        headings: Headings[int] = Headings()
        for row in _own(table, "tr"):
            cells = dict(_columns(row))
            texts = {at: _whole(cell) for at, cell in cells.items()}
            labelled = headings.labelled(texts)
            for at, cell in cells.items():
                word = labelled.get(at, "").removesuffix(texts[at])
                named |= dict.fromkeys(xml.elements(cell, "p"), word)
    return {paragraph: word for paragraph, word in named.items() if word}


def _columns(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row by the column of the table's grid that they begin in."""
    at = _count(row, "trPr", "gridBefore", 0)
    for cell in _own(row, "tc"):
        yield at, cell
        at += _count(cell, "tcPr", "gridSpan", 1)


def _count(node: etree._Element, properties: str, name: str, usual: int) -> int:
    for child in node:
        for each in child if xml.local(child) == properties else ():
            written = xml.attribute(each, "val") if xml.local(each) == name else ""
            if re.fullmatch("[0-9]{1,4}", written):
                return int(written)
    return usual


def _whole(cell: etree._Element) -> str:
    return "\n".join(_text(each, deleted=False) for each in xml.elements(cell, "p"))


def _cell(
    node: etree._Element, places: dict[etree._Element, str], named: dict[etree._Element, str]
) -> Passage:
    paragraphs = [each for each in xml.elements(node, "p") if each in places]
    place = places[paragraphs[0]] if paragraphs else "正文的表格"
    text = "\n".join(_text(each, deleted=False) for each in paragraphs)
    word = named.get(paragraphs[0], "") if paragraphs else ""
    return Passage(place, text, f"{word}{text}" if word else "")


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
