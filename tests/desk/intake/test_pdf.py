"""PDF with text → paragraphs by where the lines stand; what is none is answered in words."""

from __future__ import annotations

import io

import pikepdf
import pytest

from gongkai.desk import word
from gongkai.desk.intake import pdf
from gongkai.desk.intake.reading import parts_of

_SIZE, _LEFT, _WIDTH = 16, 80, 27
_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"""


def _page(document, lines):
    """A page of full-width letters; each line is how many of them it is set in, and its text."""
    shown = []
    for at, (indent, text) in enumerate(lines):
        letters = text.encode("utf-16-be").hex()
        shown.append(f"1 0 0 1 {_LEFT + indent * _SIZE} {760 - at * 28} Tm <{letters}> Tj")
    font = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, BaseFont=pikepdf.Name.A,
            Encoding=pikepdf.Name("/Identity-H"), ToUnicode=document.make_stream(_UNICODE),
            DescendantFonts=[pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType2, BaseFont=pikepdf.Name.A, DW=1000,
                CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            )],
        )
    )  # fmt: skip
    page = document.add_blank_page(page_size=(595, 842))
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(A=font))
    page.Contents = document.make_stream(f"BT /A {_SIZE} Tf {' '.join(shown)} ET".encode())


def _pdf(*pages, **saved):
    document, out = pikepdf.new(), io.BytesIO()
    for lines in pages:
        _page(document, lines)
    document.save(out, **saved)
    return out.getvalue()


_FULL = "为了做好冬季社区食堂供餐工作，保障老年人吃上热饭菜，"
PAGES = (
    [
        (9, "示民发〔2026〕8号"), (5, "关于做好社区食堂供餐工作的通知"), (0, "各街道办事处："),
        (2, _FULL[:25]), (0, f"{_FULL}要"), (0, "提前安排。"), (2, _FULL[:25]), (13, "— 1 —"),
    ],
    [(0, "按时供应。"), (16, "区民政局"), (15, "2026年11月2日"), (13, "— 2 —")],
)  # fmt: skip


def test_lines_that_reach_the_edge_go_on_over_the_page_too():
    reading = pdf.read(_pdf(*PAGES))
    assert [each.text for each in reading.blocks] == [
        "示民发〔2026〕8号",
        "关于做好社区食堂供餐工作的通知",
        "各街道办事处：",
        f"{_FULL[:25]}{_FULL}要提前安排。",
        f"{_FULL[:25]}按时供应。",
        "区民政局",
        "2026年11月2日",
    ]
    assert [each.text for each in reading.unread] == ["— 1 —", "— 2 —"]
    assert reading.doubts


def test_the_parts_of_a_document_are_found_in_it():
    parts = parts_of(pdf.read(_pdf(*PAGES)).blocks)
    assert (parts.title, parts.number) == ("关于做好社区食堂供餐工作的通知", "示民发〔2026〕8号")
    assert (parts.issuers, str(parts.made_on)) == (["区民政局"], "2026-11-02")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_pdf([]), "扫描的图片"),
        (_pdf(*PAGES, encryption=pikepdf.Encryption(owner="甲", user="乙")), "密码"),
        (_pdf(*PAGES)[:200], "已损坏"),
        (_pdf(*[[]] * 301), "超过 300 页"),
    ],
    ids=["scanned", "password", "cut", "long"],
)
def test_what_cannot_be_read_is_answered_in_words(data, words):
    with pytest.raises(word.Refused, match=words):
        pdf.read(data)
