"""What stops an import is told with its place, what is left out with its reason; nothing is a traceback."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from gongkai.desk import word
from gongkai.desk.word import ledger as ledgers
from gongkai.desk.word.inline import Inline

from . import official
from .ooxml import Docx, box, paragraph, picture, r, row, t, table

_WHO = 'w:id="1" w:author="甲" w:date="2026-11-01T00:00:00Z"'
_PLAIN = paragraph(t("这一段没有问题。"))
REFUSED = {
    "ins": (paragraph(f"<w:ins {_WHO}>{t('加的字')}</w:ins>"), "第2段", "修订：插入"),
    "del": (paragraph(f"<w:del {_WHO}>{r('<w:delText>删的字</w:delText>')}</w:del>"), "第2段", "修订：删除"),
    "moved": (paragraph(f"<w:moveTo {_WHO}>{t('移来的')}</w:moveTo>"), "第2段", "修订：移来"),
    "mark": (paragraph(t("甲"), properties=f"<w:rPr><w:del {_WHO}/></w:rPr>"), "第2段", "修订：段落标记"),
    "form": (paragraph(t("甲"), properties=f"<w:pPrChange {_WHO}/>"), "第2段", "段落格式"),
    "row": (
        table(row(f"<w:tc>{paragraph(t('甲'))}</w:tc>").replace("<w:trPr>", f"<w:trPr><w:ins {_WHO}/>")),
        "表1第1行", "表格的行",
    ),
    "comment": (paragraph(t("甲"), r('<w:commentReference w:id="0"/>')), "第2段", "批注（第 1 条）"),
    "symbol": (paragraph(r('<w:sym w:font="Wingdings" w:char="F025"/>')), "第2段", "认不出的符号"),
    "letter": (paragraph(t("J", '<w:rFonts w:ascii="Wingdings 2"/>')), "第2段", "认不出的符号"),
    "private": (paragraph(t("\ue123")), "第2段", "认不出的符号"),
    "formula": (paragraph("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), "第2段", "公式"),
    "eq": (paragraph(r('<w:fldChar w:fldCharType="begin"/>'),
                     r("<w:instrText> EQ \\f(1,2) </w:instrText>"),
                     r('<w:fldChar w:fldCharType="end"/>')), "第2段", "公式（EQ）"),
    "chunk": ('<w:altChunk r:id="x"/>', "第2段", "嵌入了另一个文件"),
    "linked": (paragraph(picture("nowhere")), "第2段", "图片在别处"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_taken_is_told_with_its_place(case):
    xml, place, why = REFUSED[case]
    doc = Docx()
    doc.raw(_PLAIN)
    doc.raw(xml)
    found = word.read(doc.data()).refused
    assert [place] == [each.place for each in found if why in each.why]


def test_an_unknown_number_stops_and_is_not_guessed():
    doc = Docx()
    doc.list_(1, '<w:lvl w:ilvl="0"><w:numFmt w:val="hebrew1"/><w:lvlText w:val="%1."/></w:lvl>')
    doc.num(1, 1)
    doc.p("甲", num=(1, 0))
    assert [each.why for each in word.read(doc.data()).refused] == [
        "认不出的编号样式“hebrew1”，不猜：在这一段的“编号”里换成 1. 一、（一）一类，或去掉编号手写"
    ]


def test_what_is_not_read_is_listed_with_its_reason():
    reading = word.read(official.wps().data())
    assert {(each.why, each.text) for each in reading.unread} == {
        ("隐藏文字", "不公开的话"), ("注音", "zhèn"), ("内容控件里还没有填的提示", "请在此输入"),
        ("目录（网页自己有目录）", "目录一、要求 1"), ("页眉、页脚", "示例区民政局内部资料"),
    }  # fmt: skip


def test_a_character_that_the_walk_forgets_stops_the_import(monkeypatch):
    monkeypatch.setattr(Inline, "_control", lambda self, node: None)
    with pytest.raises(word.Refused, match="不能保证一字不差"):
        word.read(official.wps().data())


def test_a_character_that_is_read_twice_stops_the_import(monkeypatch):
    text = Inline._text
    monkeypatch.setattr(Inline, "_text", lambda self, node: (text(self, node), text(self, node)))
    with pytest.raises(word.Refused, match="读了两遍"):
        word.read(official.plan().data())
    assert {"页眉、页脚"} == ledgers.NOT_OF_THE_TEXT


def _photograph() -> bytes:
    image, out = Image.new("RGB", (8, 8), "red"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010F], exif[0x0132] = "camera", "2026:11:01 08:00:00"
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_pictures_keep_their_pixels_and_nothing_else():
    doc = Docx()
    doc.media["photo.jpg"] = _photograph()
    doc.p("见图", picture("photo.jpg", "社区食堂门口"), shows="见图")
    doc.p("又见图", picture("photo.jpg", "图片 2"), shows="又见图")
    reading = word.read(doc.data())
    (found,) = reading.pictures
    assert (found.name, found.words) == ("tu-1.jpg", "社区食堂门口")
    assert b"camera" in doc.media["photo.jpg"]
    assert b"camera" not in found.data
    assert not Image.open(io.BytesIO(found.data)).getexif()
    assert [run.picture for each in reading.paragraphs for run in each.runs if run.picture] == [
        "tu-1.jpg"
    ] * 2


_EMF = b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 60


@pytest.mark.parametrize(
    ("data", "why"),
    [(_EMF, "EMF、WMF"), (b"\xd7\xcd\xc6\x9a" + b"\0" * 40, "EMF、WMF"), (b"BM no picture", "已损坏")],
)
def test_a_picture_that_no_page_can_show_stops_with_the_way_to_mend_it(data, why):
    doc = Docx()
    doc.p("流程见图。")
    doc.media["image1.emf"] = data
    doc.raw(paragraph(picture("image1.emf")))
    (told,) = word.read(doc.data()).refused
    assert told.place == "第2段" and why in told.why and "PNG" in told.why


def test_what_is_drawn_in_word_is_told_and_a_line_below_the_head_is_not():
    def drawn(inside):
        return paragraph(r(f"<w:drawing><wps:wsp>{inside}</wps:wsp></w:drawing>"))

    doc = Docx()
    doc.p("办理流程：")
    doc.raw(drawn('<wps:spPr><a:prstGeom prst="line"/></wps:spPr>'))
    doc.raw(drawn('<wps:spPr><a:prstGeom prst="rightArrow"/></wps:spPr>'))
    doc.raw(paragraph(r('<w:pict><v:shape><v:textpath string="绝密"/></v:shape></w:pict>')))
    doc.raw(paragraph(box(paragraph(t("受理")))), ("", ""), ("", "受理"))
    told = word.read(doc.data()).doubts
    assert [(each.place, each.why[:8], each.text) for each in told] == [
        ("第3段", "在 Word 里", ""), ("第4段", "艺术字没有读入：", "绝密"),
    ]  # fmt: skip


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _with(**more: bytes) -> bytes:
    doc = official.plan()
    doc.more = {name.replace("__", "/").replace("_dot_", "."): content for name, content in more.items()}
    return doc.data()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>'
_DEEP = b"<w:p>" * 3000
HOSTILE = {
    "empty": (b"", "不是 .docx 文件"),
    "text": ("第一条".encode(), "不是 .docx 文件"),
    "cut": (official.plan().data()[:700], "已损坏"),
    "password": (_OLE + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
    "old": (_OLE, "旧格式"),
    "bomb": (_with(word__media__a_dot_bin=b"0" * 20_000_000), "解开后"),
    "entity": (_with(word__document_dot_xml=_ENTITY), "外部实体"),
    "broken": (_with(word__document_dot_xml=b"<w:document"), "读不出"),
    "deep": (_with(word__document_dot_xml=_DEEP), "读不出"),
    "macro": (_with(word__vbaProject_dot_bin=b"x"), "宏"),
    "no text": (_packed({"a.txt": b"a"}), "没有 Word 的正文"),
    "outside": (_packed({"../a.txt": b"a"}), "指向文件以外"),
    "nothing in it": (Docx(body=[paragraph()]).data(), "没有文字"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_file_that_cannot_be_opened_is_answered_in_words(case):
    data, words = HOSTILE[case]
    with pytest.raises(word.Refused, match=words):
        word.read(data)


def test_no_change_of_a_byte_ends_in_anything_but_words():
    whole = bytearray(official.notice_with_measures().data())
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        broken = bytes(whole[:at]) + bytes([whole[at] ^ 0x5A]) + bytes(whole[at + 1 :])
        try:
            word.read(broken)
        except word.Refused as refused:
            assert "：" in str(refused)
