"""A PDF that holds text → lines joined to paragraphs by where they stand: the last resort."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2

from gongkai.common.one_reader import PDFIUM
from gongkai.desk import word
from gongkai.load.attached.fault import DAMAGED

_MOST_PAGES = 300
#: of a page's text width: what a line must reach to go on, how far in another begins
_FULL, _INDENT = 0.95, 0.02
_PAGE_NUMBER = re.compile(r"[-—－–\s]*\d{1,4}[-—－–\s]*")
_COMPARE = word.Told(
    "全文", "PDF 里没有段落，按行的位置接起来：每一处请对照原件；表格请另要 Word 或 Excel 文件"
)


class _Line(NamedTuple):
    text: str
    left: float
    right: float
    page: int


def read(data: bytes) -> word.Reading:
    """The paragraphs of a PDF; refused where it has no text."""
    with PDFIUM:
        lines = _all_lines(data)
    kept = [line for line in lines if not _is_number(line)]
    if not kept:
        raise word.Refused("PDF 里没有文字，是扫描的图片：要 Word 文件，或先做文字识别")
    unread = tuple(word.Told(f"第{line.page}页", "页码", line.text) for line in lines if _is_number(line))
    return word.Reading(tuple(_paragraphs(kept)), unread=unread, doubts=(_COMPARE,))


def _all_lines(data: bytes) -> list[_Line]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        said = "PDF 设了密码，读不了：去掉密码再导入" if locked else "PDF 已损坏，读不了：要 Word 文件"
        raise word.Refused(said) from None
    try:
        if len(document) > _MOST_PAGES:
            raise word.Refused(f"PDF 超过 {_MOST_PAGES} 页：要 Word 文件")
        return [line for at in range(len(document)) for line in _lines(document[at], at + 1)]
    except (*DAMAGED, pypdfium2.PdfiumError):
        raise word.Refused("PDF 已损坏，读不了：要 Word 文件") from None
    finally:
        document.close()


def _is_number(line: _Line) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text))


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[_Line]:
    """The lines of a page with where they begin and end."""
    text = page.get_textpage()
    whole = text.get_text_range()
    at = 0
    for raw in re.split(r"\r\n|\r|\n", whole):
        count, stripped = len(raw), raw.strip()
        boxes = [
            text.get_charbox(at + index, loose=True) for index, char in enumerate(raw) if not char.isspace()
        ]
        at += count + 2
        if stripped and boxes:
            yield _Line(stripped, min(box[0] for box in boxes), max(box[2] for box in boxes), number)


def _paragraphs(lines: list[_Line]) -> Iterator[word.Paragraph]:
    """A line that reaches the right edge goes on with the next, unless that one is set in."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    width = max(right - left, 1.0)
    held: list[_Line] = []
    for line in lines:
        full = bool(held) and (held[-1].right - left) / width >= _FULL
        if held and not (full and (line.left - left) / width < _INDENT):
            yield _joined(held, left, right)
            held = []
        held.append(line)
    yield _joined(held, left, right)


def _joined(lines: list[_Line], left: float, right: float) -> word.Paragraph:
    middle = abs((lines[0].left - left) - (right - lines[0].right)) < (right - left) * 0.06
    centred = len(lines) == 1 and middle and lines[0].left - left > (right - left) * 0.05
    place = f"第{lines[0].page}页“{lines[0].text[:10]}”"
    return word.Paragraph(
        (word.Run("".join(line.text for line in lines)),), place, align="center" if centred else ""
    )
