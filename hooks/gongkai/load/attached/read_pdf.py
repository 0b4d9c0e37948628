"""PDF → the text of its pages as it is seen, and what stands beside them: notes, forms, properties."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator

import pikepdf
import pypdfium2
from pypdfium2 import raw

from gongkai.common.one_reader import PDFIUM
from gongkai.load.attached.active_pdf import things
from gongkai.load.attached.passage import LINE, NotRead, Passage, Run, one, stacks

MAX_PAGES = 2_000
#: of a page's letters, how many may have no meaning before its text counts as unreadable
MOST_UNKNOWN = 0.05
#: a page with a picture and no more letters than this shows its text in the picture
FEW_LETTERS = 20
#: pieces of a page that are looked at for columns, and how far apart, in points, one column's may begin
MAX_PIECES = 5_000
SAME_EDGE = 5
_UNKNOWN = {"Cc", "Cn", "Co", "Cs"}
_BESIDE = {
    "/Contents": "批注", "/RC": "批注", "/V": "表单", "/DV": "表单", "/TU": "表单", "/Opt": "表单",
    "/Alt": "图片说明", "/ActualText": "替换文字",
    "/URI": "链接", "/Title": "书签或标题", "/T": "批注或表单的名称",
}  # fmt: skip


def pdf_runs(data: bytes, unread: list[str]) -> Iterator[Run]:
    """The runs of a PDF; pages without readable text are added to ``unread``."""
    with PDFIUM:
        yield from _seen(data, unread)
    yield from _beside(data)


def _seen(data: bytes, unread: list[str]) -> Iterator[Run]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise NotRead("设了密码，读不出文字" if locked else "文件损坏，读不出文字") from None
    try:
        yield from _pages(document, unread)
    except pypdfium2.PdfiumError:
        raise NotRead("文件损坏，读不出文字") from None
    finally:
        document.close()


def pdf_build(data: bytes) -> tuple[bool, int]:
    """Whether a PDF says what is a heading, a paragraph, a table; its pages. A damaged one says nothing."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return "/StructTreeRoot" in pdf.Root, len(pdf.pages)
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return True, 0


def _pages(document: pypdfium2.PdfDocument, unread: list[str]) -> Iterator[Run]:
    bare: list[int] = []
    unknown: list[int] = []
    read = 0
    for number in range(1, min(len(document), MAX_PAGES) + 1):
        page = document[number - 1]
        text = page.get_textpage()
        written = text.get_text_range(errors="replace")
        if _unknown(text, written):
            unknown.append(number)
        elif _bare(page, written):
            bare.append(number)
        read += bool(written.strip())
        yield Run(tuple(Passage(f"第{number}页", line) for line in written.splitlines()), LINE)
        yield from stacks(_columns(text, f"第{number}页"))
    if not read:
        unread.append("没有文字，多半是扫描件")
    elif bare:
        unread.append(f"{_named(bare)}没有文字，多半是扫描的")
    if unknown:
        unread.append(f"{_named(unknown)}的文字是乱码（字体没有对应的字），读不出来")
    if len(document) > MAX_PAGES:
        unread.append(f"超过 {MAX_PAGES} 页，后面的没有读")


def _bare(page: pypdfium2.PdfPage, written: str) -> bool:
    """True for a page that shows something and says nothing, or next to nothing beside a picture."""
    letters = len("".join(written.split()))
    if letters >= FEW_LETTERS:
        return False
    kinds = {each.type for each in page.get_objects(max_depth=3)}
    return bool(kinds) if not letters else raw.FPDF_PAGEOBJ_IMAGE in kinds


def _unknown(text: pypdfium2.PdfTextPage, written: str) -> bool:
    letters = [char for char in written if not char.isspace()]
    if not letters:
        return False
    wrong = sum(unicodedata.category(char) in _UNKNOWN or char == "\ufffd" for char in letters)
    unmapped = sum(raw.FPDFText_HasUnicodeMapError(text, each) == 1 for each in range(text.count_chars()))
    return bool(max(wrong, unmapped) > MOST_UNKNOWN * len(letters))


def _columns(text: pypdfium2.PdfTextPage, place: str) -> Iterator[list[Passage]]:
    """The page's pieces of text in columns by their left edge, from top to bottom."""
    columns: list[tuple[float, list[Passage]]] = []
    rects = sorted((-top, left, bottom, right) for left, bottom, right, top in _rects(text))
    for above, left, bottom, right in rects:
        piece = Passage(place, text.get_text_bounded(left, bottom, right, -above).strip())
        column = next((held for edge, held in columns if abs(edge - left) <= SAME_EDGE), None)
        if column is None:
            columns.append((left, column := []))
        column.append(piece)
    yield from (column for _, column in columns if len(column) > 1)


def _rects(text: pypdfium2.PdfTextPage) -> Iterator[tuple[float, float, float, float]]:
    return (text.get_rect(number) for number in range(min(text.count_rects(), MAX_PIECES)))


def _named(pages: list[int]) -> str:
    return f"第{'、'.join(map(str, pages[:20]))}{'等' if len(pages) > 20 else ''}页"


def _beside(data: bytes) -> Iterator[Run]:
    """Every text of the file that is not on a page's face."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for thing in things(pdf):
                for key, value in thing.items():
                    yield from _texts(_BESIDE.get(key, "文件信息"), value)
                if thing.get("/Type") == pikepdf.Name.Metadata and isinstance(thing, pikepdf.Stream):
                    yield one("文件属性", thing.read_bytes().decode("utf-8", "replace"))
    except pikepdf.PdfError:
        raise NotRead("文件损坏，批注和属性没有读") from None


def _texts(place: str, value: object) -> Iterator[Run]:
    if isinstance(value, pikepdf.String):
        yield one(place, str(value))
    elif isinstance(value, pikepdf.Array):
        texts = [Passage(place, str(each)) for each in value if isinstance(each, pikepdf.String)]
        yield from [Run(tuple(texts))] if texts else ()
