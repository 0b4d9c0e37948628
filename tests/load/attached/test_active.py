"""What acts in a file is refused with its remedy, and what only looks like it is taken."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Stream
from pikepdf import String as Text

from gongkai.common.problems import Level
from gongkai.load.attached import intake, kinds
from planted_files import (
    a_docx,
    a_pdf,
    a_picture,
    a_zip,
    an_xlsx,
    annotated,
    embedding,
    opening,
    outside,
    with_parts,
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def word(inside: str) -> bytes:
    return with_parts(
        a_docx(), {"word/document.xml": f"<w:document {W}><w:body>{inside}</w:body></w:document>"}
    )


def sheet(inside: str) -> bytes:
    xml = f'<worksheet {S}><sheetData><row r="1"><c r="A1">{inside}</c></row></sheetData></worksheet>'
    return with_parts(an_xlsx(), {"xl/worksheets/sheet1.xml": xml})


def linked(target: str, kind: str = "hyperlink") -> bytes:
    return with_parts(a_docx(), {"word/_rels/footer9.xml.rels": outside(kind, target)})


def locked_zip() -> bytes:
    data = bytearray(a_zip({"a.txt": "x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def zip_with_link() -> bytes:
    info = zipfile.ZipInfo("a.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    return stream.getvalue()


def bomb_pdf() -> bytes:
    packed = zlib.compress(b"0" * (130 * 1024 * 1024), 1)
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + packed + b"\nendstream\nendobj\n%%EOF\n"
    )


def field(instruction: str) -> bytes:
    """A field whose instruction is broken over runs, as Word writes it."""
    half = len(instruction) // 2
    runs = (instruction[:half], instruction[half:])
    return word(
        "<w:p>" + "".join(f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in runs) + "</w:p>"
    )


def link(address: str, **more: Any):
    return lambda pdf: annotated(pdf, "/Link", A=Dictionary(S=Name.URI, URI=Text(address), **more))


def turned(action: str, **more: Any):
    """A page that does something when it is shown."""
    return lambda pdf: setattr(pdf.pages[0], "AA", Dictionary(O=Dictionary(S=Name(action), **more)))


def named(name: str) -> bytes:
    names = f'<definedNames><definedName name="{name}">A1</definedName></definedNames>'
    return with_parts(an_xlsx(), {"xl/workbook.xml": f"<workbook {S}>{names}</workbook>"})


TIGHT = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}
SHARE = {"F": Text("\\\\a\\b")}
ENTITIES = '<!DOCTYPE d [<!ENTITY a "b">]><d/>'
HEAD = (b"\n", b"\n%<html><script>x</script>\n", 1)
SCRIPT = {"JS": Text("app.alert(1)")}
REFUSED = {
    "open.pdf": (lambda: a_pdf(lambda pdf: opening(pdf, "/JavaScript", **SCRIPT)), "里面有脚本"),
    "page.pdf": (lambda: a_pdf(turned("/JavaScript", **SCRIPT)), "里面有脚本"),
    "packed.pdf": (
        lambda: a_pdf(link("https://a.cn", Next=Dictionary(S=Name.Launch)), **TIGHT),
        "里面有启动程序的动作",
    ),
    "launch.pdf": (lambda: a_pdf(lambda pdf: opening(pdf, "/Launch", F=Text("cmd.exe"))), "启动程序"),
    "send.pdf": (lambda: a_pdf(lambda pdf: opening(pdf, "/SubmitForm")), "往外发送表单"),
    "import.pdf": (lambda: a_pdf(lambda pdf: opening(pdf, "/ImportData")), "导入外部数据"),
    "remote.pdf": (lambda: a_pdf(lambda pdf: opening(pdf, "/GoToR", **SHARE)), "打开别的文件"),
    "script-link.pdf": (lambda: a_pdf(link("javascript:x")), "不是网页的链接"),
    "media.pdf": (lambda: a_pdf(lambda pdf: annotated(pdf, "/RichMedia")), "多媒体"),
    "xfa.pdf": (lambda: a_pdf(lambda pdf: setattr(pdf.Root, "AcroForm", Dictionary(XFA=Text("x")))), "XFA"),
    "embedded.pdf": (lambda: a_pdf(embedding), "内嵌的文件"),
    "stream.pdf": (
        lambda: a_pdf(lambda pdf: setattr(pdf.Root, "X", Stream(pdf, b"", F=Text("http://a.cn/x")))),
        "从别的文件取来的内容",
    ),
    "locked.pdf": (lambda: a_pdf(encryption=pikepdf.Encryption(user="mima", owner="mima")), "设了打开密码"),
    "bomb.pdf": (bomb_pdf, "解开后大得异常"),
    "page-head.pdf": (lambda: a_pdf().replace(*HEAD), "网页的写法"),
    "tail.pdf": (lambda: a_pdf() + b"<html>xxxxxxxxx</html>", "尾部接着别的数据"),
    "tail-zip.pdf": (lambda: a_pdf() + a_zip({"a.exe": b"MZ"}), "尾部接着一个压缩包"),
    "late.pdf": (lambda: b"<html>" + a_pdf(), "不是 pdf 格式"),
    "tail.png": (lambda: a_picture() + b"<script>alert(1)</script>", "尾部接着别的数据"),
    "zip.png": (lambda: a_picture() + a_zip({"a.js": "x"}), "尾部接着一个压缩包"),
    "tail.jpg": (lambda: a_picture("JPEG") + b"MZ" + b"\x90" * 80, "尾部接着别的数据"),
    "zip.mp4": (lambda: b"\x00\x00\x00\x18ftypmp42" + a_zip({"a": "x"}), "尾部接着一个压缩包"),
    "place.mp4": (lambda: b"\0\0\0\x18ftypmp42\0\0\0\x40udta\0\0\0\x1e\xa9xyz+39.9+116.4/", "记着拍摄地点"),
    "template.docx": (lambda: linked("http://a.cn/t", "attachedTemplate"), "打开时要去取模板“http://a.cn/t”"),
    "picture.docx": (lambda: linked("https://a.cn/1.gif", "image"), "从外面取图片"),
    "object.docx": (lambda: linked("file://a/b", "oleObject"), "从外面取对象"),
    "frame.docx": (lambda: linked("https://a.cn/1", "frame"), "从外面取内容"),
    "file-link.docx": (lambda: linked("file:///C:/Users/zhang/a.docx"), "不是网页"),
    "share-link.docx": (lambda: linked("\\\\server\\a.docx"), "不是网页"),
    "ole.docx": (lambda: with_parts(a_docx(), {"word/embeddings/oleObject1.bin": b"MZ"}), "嵌着别的对象"),
    "sheet.docx": (lambda: with_parts(a_docx(), {"word/embeddings/a.xlsx": an_xlsx()}), "嵌着别的对象"),
    "chunk.docx": (lambda: with_parts(a_docx(), {"word/afchunk.mht": "x"}), "嵌着别的对象"),
    "activex.docx": (lambda: with_parts(a_docx(), {"word/activeX/activeX1.xml": "<a/>"}), "控件"),
    "macro.docx": (lambda: with_parts(a_docx(), {"word/vbaData.xml": "<a/>"}), "有宏"),
    "dde.docx": (lambda: field(r" DDEAUTO c:\\windows\\cmd.exe /k calc "), "DDE"),
    "simple.docx": (lambda: word('<w:p><w:fldSimple w:instr="DDE a b"/></w:p>'), "DDE"),
    "quote.docx": (lambda: field(" QUOTE 68 68 69 65 85 "), "DDE"),
    "include.docx": (lambda: field(' INCLUDEPICTURE "https://a.cn/1.png" '), "DDE"),
    "entities.docx": (lambda: with_parts(a_docx(), {"word/document.xml": ENTITIES}), "实体声明"),
    "old.docx": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧格式，或者设了打开密码"),
    "prefix.docx": (lambda: b"PK\x03\x04" + b"x" * 64 + a_docx(), "前面接着别的数据"),
    "dde.xlsx": (lambda: sheet("<f>cmd|'/c calc'!A0</f>"), "DDE"),
    "web.xlsx": (lambda: sheet('<f>_xlfn.WEBSERVICE("https://a.cn/"&amp;B1)</f>'), "WEBSERVICE"),
    "query.xlsx": (lambda: with_parts(an_xlsx(), {"xl/connections.xml": "<a/>"}), "外部数据查询"),
    "table.xlsx": (lambda: with_parts(an_xlsx(), {"xl/queryTables/queryTable1.xml": "<a/>"}), "外部数据查询"),
    "mashup.xlsx": (
        lambda: with_parts(an_xlsx(), {"customXml/item1.xml": "<DataMashup>x</DataMashup>".encode("utf-16")}),
        "外部数据查询",
    ),
    "macro4.xlsx": (lambda: with_parts(an_xlsx(), {"xl/macrosheets/sheet1.xml": "<a/>"}), "有宏"),
    "auto.xlsx": (lambda: named("_xlnm.Auto_Open"), "有宏"),
    "pif.zip": (lambda: a_zip({"b.pif": b"MZ"}), "程序或网页“b.pif”"),
    "docm.zip": (lambda: a_zip({"说明/c.DOCM": b"x"}), "程序或网页“说明/c.DOCM”"),
    "dot.zip": (lambda: a_zip({"c.exe. ": b"x"}), "程序或网页"),
    "root.zip": (lambda: a_zip({"/etc/cron.d/x": "x"}), "越界的文件"),
    "drive.zip": (lambda: a_zip({"C:/a.txt": "x"}), "越界的文件"),
    "back.zip": (lambda: a_zip({"..\\a.txt": "x"}), "越界的文件"),
    "link.zip": (zip_with_link, "指向别处的链接"),
    "locked.zip": (locked_zip, "设了密码"),
    "rar.zip": (lambda: a_zip({"a.rar": "x"}), "没法查的压缩包“a.rar”"),
    "nested.zip": (lambda: a_zip({"a.zip": a_zip({"b.exe": "MZ"})}), "“a.zip”压缩包里有程序或网页“b.exe”"),
    "deep.zip": (lambda: a_zip({"a.zip": a_zip({"b.zip": a_zip({"c.txt": "x"})})}), "还有压缩包“b.zip”"),
    "inside.zip": (lambda: a_zip({"a.pdf": a_pdf(embedding)}), "压缩包里的“a.pdf”里面有内嵌的文件"),
    "false.zip": (lambda: a_zip({"a.pdf": b"MZ"}), "压缩包里的“a.pdf”内容不是 pdf 格式"),
    "bomb.zip": (lambda: a_zip({"a.txt": b"0" * (8 * 1024 * 1024)}), "不像正常的文件"),
    "a.csv": (lambda: '甲,"=HYPERLINK(""https://a.cn?""&A1)"\n'.encode(), "第1行第2列是公式"),
    "b.csv": (lambda: "甲,乙\n1,=cmd|' /C calc'!A0\n".encode("gb18030"), "第2行第2列是公式"),
    "c.csv": (lambda: b"@SUM(1+9)*cmd|' /C calc'!A0\n", "第1行第1列是公式"),
    "d.csv": (lambda: b"\t=1+1\n", "第1行第1列是公式"),
    "e.csv": (lambda: b"-2+3+cmd|' /C calc'!D2\n", "第1行第1列是公式"),
}  # fmt: skip
TAKEN = {
    "a.pdf": a_pdf,
    "link.pdf": lambda: a_pdf(link("https://a.gov.cn/")),
    "owner.pdf": lambda: a_pdf(encryption=pikepdf.Encryption(user="", owner="mima")),
    "lines.pdf": lambda: a_pdf() + b"\r\n\r\n\x00",
    "a.docx": a_docx,
    "link.docx": lambda: linked("https://www.gov.cn/"),
    "mail.docx": lambda: linked("mailto:a@gov.cn"),
    "page.docx": lambda: field(' HYPERLINK "https://www.gov.cn" '),
    "printer.xlsx": lambda: with_parts(an_xlsx(), {"xl/printerSettings/printerSettings1.bin": b"x"}),
    "sum.xlsx": lambda: an_xlsx(A1=1, A2="=SUM(A1:A1)", A3='=IF(A1>0,"有|无","")'),
    "a.png": a_picture,
    "a.jpg": lambda: a_picture("JPEG", comment=b"PK\x05\x06"),
    "two.jpg": lambda: a_picture("JPEG") + a_picture("JPEG"),
    "a.zip": lambda: a_zip({"说明.txt": "x", "a.docx": a_docx(), "b.zip": a_zip({"c.txt": "x"})}),
    "a.csv": lambda: "甲,-5,+3.2,-,=,—,@,+86-10-1,-1/2,'=A1\n".encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_acts_is_refused(read, name):
    make, said = REFUSED[name]
    problems = read({f"content/files/2026/{name}": make()}).problems
    assert [(p.rule, p.level) for p in problems] == [("attachment-content", Level.ERROR)]
    assert said in problems[0].message
    assert problems[0].fix.endswith("再放进来") and len(problems[0].fix) > 10


@pytest.mark.parametrize("name", TAKEN)
def test_what_only_looks_like_it_is_taken(read, name):
    assert [p.as_Text() for p in read({f"content/files/2026/{name}": TAKEN[name]()}).problems] == []


def test_a_file_too_large_is_told_by_its_size_alone(write, read, monkeypatch):
    root = write({"content/files/a.mp4": b"\x00\x00\x00\x18ftypmp42", "content/files/a.pdf": b"%PDF-1.7\n"})
    with (root / "content/files/a.pdf").open("r+b") as stream:
        stream.truncate(20 * 1024**3)
    monkeypatch.setattr(intake, "_looked_at", lambda file, extension: pytest.fail(f"{file} was read"))
    _, [problem] = intake.read_attachment(str(root), "content/files/a.pdf")
    assert (problem.rule, problem.message) == ("file-size", "文件有 20480 MB，超过 100 MB，没有读")
    assert kinds.largest("mp4") > kinds.largest("pdf")


def test_a_picture_of_large_bytes_in_a_pdf_is_no_bomb(read):
    picture = Stream

    def paint(pdf: pikepdf.Pdf) -> None:
        blank = zlib.compress(b"\xff" * (130 * 1024 * 1024), 1)
        pdf.Root.X = picture(pdf, blank, Type=Name.XObject, Subtype=Name.Image, Filter=Name.FlateDecode)

    assert read({"content/files/a.pdf": a_pdf(paint, recompress_flate=False)}).problems == ()


def test_a_truncated_picture_has_no_tail(read):
    data = a_picture("JPEG")
    for broken in (data[:-2], data[:40], data[:20] + struct.pack(">H", 9) + data[22:]):
        assert read({"content/files/a.jpg": broken}).problems == ()
