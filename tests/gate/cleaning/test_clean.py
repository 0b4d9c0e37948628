"""What leaves names no author, place or device, opens as before, and is the same for the same file."""

from __future__ import annotations

import base64
import io
import zipfile
from importlib import import_module

import docx
import openpyxl
import pikepdf
import pytest
from pikepdf import Dictionary, Name, String
from PIL import Image, ImageCms

from gongkai.gate.cleaning.clean import clean
from planted_files import a_docx, a_pdf, a_picture, a_zip, an_xlsx, annotated, moved_png, saved, with_parts

WHO = "ZhangSan"
PLACE = 34853
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Company>{WHO}</Company><Manager>{WHO}</Manager></Properties>"
)
INFO = f"<DocInfo><Title>办法</Title><Author>{WHO}</Author></DocInfo>"


def a_photo(side: int = 6, **more: object) -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = side, WHO
    exif.get_ifd(PLACE).update({1: "N", 2: (39.0, 54.0, 27.0), 3: "E", 4: (116.0, 23.0, 50.0)})
    return a_picture("JPEG", exif=exif, comment=WHO.encode(), **more)


def a_document() -> bytes:
    document = docx.Document()
    document.add_paragraph("补助办法")
    document.add_picture(io.BytesIO(a_photo()))
    document.core_properties.author = document.core_properties.last_modified_by = WHO
    document.core_properties.title, document.core_properties.keywords = "办法", WHO
    document.add_comment(document.paragraphs[0].runs, "核对", author=WHO, initials=WHO)
    return with_parts(saved(document.save), {"docProps/app.xml": APP})


def a_workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "数量"
    book.active["A1"].comment = openpyxl.comments.Comment("核对", WHO)
    book.properties.creator = book.properties.lastModifiedBy = WHO
    path = f'<a><b:absPath xmlns:b="x" url="C:\\Users\\{WHO}\\"/></a>'
    data = saved(book.save)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        workbook = archive.read("xl/workbook.xml").decode()
    return with_parts(data, {"xl/workbook.xml": workbook.replace("<sheets>", f"{path}<sheets>", 1)})


def a_paper() -> bytes:
    """A tagged PDF with an author, a note by somebody and a photograph."""
    photo = base64.b64encode(a_photo(1)).decode()
    head = "<html lang=zh><title>办法</title><meta name=author content=ZhangSan><h1>补助</h1>"
    html = f"{head}<img alt='' src='data:image/jpeg;base64,{photo}'>"
    made = import_module("weasyprint").HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        annotated(pdf, "/Text", T=String(WHO), Contents=String("请看第二条"))
        pdf.pages[0].PieceInfo = Dictionary(A=Dictionary(Private=String(WHO)))
        pdf.docinfo["/Company"] = WHO
        return saved(pdf.save)


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def says(data: bytes) -> bytes:
    """Everything in a file, unpacked."""
    if data.startswith(b"PK"):
        return b"".join(map(says, members(data).values()))
    if data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return saved(
                lambda stream: pdf.save(
                    stream,
                    stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
                    compress_streams=False,
                    object_stream_mode=pikepdf.ObjectStreamMode.disable,
                )
            )
    return data


MADE = {
    "a.docx": a_document,
    "a.xlsx": a_workbook,
    "a.pdf": a_paper,
    "a.jpg": a_photo,
    "a.png": lambda: a_picture(exif=Image.open(io.BytesIO(a_photo())).getexif(), pnginfo=None),
    "a.zip": lambda: a_zip({"名单/a.docx": a_document(), "a.jpg": a_photo()}, comment=WHO.encode()),
    "a.ofd": lambda: a_zip({"OFD.xml": f"<OFD>{INFO}</OFD>", "Doc_0/Res/a.jpg": a_photo()}),
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
def test_nobody_is_named_in_what_leaves(name):
    made = MADE[name]()
    assert WHO.encode() in says(made) or WHO.encode("utf-16-be") in says(made)
    cleaned, why = clean(name, made)
    said = says(cleaned)
    assert (why, WHO.encode() in said, WHO.encode("utf-16-be") in said) == ("", False, False)
    assert clean(name, made) == (cleaned, "") == clean(name, cleaned)


def test_a_photograph_keeps_its_points_and_its_side_and_loses_its_place():
    before = a_photo(icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    after, _ = clean("a.jpg", before)
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        assert old.tobytes() == new.tobytes()
        assert new.info["icc_profile"] == old.info["icc_profile"]
        assert dict(new.getexif()) == {0x0112: 6}
        assert old.getexif().get_ifd(PLACE) and not new.getexif().get_ifd(PLACE)
    with Image.open(io.BytesIO(clean("a.jpg", a_photo(1))[0])) as upright:
        assert dict(upright.getexif()) == {} and "comment" not in upright.info


def test_a_png_keeps_its_points_and_its_side():
    before = MADE["a.png"]()
    after, _ = clean("a.png", before)
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        assert old.tobytes() == new.tobytes()
        assert dict(new.getexif()) == {0x0112: 6}


def test_a_word_file_opens_with_its_title_text_picture_and_note():
    document = docx.Document(io.BytesIO(clean("a.docx", a_document())[0]))
    assert (document.core_properties.title, document.core_properties.author) == ("办法", "")
    assert document.paragraphs[0].text == "补助办法"
    assert len(document.inline_shapes) == 1
    assert [(each.author, each.text) for each in document.comments] == [("作者", "核对")]


def test_a_workbook_opens_with_its_cells_and_notes():
    book = openpyxl.load_workbook(io.BytesIO(clean("a.xlsx", a_workbook())[0]))
    assert (book.active["A1"].value, book.active["A1"].comment.text) == ("数量", "核对")
    assert (book.properties.lastModifiedBy, book.active["A1"].comment.author) == (None, "作者")


def test_a_pdf_keeps_title_language_tags_and_notes():
    with pikepdf.open(io.BytesIO(clean("a.pdf", a_paper())[0])) as pdf:
        assert dict(pdf.docinfo) == {"/Title": "办法"}
        assert (str(pdf.Root.Lang), "/StructTreeRoot" in pdf.Root) == ("zh", True)
        assert str(pdf.pages[0].Annots[-1].Contents) == "请看第二条"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "办法" and metadata["pdfuaid:part"] == "1"
        [picture] = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == Name.Image
        ]
        assert Image.open(io.BytesIO(picture.read_raw_bytes())).size == (8, 6)


def test_what_is_signed_or_damaged_leaves_as_it_is_and_says_why():
    signed = a_pdf(lambda pdf: setattr(pdf.Root, "X", Dictionary(ByteRange=pikepdf.Array([0, 1]))))
    sealed = a_zip({"OFD.xml": "<OFD/>", "Doc_0/Signs/Signatures.xml": "<x/>"})
    assert clean("a.pdf", signed) == (signed, "有电子签名，改动会使签名失效")
    assert clean("a.ofd", sealed) == (sealed, "有电子签章，改动会使签章失效")
    assert clean("a.jpg", a_photo()[:200]) == (a_photo()[:200], "图片不完整")
    assert clean("a.png", moved_png()) == (moved_png(), "文件写法不合规范")
    assert clean("a.pdf", b"%PDF-1.7\n") == (b"%PDF-1.7\n", "文件写法不合规范")


def test_text_and_what_names_nobody_is_not_changed():
    assert clean("a.csv", b"a,b\n") == (b"a,b\n", "")
    plain = a_docx()
    kept = {
        name
        for name, content in members(clean("a.docx", plain)[0]).items()
        if members(plain)[name] == content
    }
    assert {"word/document.xml", "word/styles.xml", "[Content_Types].xml"} <= kept
    assert openpyxl.load_workbook(io.BytesIO(clean("a.xlsx", an_xlsx(A1=5))[0])).active["A1"].value == 5
