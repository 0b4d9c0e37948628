"""A number is found in every corner of a file, and what cannot be read is told by page or part."""

from __future__ import annotations

import io
from importlib import import_module

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Stream

from gongkai.load.attached.scan import scan
from gongkai.load.document import Attached
from planted_files import a_docx, a_pdf, a_zip, an_xlsx, saved, with_parts
from safety_files import BROKEN, NUMBER, PLACES, found

WHERE = {
    "line.csv": "第2行",
    "page.pdf": "第1页",
    "note.pdf": "批注",
    "field.pdf": "表单",
    "outline.pdf": "书签或标题",
    "xmp.pdf": "文件属性",
    "deleted.docx": "正文第1段（修订痕迹）",
    "half-deleted.docx": "正文第1段",
    "header.docx": "页眉第1段",
    "alt.docx": "正文的说明",
    "diagram.docx": "图示",
    "core.docx": "文件属性",
    "cell.docx": "正文第2段",
    "cell.xlsx": "工作表“名单”B7",
    "formula.xlsx": "工作表“名单”B7的公式",
    "unused.xlsx": "工作簿里没有显示的文字",
    "name.xlsx": "工作表的名称",
    "thread.xlsx": "批注",
    "page.ofd": "第1页",
    "member.zip": "里面的“a.csv”第1行",
    "document.zip": "里面的“名单/a.docx”正文第1段",
    "nested.zip": "里面的“a.zip”里面的“b.txt”第1行",
    "exif.jpg": "图片信息 ImageDescription",
}


@pytest.mark.parametrize("name", PLACES)
def test_a_planted_number_is_found(name):
    number = "13800138000" if name == "number.xlsx" else NUMBER
    spotted = found(name, PLACES[name](number)).personal
    assert number in {each.number for each in spotted}
    assert WHERE.get(name, spotted[0].place) in {each.place for each in spotted}


@pytest.mark.parametrize("name", BROKEN)
def test_a_number_broken_over_lines_cells_and_boxes_is_found(name):
    assert NUMBER in {each.number for each in found(name, BROKEN[name](NUMBER)).personal}


def pages(*contents: bytes) -> bytes:
    """A PDF with a page of each content: text, a picture, or nothing."""

    def write(pdf: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        picture = Stream(
            pdf, b"\0" * 3, Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
            ColorSpace=Name.DeviceRGB, BitsPerComponent=8,
        )  # fmt: skip
        things = Dictionary(Font=Dictionary(F1=font), XObject=Dictionary(P=picture))
        del pdf.pages[0]
        for content in contents:
            page = pdf.add_blank_page()
            page.Resources, page.Contents = things, pdf.make_stream(content)

    return a_pdf(write)


TEXT = b"BT /F1 12 Tf 9 99 Td (A page of words that can be read) Tj ET"
FEW = b"BT /F1 12 Tf 9 9 Td (- 3 -) Tj ET "
PICTURE = b"q 500 0 0 700 0 0 cm /P Do Q"


def test_pages_without_text_are_told_one_by_one():
    assert found("a.pdf", pages(TEXT, PICTURE, b"", FEW + PICTURE, TEXT + PICTURE)).fault == (
        "第2、4页没有文字，多半是扫描的"
    )
    assert found("a.pdf", pages(PICTURE, PICTURE)).fault == "没有文字，多半是扫描件"
    assert found("a.pdf", pages(TEXT, b"", TEXT)) == Attached(pages=3)


def test_text_in_a_font_that_does_not_say_its_letters_counts_as_unreadable():
    with pikepdf.open(
        io.BytesIO(import_module("weasyprint").HTML(string=f"<p>公示名单：{NUMBER}").write_pdf())
    ) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            del font["/ToUnicode"]
        data = saved(pdf.save)
    assert found("a.pdf", data).fault == "第1页的文字是乱码（字体没有对应的字），读不出来"


def test_members_that_cannot_be_read_are_named():
    data = a_zip({"旧.doc": b"x", "坏.docx": b"PK\x03\x04", "扫描.pdf": pages(PICTURE), "好.txt": "x"})
    assert found("a.zip", data).fault == (
        "里面的“旧.doc”不是能读的格式；里面的“坏.docx”文件损坏，或写法不合规范，读不出文字；"
        "里面的“扫描.pdf”没有文字，多半是扫描件"
    )


@pytest.mark.parametrize("depth", [300, 200_000])
def test_xml_nested_too_deep_is_told_and_harms_nothing(depth):
    deep = "<a>" * depth + "</a>" * depth
    for name, package, part in (
        ("a.docx", a_docx(), "word/document.xml"),
        ("a.xlsx", an_xlsx(), "xl/workbook.xml"),
    ):
        told = found(name, with_parts(package, {part: deep}))
        assert told.fault == "文件损坏，或写法不合规范，读不出文字"


def test_a_file_that_was_changed_since_it_was_taken_in_is_not_read(tmp_path):
    (tmp_path / "a.txt").write_text(NUMBER)
    assert scan(str(tmp_path / "a.txt"), "0" * 64).fault == "检查时被换过，请再运行一次"
