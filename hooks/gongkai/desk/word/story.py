"""Text, notes: a part of the file that holds paragraphs and tables → its blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from gongkai.desk.word import grids
from gongkai.desk.word.blocks import Block, Cell, Paragraph, Table
from gongkai.desk.word.inline import Inline, Inside
from gongkai.desk.word.ledger import Ledger
from gongkai.desk.word.numbering import Numbering
from gongkai.desk.word.numerals import UnknownFormat
from gongkai.desk.word.properties import Styles, child, indents, on, value, within
from gongkai.load.attached import xml

_HOLDERS = frozenset(("sdtContent", "customXml", "smartTag", "ins", "moveTo", "del", "moveFrom"))
_CHANGED = frozenset(("ins", "del", "moveTo", "moveFrom"))
_ALIGN = {"start": "left", "end": "right", "distribute": "both"}


@dataclass
class Story:
    """Reads blocks; counts paragraphs and tables as an editor would who looks for them."""

    styles: Styles
    numbering: Numbering
    inline: Inline
    ledger: Ledger
    name: str = ""
    paragraphs: int = 0
    tables: int = 0
    _new_page: bool = False
    _boxes: list[list[etree._Element]] = field(default_factory=list)

    def read(self, root: etree._Element) -> list[Block]:
        """All blocks of a part."""
        return list(self._blocks(root))

    def _blocks(self, node: etree._Element, boxed: bool = False) -> Iterator[Block]:
        for each in node:
            kind = xml.local(each)
            if kind == "p":
                yield from self._paragraphs(each, boxed)
            elif kind == "tbl":
                yield from self._table(each, boxed)
            elif kind == "sdt":
                yield from self._control(each, boxed)
            elif kind in _HOLDERS:
                yield from self._blocks(each, boxed)
            elif kind == "AlternateContent" and (chosen := child(each, "Choice")) is not None:
                yield from self._blocks(chosen, boxed)
            elif kind == "altChunk":
                self.ledger.place = f"{self.name}第{self.paragraphs + 1}段"
                self.ledger.refuse(
                    "嵌入了另一个文件（altChunk）：在 Word 里打开，全选复制到新文件，另存为 .docx"
                )

    def _control(self, node: etree._Element, boxed: bool) -> Iterator[Block]:
        content = child(node, "sdtContent")
        if content is None:
            return
        gallery = value(within(node, "sdtPr", "docPartObj", "docPartGallery"))
        if gallery == "Table of Contents":
            self.ledger.place = "目录"
            self.ledger.leave("目录（网页自己有目录）", "".join(_words(content)))
            return
        yield from self._blocks(content, boxed)

    def _paragraphs(self, node: etree._Element, boxed: bool) -> Iterator[Block]:
        """A paragraph, and what its text boxes hold."""
        self.paragraphs += not boxed
        self.ledger.place = f"{self.name}第{self.paragraphs}段{'的文本框' if boxed else ''}"
        paragraph, inside = self._paragraph(node, boxed)
        yield paragraph
        for box in inside.boxes:
            yield from self._blocks(box, boxed=True)

    def _paragraph(self, node: etree._Element, boxed: bool) -> tuple[Paragraph, Inside]:
        properties = child(node, "pPr")
        self._refuse_changes(properties)
        label = self._label(properties)
        here = self.ledger.place
        inside = self.inline.read(node)
        align = value(self.styles.paragraph(properties, "jc"))
        indent, left = indents(self.styles.paragraph(properties, "ind"))
        breaks = (
            self._new_page or inside.breaks or bool(on(self.styles.paragraph(properties, "pageBreakBefore")))
        )
        self._new_page = inside.ends_page or _ends_section(properties)
        paragraph = Paragraph(
            tuple(inside.runs), here, label, _ALIGN.get(align, align), indent, left, breaks, boxed,
            inside.red > inside.plain, self.styles.level(properties),
        )  # fmt: skip
        return paragraph, inside

    def _label(self, properties: etree._Element | None) -> str:
        try:
            label = self.numbering.label(properties)
        except UnknownFormat as error:
            self.ledger.refuse(
                f"认不出的编号样式“{error}”，不猜：在这一段的“编号”里换成 1. 一、（一）一类，或去掉编号手写"
            )
            return ""
        return label

    def _refuse_changes(self, properties: etree._Element | None) -> None:
        if child(properties, "pPrChange") is not None:
            self.ledger.refuse("修订：段落格式")
        mark = child(properties, "rPr")
        if any(child(mark, name) is not None for name in _CHANGED):
            self.ledger.refuse("修订：段落标记")

    def _table(self, node: etree._Element, boxed: bool) -> Iterator[Block]:
        self.tables += 1
        number, breaks = self.tables, self._new_page
        self._new_page = False
        name = f"{self.name}表{number}"
        rows = []
        for at, row in enumerate(grids.rows(node, self.ledger, name)):
            rows.append(
                [(cell, self._cell(cell, f"{name}第{at + 1}行第{cell.column + 1}格")) for cell in row]
            )
        table = Table(tuple(self._merged(rows, name)), name, grids.heads(node), breaks, boxed)
        yield table
        held, self._boxes = self._boxes, []
        for box in (each for boxes in held for each in boxes):
            yield from self._blocks(box, boxed=True)

    def _cell(self, cell: grids.Place, place: str) -> list[Paragraph]:
        """The paragraphs of a cell; those of a table inside it are lines of the cell, which is told."""
        found: list[Paragraph] = []
        for each in grids.inside(cell.node):
            self.ledger.place = place
            if xml.local(each) == "p":
                paragraph, inside = self._paragraph(each, boxed=False)
                found.append(paragraph)
                self._boxes.append(inside.boxes)
            else:
                self.ledger.doubt("格子里又有表格，读成了这一格的几行")
                found += self._nested(each, place)
        return found

    def _nested(self, table: etree._Element, place: str) -> list[Paragraph]:
        rows = grids.rows(table, self.ledger, place)
        return [each for row in rows for cell in row for each in self._cell(cell, place)]

    def _merged(
        self, rows: list[list[tuple[grids.Place, list[Paragraph]]]], name: str
    ) -> Iterator[tuple[Cell, ...]]:
        """Cells with what they cover below; words hidden in a cell that goes on are told."""
        for at, row in enumerate(rows):
            cells = []
            for cell, paragraphs in row:
                if cell.goes_on and grids.begun_above(rows, at, cell):
                    self.ledger.place = f"{name}第{at + 1}行第{cell.column + 1}格"
                    self.ledger.leave("被合并的格里看不见的字", "".join(each.own for each in paragraphs))
                    continue
                high = grids.height(rows, at, cell)
                kept = tuple(each for each in paragraphs if each.runs or each.label)
                cells.append(Cell(cell.column, kept, cell.wide, high))
            yield tuple(cells)


def _ends_section(properties: etree._Element | None) -> bool:
    section = child(properties, "sectPr")
    return section is not None and value(child(section, "type")) != "continuous"


def _words(node: etree._Element) -> Iterator[str]:
    for each in node:
        if xml.local(each) == "t":
            yield each.text or ""
        elif xml.local(each) != "Fallback":
            yield from _words(each)
