"""Personal numbers planted in every corner of files, and whether reading finds them."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from gongkai.load.attached.scan import scan
from gongkai.load.document import Attached
from planted_files import (
    a_docx,
    a_pdf,
    a_picture,
    a_zip,
    an_xlsx,
    annotated,
    embedding,
    saved,
    with_parts,
)

LABEL = "附件里的个人号码"
#: an identity number made up for tests, with a valid check digit
NUMBER = "110101199003074514"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def _word(inside: str) -> bytes:
    xml = f"<w:document {_W}><w:body>{inside}</w:body></w:document>"
    return with_parts(a_docx(), {"word/document.xml": xml})


def _part(name: str, content: str, package: Callable[[], bytes] = a_docx) -> bytes:
    return with_parts(package(), {name: content})


def _text(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _story(name: str, text: str) -> bytes:
    return _part(f"word/{name}.xml", f"<w:x {_W}><w:p>{_text(text)}</w:p></w:x>")


def _book(inside: str) -> bytes:
    return _part("xl/workbook.xml", f"<workbook {_S}>{inside}</workbook>", an_xlsx)


def _sheet(inside: str) -> bytes:
    return _part("xl/worksheets/sheet1.xml", f"<worksheet {_S}>{inside}</worksheet>", an_xlsx)


def _unused(text: str) -> bytes:
    strings = f"<sst {_S}><si><t>{text}</t></si></sst>"
    return _part("xl/sharedStrings.xml", strings, lambda: an_xlsx(A1=1))


def _described(text: str) -> bytes:
    return _word(f'<w:p><w:r><w:drawing><docPr id="1" descr="照片 {text}"/></w:drawing></w:r></w:p>')


def _boxed(text: str) -> bytes:
    return _word(
        f"<w:p><w:r><w:pict><w:txbxContent><w:p>{_text(text)}</w:p></w:txbxContent></w:pict></w:r></w:p>"
    )


def _half_deleted(text: str) -> bytes:
    gone = "<w:del><w:r><w:delText>0</w:delText></w:r></w:del>"
    return _word(f"<w:p>{_text(text[:9])}{gone}{_text(text[9:])}</w:p>")


def _drawn(*texts: str) -> str:
    return f"<d {_A}><a:p>" + "".join(f"<a:r><a:t>{each}</a:t></a:r>" for each in texts) + "</a:p></d>"


def _xmp(pdf: pikepdf.Pdf, text: str) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = text


def _column(text: str) -> bytes:
    """A number in a narrow column beside another, written line by line over both."""
    lines = (text[:6], text[6:12], text[12:])
    return _page("100 700 Td " + " -90 -14 Td ".join(f"({line}) Tj 90 0 Td (abc) Tj" for line in lines))


def _table(*rows: list[str]) -> bytes:
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    return saved(document.save)


def _page(content: str) -> bytes:
    """A PDF page that shows this, in a font of plain letters."""

    def write(pdf: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        pdf.pages[0].Resources = Dictionary(Font=Dictionary(F1=font))
        pdf.pages[0].Contents = pdf.make_stream(f"BT /F1 12 Tf {content} ET".encode())

    return a_pdf(write)


def _outlined(pdf: pikepdf.Pdf, title: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(title, 0))


def _ofd(text: str) -> bytes:
    page = f"<Page><TextObject><TextCode>{text}</TextCode></TextObject></Page>"
    return a_zip({"OFD.xml": "<OFD/>", "Doc_0/Pages/Page_0/Content.xml": page})


def _png(text: str) -> bytes:
    words = PngInfo()
    words.add_itxt("Description", text, zip=True)
    return a_picture(pnginfo=words)


def _jpeg(text: str) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = text
    return a_picture("JPEG", exif=exif)


def _form(pdf: pikepdf.Pdf, text: str) -> None:
    field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("a"), V=String(text)))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


#: the head of a title in wide letters
_MP3 = b"ID3\x03\0\0\0\0\x01\0TIT2\0\0\0\x40\0\0\x01"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>{}</dc:description></cp:coreProperties>'
)
Maker = Callable[[str], bytes]
#: name of the file → what writes a number into that place of it
PLACES: dict[str, Maker] = {
    "line.csv": lambda n: f"姓名,证件\n甲,{n}\n".encode("gb18030"),
    "line.txt": lambda n: f"甲 {n}".encode(),
    "cue.vtt": lambda n: f"WEBVTT\n\n00:01.000 --> 00:02.000\n证件号码{n}\n".encode(),
    "page.pdf": lambda n: _page(f"100 700 Td ({n}) Tj"),
    "turned.pdf": lambda n: _page(f"0 1 -1 0 300 300 Tm ({n}) Tj"),
    "note.pdf": lambda n: a_pdf(lambda pdf: annotated(pdf, "/FreeText", Contents=String(n))),
    "field.pdf": lambda n: a_pdf(lambda pdf: _form(pdf, n)),
    "outline.pdf": lambda n: a_pdf(lambda pdf: _outlined(pdf, f"甲{n}")),
    "title.pdf": lambda n: a_pdf(lambda pdf: setattr(pdf.docinfo, "Title", String(n))),
    "xmp.pdf": lambda n: a_pdf(lambda pdf: _xmp(pdf, n)),
    "embedded.pdf": lambda n: a_pdf(lambda pdf: embedding(pdf, n)),
    "paragraph.docx": lambda n: a_docx(f"证件{n}"),
    "runs.docx": lambda n: _word(f"<w:p>{_text(n[:7])}{_text(n[7:])}</w:p>"),
    "deleted.docx": lambda n: _word(f"<w:p><w:del><w:r><w:delText>{n}</w:delText></w:r></w:del></w:p>"),
    "half-deleted.docx": _half_deleted,
    "inserted.docx": lambda n: _word(f"<w:p><w:ins>{_text(n)}</w:ins></w:p>"),
    "box.docx": _boxed,
    "header.docx": lambda n: _story("header9", n),
    "footnote.docx": lambda n: _story("footnotes", n),
    "comment.docx": lambda n: _story("comments", n),
    "alt.docx": _described,
    "diagram.docx": lambda n: _part("word/diagrams/data1.xml", _drawn(n[:3], n[3:])),
    "chart.docx": lambda n: _part("word/charts/chart1.xml", f"<c><ptCount/><pt><v>{n}</v></pt></c>"),
    "custom.docx": lambda n: _part("customXml/item9.xml", f"<x><证件>{n}</证件></x>"),
    "core.docx": lambda n: _part("docProps/core.xml", _CORE.format(n)),
    "app.docx": lambda n: _part("docProps/app.xml", f"<Properties><Manager>{n}</Manager></Properties>"),
    "property.docx": lambda n: _part("docProps/custom.xml", f"<p><property><s>{n}</s></property></p>"),
    "cell.docx": lambda n: _table(["甲", n]),
    "cell.xlsx": lambda n: an_xlsx(B7=n),
    "number.xlsx": lambda n: an_xlsx(B7=int(n[:11])),
    "formula.xlsx": lambda n: an_xlsx(B7=f'=IF(A1="","{n}","")'),
    "unused.xlsx": _unused,
    "name.xlsx": lambda n: _book(f'<sheets><sheet name="{n}"/></sheets>'),
    "defined.xlsx": lambda n: _book(f'<definedName name="a">"{n}"</definedName>'),
    "comment.xlsx": lambda n: _part("xl/comments1.xml", f"<c><comment><t>{n}</t></comment></c>", an_xlsx),
    "thread.xlsx": lambda n: _part("xl/threadedComments/a.xml", f"<T><text>{n}</text></T>", an_xlsx),
    "drawing.xlsx": lambda n: _part("xl/drawings/drawing9.xml", _drawn(n), an_xlsx),
    "footer.xlsx": lambda n: _sheet(f"<headerFooter><oddFooter>&amp;L{n}</oddFooter></headerFooter>"),
    "prompt.xlsx": lambda n: _sheet(f'<dataValidation prompt="{n}"/>'),
    "core.xlsx": lambda n: _part("docProps/core.xml", _CORE.format(n), an_xlsx),
    "page.ofd": _ofd,
    "member.zip": lambda n: a_zip({"a.csv": f"甲,{n}\n"}),
    "document.zip": lambda n: a_zip({"名单/a.docx": a_docx(n)}),
    "nested.zip": lambda n: a_zip({"a.zip": a_zip({"b.txt": n})}),
    "member-name.zip": lambda n: a_zip({f"甲{n}.txt": "x"}),
    "comment.zip": lambda n: a_zip({"a.txt": "x"}, comment=n.encode()),
    "text.png": _png,
    "exif.jpg": _jpeg,
    "comment.jpg": lambda n: a_picture("JPEG", comment=n.encode()),
    "title.mp3": lambda n: _MP3 + n.encode("utf-16"),
    "title.mp4": lambda n: b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x80udta\xa9nam" + n.encode(),
}  # fmt: skip
#: the same for numbers that are broken over lines, cells and objects
BROKEN: dict[str, Maker] = {
    "lines.txt": lambda n: f"证件号码{n[:6]}\n{n[6:]}".encode(),
    "lines.pdf": lambda n: _page(f"100 700 Td ({n[:6]}) Tj 0 -14 Td ({n[6:12]}) Tj 0 -14 Td ({n[12:]}) Tj"),
    "column.pdf": _column,
    "boxes.pdf": lambda n: _page("100 700 Td " + " 24 0 Td ".join(f"({each}) Tj" for each in n)),
    "spread.pdf": lambda n: _page("100 700 Td [" + " -600 ".join(f"({each})" for each in n) + "] TJ"),
    "boxes.docx": lambda n: _table(list(n)),
    "two-cells.docx": lambda n: _table([n[:9], n[9:]]),
    "stacked.docx": lambda n: _table(["甲", n[:9]], ["乙", n[9:]]),
    "boxes.xlsx": lambda n: an_xlsx(**{f"{chr(66 + place)}3": each for place, each in enumerate(n)}),
    "two-cells.xlsx": lambda n: an_xlsx(B3=n[:9], C3=n[9:]),
    "lines.ofd": lambda n: _ofd(f"{n[:9]}</TextCode></TextObject><TextObject><TextCode>{n[9:]}"),
}


def found(name: str, data: bytes) -> Attached:
    """What scanning a file of that name finds."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        return scan(str(file), hashlib.sha256(data).hexdigest())


def missed() -> Iterator[str]:
    """The places in which a planted number is not found."""
    for name, make in {**PLACES, **BROKEN}.items():
        number = "13800138000" if name == "number.xlsx" else NUMBER
        planted = make(number)
        if number not in {each.number for each in found(name, planted).personal}:
            yield name


def measure(quick: bool = False) -> dict[str, int]:
    """How many places were tried, and in how many the number was not found; quick or not, it is the same."""
    return {"planted": len(PLACES) + len(BROKEN), "missed": len(list(missed()))}
