"""What is put in and is no paper of an office: each kind is answered in words, by what it is."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import word

from ..word.ooxml import Docx, paragraph, picture
from . import old_word


def packed(*names: str) -> bytes:
    """A packed file with parts of these names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"%PDF-1.7 broken", "PDF 已损坏"), (b"PK\x03\x04", "已损坏")],
)
def test_what_is_no_such_file_is_answered_in_words(column, data, words):
    with pytest.raises(word.Refused, match=words):
        column(data, names=["a.bin"])


def test_an_older_file_without_libreoffice_is_asked_to_be_saved_anew(column, monkeypatch):
    monkeypatch.setenv("PATH", "")
    for data in (b"{\\rtf1 a}", old_word.document("字")):
        with pytest.raises(EnvironmentProblem, match="另存为"):
            column(data, names=["a.doc"])


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"", "文件是空的"),
        ("a.doc", b"<html><body>x</body></html>", "网页格式"),
        ("a.mht", b"MIME-Version: 1.0\r\n", "网页格式"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "这是图片"),
        ("a.rar", b"Rar!\x1a\x07", "压缩包"),
        ("a.docx", packed("word.docx"), "压缩包"),
        ("a.docx", packed("OFD.xml"), "OFD"),
        ("a.docx", packed("[Content_Types].xml", "ppt/presentation.xml"), "演示文稿"),
        ("a.docx", packed("[Content_Types].xml", "xl/workbook.xml"), "改成 .xlsx"),
        ("a.bin", b"\x01\x02\x03", "认不出是什么文件"),
    ],
)
def test_a_file_of_another_kind_is_told_by_what_it_is(column, name, data, said):
    with pytest.raises(word.Refused, match=said) as told:
        column(data, names=(name,))
    assert str(told.value).startswith(f"{name}：")


def test_pictures_alone_are_no_policy(column):
    doc = Docx()
    image = io.BytesIO()
    Image.new("RGB", (4, 4)).save(image, "PNG")
    doc.media["p.png"] = image.getvalue()
    doc.raw(paragraph(picture("p.png")))
    with pytest.raises(word.Refused, match="只有图片，没有文字"):
        column(doc)
