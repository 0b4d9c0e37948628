"""Excel files → their cells with neighbours, formulas, comments, hidden and left-over text."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from gongkai.common.personal import Headings
from gongkai.load.attached import xml
from gongkai.load.attached.passage import CELL, Passage, Run, one, stacks
from gongkai.load.attached.read_parts import part_runs

_SHEET = re.compile(r"xl/(?:worksheets|chartsheets)/[^/]+\.xml")
_STRINGS = re.compile(r"xl/sharedStrings\.xml", re.IGNORECASE)
#: long numbers are kept as 1.3800138E10
_LONG = re.compile(r"[0-9](?:\.[0-9]+)?E\+?1[0-9]", re.IGNORECASE)
_HEADERS = {
    "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter",
    "formula1", "formula2",
}  # fmt: skip


class _Strings:
    """The texts that cells name by their number, and which of them a cell shows."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.texts: list[str] = []
        self.used: set[int] = set()
        for _, data in xml.parts(archive, _STRINGS):
            self.texts += [_text(node) for node in xml.elements(xml.parse(data), "si")]

    def get(self, number: str) -> str:
        if not number.isdecimal() or int(number) >= len(self.texts):
            return ""
        self.used.add(int(number))
        return self.texts[int(number)]


def sheet_runs(archive: zipfile.ZipFile) -> Iterator[Run]:
    """The runs of an .xlsx, hidden sheets and text that no cell shows any more too."""
    strings, names = _Strings(archive), _sheets(archive)
    sheets: set[str] = set()
    for part, data in xml.parts(archive, _SHEET):
        sheets.add(part)
        yield from _sheet(xml.parse(data), f"工作表“{names.get(part, part)}”", strings)
    yield Run(tuple(Passage("工作表的名称", name) for name in names.values()), CELL)
    rest = (text for number, text in enumerate(strings.texts) if number not in strings.used)
    yield from (one("工作簿里没有显示的文字", text) for text in rest)
    shared = {name for name in archive.namelist() if _STRINGS.fullmatch(name)}
    yield from part_runs(archive, sheets | shared)


def _sheet(root: etree._Element, name: str, strings: _Strings) -> Iterator[Run]:
    columns: dict[str, list[Passage]] = defaultdict(list)
    headings: Headings[str] = Headings()
    line = 0
    for row in xml.elements(root, "row"):
        values = [(node.get("r", ""), _value(node, strings)) for node in xml.elements(row, "c")]
        by_column = {_column(place): text for place, text in values}
        line, before = _number(row, line + 1), line
        if line > before + 1:
            headings.gap()
        # cells that do not say where they stand have no column
        named = headings.labelled(by_column) if len(by_column) == len(values) else {}
        cells = []
        for place, text in values:
            cell = Passage(f"{name}{place}", text, named.get(_column(place), ""))
            cells.append(cell)
            columns[_column(place)].append(cell)
        yield Run(tuple(cells), CELL)
        yield from _formulas(row, name)
    yield from stacks(columns.values())
    for node in root.iter():
        if xml.local(node) in _HEADERS and node.text:
            yield one(f"{name}的页眉页脚或提示", re.sub(r"&[LCR]", "\n", node.text))


def _formulas(row: etree._Element, name: str) -> Iterator[Run]:
    for node in xml.elements(row, "c"):
        formula = next((each.text for each in node if xml.local(each) == "f"), None)
        if formula:
            yield one(f"{name}{node.get('r', '')}的公式", formula)


def _column(place: str) -> str:
    return re.sub("[0-9]", "", place)


def _number(row: etree._Element, usual: int) -> int:
    written = row.get("r", "")
    return int(written) if re.fullmatch("[0-9]{1,9}", written) else usual


def _value(node: etree._Element, strings: _Strings) -> str:
    value = next((each.text or "" for each in node if xml.local(each) == "v"), "")
    if node.get("t") == "s":
        return strings.get(value)
    if node.get("t") == "inlineStr":
        return _text(node)
    return f"{float(value):.0f}" if _LONG.fullmatch(value) else value.removesuffix(".0")


def _text(node: etree._Element) -> str:
    return "".join(each.text or "" for each in xml.elements(node, "t"))


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Part → name of every sheet, hidden ones too, in the order of the workbook."""
    targets: dict[str, str] = {}
    for _, data in xml.parts(archive, re.compile(r"xl/_rels/workbook\.xml\.rels")):
        for node in xml.elements(xml.parse(data), "Relationship"):
            target = posixpath.normpath(posixpath.join("xl", node.get("Target", ""))).lstrip("/")
            targets[node.get("Id", "")] = target
    found: dict[str, str] = {}
    for _, data in xml.parts(archive, re.compile(r"xl/workbook\.xml")):
        for node in xml.elements(xml.parse(data), "sheet"):
            part = targets.get(xml.attribute(node, "id"), "")
            found[part or node.get("name", "")] = node.get("name", part)
    return found
