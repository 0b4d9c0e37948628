"""A paper as a Word document with real headings, lists and table headers."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from gongkai.common.paper.blocks import Block, Bullets, Heading, Paper, Paragraph, Row, Table
from gongkai.common.paper.html import LINE, digest

#: inside an archive there is no other day: the first one a zip file can say
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_WIDTH = 174
_FONT = "Noto Sans CJK SC"


def as_docx(paper: Paper) -> bytes:
    """The document; its properties say the paper's title, author, day and the digest of its source."""
    document = Document()
    _set_up(document, paper)
    document.add_heading(paper.title, level=1).alignment = 1
    for block in paper.blocks:
        _block(document, block)
    made = io.BytesIO()
    document.save(made)
    return _same_every_time(made.getvalue())


def _set_up(document: Any, paper: Paper) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(18)
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Caption", "List Bullet"):
        style = document.styles[name]
        style.font.name = _FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            if attribute.endswith("Theme"):
                del fonts.attrib[attribute]
        fonts.set(qn("w:eastAsia"), _FONT)
        style.paragraph_format.space_after = Pt(4)
        style.font.color.rgb = None
    document.styles["Normal"].font.size = Pt(10.5)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), paper.tag)
    language.set(qn("w:eastAsia"), "zh-CN")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    day = dt.datetime(paper.day.year, paper.day.month, paper.day.day)
    facts = document.core_properties
    facts.title, facts.author, facts.language = paper.title, paper.author, paper.tag
    facts.created = facts.modified = day
    facts.last_modified_by, facts.comments, facts.identifier = paper.author, "", digest(paper)


def _block(document: Any, block: Block) -> None:
    if isinstance(block, Heading):
        document.add_heading(block.text, level=block.level)
    elif isinstance(block, Paragraph):
        run = document.add_paragraph().add_run(block.text)
        run.font.size = Pt(9) if block.small else None
    elif isinstance(block, Bullets):
        for item in block.items:
            document.add_paragraph(item, style="List Bullet")
    else:
        _table(document, block)


def _table(document: Any, table: Table) -> None:
    caption = document.add_paragraph(table.caption, style="Caption")
    caption.paragraph_format.keep_with_next = True
    rows = [*([Row(table.header)] if table.header else []), *table.rows]
    made = document.add_table(rows=len(rows), cols=len(table.widths), style="Table Grid")
    made.autofit = False
    for place, row in enumerate(rows):
        line = made.rows[place]
        line.height = Mm(row.lines * LINE)
        for cell, text, width in zip(line.cells, row.cells, table.widths, strict=True):
            cell.width = Mm(_WIDTH * width / 100)
            cell.text = text
    if table.header:
        repeated = OxmlElement("w:tblHeader")
        made.rows[0]._tr.get_or_add_trPr().append(repeated)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _same_every_time(made: bytes) -> bytes:
    """The same archive with one fixed day on every part: saving stamps them with the clock."""
    again = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made)) as before,
        zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            part = zipfile.ZipInfo(name, _ZIP_DAY)
            part.compress_type, part.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            after.writestr(part, before.read(name))
    return again.getvalue()
