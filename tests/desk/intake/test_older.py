"""What an older file of Word holds is read without LibreOffice, however it is spelt."""

from __future__ import annotations

import struct

import pytest

from gongkai.desk import word
from gongkai.desk.intake import files
from gongkai.desk.intake.older import binary, rich

from .old_word import MAGIC, compound, document

_RTF = b"{\\rtf1\\ansi\\ansicpg936\\uc1 %b}"
_SHEET, _SHOW = compound({"Workbook": b"x"}), compound({"PowerPoint Document": b"x"})


def test_text_and_notes_of_a_doc_are_read_fields_as_they_show_and_no_headers():
    held = binary.held(document("第\x13 PAGE \x141\x15页。\r", "\x02注。\r", "页眉\r"))
    assert held.words == "第1页。\r\x02注。\r"
    assert held.fields == (" PAGE ",)


def test_the_same_of_an_rtf_in_either_spelling_of_characters():
    said = (
        b"{\\fonttbl{\\f0 SimSun;}}\\'b9\\'d8\\u20110?{\\field{\\*\\fldinst{ \\'50AGE}}{\\fldrslt 1}}"
        b"{\\header x}{\\*\\unknown y}{\\*\\footnote \\u27880?}{\\listtext 1.\\tab}\\u-10179?\\u-9216?"
        b"{\\pict\\pngblip 89\r\n50}{\\pict\\bin2 {{}\\par"
    )
    held = rich.held(_RTF % said)
    assert held.words == "关于1注\U0001f400"
    assert (held.fields, held.numbers, held.pictures) == ((" PAGE",), 1, b"\x89\x50\0{{")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (document("字", flags=0x100), "设了打开密码"),
        (document("字", _VBA_PROJECT=b"x"), "有宏"),
        (_SHEET, "这是 Excel 文件"),
        (_SHOW, "这是演示文稿"),
        (compound({"Other": b"x"}), "已损坏"),
        (MAGIC + b"\0" * 600, "已损坏"),
        (document("字")[:3000], "已损坏"),
        (document("\x13INCLUDEPICTURE http://a/b.png\x14\x15"), "链接到别处"),
        (_RTF % b"{\\field{\\*\\fldinst \\'49NCLUDETEXT /etc/a}{\\fldrslt }}", "链接到别处"),
        (_RTF % b"{\\field{\\*\\fldinst DDEAUTO a b}{\\fldrslt }}", "链接到别处"),
        (document("\x13AUTONUM \x14\x15甲\r\x13LISTNUM\x14\x15乙"), "2 处自动编号"),
    ],
)
def test_what_libreoffice_is_not_given_is_told_by_what_it_is(data, said, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(word.Refused, match=said):
        files.read(data, "a.doc")


@pytest.mark.parametrize("at", [44, 48, 68, 76])
def test_a_file_that_leads_in_a_circle_or_nowhere_ends(at):
    """The head says where the lists begin: each is made to lead to the first sector, and out of the file."""
    for place in (0, 0x00FFFFFF):
        data = bytearray(document("字"))
        struct.pack_into("<I", data, at, place)
        held = binary.held(bytes(data))
        assert held.refused or held.words == "字"


def test_pieces_that_cover_each_other_are_damage():
    """A small file would otherwise be read as a text without an end."""
    data = bytearray(document("字" * 20))
    at = data.index(b"\x02" + struct.pack("<I", 16))
    struct.pack_into("<I", data, at + 9, 0x7FFFFFFF)
    assert "已损坏" in binary.held(bytes(data)).refused
