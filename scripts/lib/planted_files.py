"""Files of every kind that is taken, made small, with something planted in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pikepdf
import xlsxwriter
from pikepdf import Array, Dictionary, Name
from PIL import Image

MINI = Path(__file__).parents[2] / "tests/sites/mini/content/files/2026/shenqingbiao.pdf"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """The bytes that a library would write into a file."""
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def a_zip(parts: Mapping[str, bytes | str], comment: bytes = b"") -> bytes:
    """A packed file with these names and contents."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.comment = comment
    return stream.getvalue()


def with_parts(package: bytes, parts: Mapping[str, bytes | str]) -> bytes:
    """A packed file with these parts added, or in the place of its own."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        own = {name: archive.read(name) for name in archive.namelist()}
    return a_zip({**own, **parts})


def a_docx(text: str = "名单") -> bytes:
    """A Word file of one paragraph."""
    document = docx.Document()
    document.add_paragraph(text)
    return saved(document.save)


def an_xlsx(**cells: object) -> bytes:
    """A workbook of one sheet: ``A1=5``, ``B2="=A1"``."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("名单")
    for place, value in (cells or {"A1": "数量"}).items():
        sheet.write(place, value)
    book.close()
    return stream.getvalue()


def a_picture(kind: str = "PNG", **more: Any) -> bytes:
    """A small picture, with what Pillow is to write beside it."""
    return saved(lambda stream: Image.new("RGB", (8, 6), "red").save(stream, kind, **more))


def moved_png() -> bytes:
    """A picture with a byte too many in its points: no chunk after it stands where Pillow looks for it."""
    whole = a_picture("PNG")
    inside = whole.index(b"IDAT") + 15
    return whole[:inside] + b"\0" + whole[inside:]


def outside(kind: str, target: str) -> str:
    """A part's relations with one that leads outside."""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="x1" Type="{_RELATION}{kind}" Target="{target}" TargetMode="External"/>'
        "</Relationships>"
    )


def a_pdf(change: Callable[[pikepdf.Pdf], object] | None = None, **more: Any) -> bytes:
    """A PDF of one page, changed, and saved with what pikepdf is told."""
    with pikepdf.open(MINI) as pdf:
        if change:
            change(pdf)
        return saved(lambda stream: pdf.save(stream, static_id=True, **more))


def opening(pdf: pikepdf.Pdf, action: str, **more: Any) -> None:
    """The PDF does something when it is opened."""
    pdf.Root.OpenAction = Dictionary(S=Name(action), **more)


def annotated(pdf: pikepdf.Pdf, subtype: str, **more: Any) -> None:
    """The PDF has a note, link or control on its page."""
    note = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=Array([0, 0, 9, 9]), **more)
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def embedding(pdf: pikepdf.Pdf, name: str = "a.txt", data: bytes = b"x") -> None:
    """The PDF carries another file."""
    pdf.attachments[name] = data
