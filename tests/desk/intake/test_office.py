"""Older files go through LibreOffice, here a stand-in: its text is read, its wrong numbers are refused."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from gongkai.desk import word
from gongkai.desk.intake import files
from gongkai.desk.intake.older import running

from ..word import official
from ..word.ooxml import Docx, level, picture
from .old_word import document

WORDS = "关于办理事项的通知\r请按期办理。\r"
OLD = document(WORDS)
RTF = b"{\\rtf1\\ansi\\ansicpg936 %b}" % "".join(f"\\u{ord(each)}?" for each in WORDS).encode()


@pytest.fixture
def libreoffice(tmp_path, monkeypatch):
    """A program of that name which gives a file, or does what its script says."""

    def install(made: bytes | None, script: str = ""):
        (tmp_path / "bin").mkdir()
        (tmp_path / "made.docx").write_bytes(made or b"")
        copy = (
            'while [ "$1" != --outdir ]; do shift; done; /bin/mkdir -p "$2"; '
            f'/bin/cp "{tmp_path}/made.docx" "$2/file.docx"'
        )
        program = tmp_path / "bin/soffice"
        program.write_text(f"#!/bin/sh\n{script or copy}\n", "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    return install


def _plain() -> Docx:
    doc = Docx()
    doc.p("关于办理事项的通知", jc="center", indent=0)
    doc.p("请按期办理。")
    return doc


@pytest.mark.parametrize("data", [OLD, RTF])
def test_what_libreoffice_makes_is_read_and_has_to_be_compared(libreoffice, data):
    libreoffice(_plain().data())
    reading = files.read(data, "a.doc")
    assert [each.text for each in reading.blocks] == ["关于办理事项的通知", "请按期办理。"]
    assert "LibreOffice" in reading.doubts[0].why


def test_automatic_numbers_that_it_would_miscount_are_refused(libreoffice):
    libreoffice(official.plan().data())
    with pytest.raises(word.Refused, match=r"有 12 处自动编号.*另存为 \.docx"):
        files.read(OLD, "a.doc")


def test_a_file_it_cannot_read_is_told(libreoffice):
    libreoffice(None, "exit 1")
    with pytest.raises(word.Refused, match="LibreOffice 读不了"):
        files.read(OLD, "a.doc")


def test_one_that_never_ends_is_ended(libreoffice, monkeypatch):
    monkeypatch.setattr(running, "_SECONDS", 0.3)
    libreoffice(None, "/bin/sleep 60 & wait")
    with pytest.raises(word.Refused, match="停下了"):
        files.read(OLD, "a.doc")


def test_a_letter_that_it_loses_or_adds_is_told(libreoffice):
    libreoffice(_plain().data())
    with pytest.raises(word.Refused, match="少了“月”，多了“期”，与原件不一样"):
        files.read(document(WORDS.replace("期", "月")), "a.doc")


def test_bullets_are_no_numbers(libreoffice):
    doc = _plain()
    doc.list_(1, level(0, "bullet", "●"))
    doc.num(1, 1)
    doc.p("甲", num=(1, 0))
    libreoffice(doc.data())
    reading = files.read(document(WORDS + "甲\r"), "a.doc")
    assert [each.label for each in reading.paragraphs] == ["", "", "●"]


def test_a_number_that_it_drops_is_counted_in_the_file(libreoffice):
    libreoffice(_plain().data())
    with pytest.raises(word.Refused, match="有 1 处自动编号"):
        files.read(RTF[:-1] + b"{\\listtext 1.\\tab}}", "a.rtf")


def test_a_picture_that_the_file_has_not_came_from_the_machine(libreoffice):
    """LibreOffice puts a picture of the disk where a field of an .rtf names it (7.4, tried)."""
    image = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(image, "PNG")
    doc = _plain()
    doc.media["a.png"] = image.getvalue()
    doc.p(picture("a.png"))
    libreoffice(doc.data())
    assert files.read(document(WORDS, Data=image.getvalue()), "a.doc").pictures
    with pytest.raises(word.Refused, match="图片不在文件里"):
        files.read(OLD, "a.doc")
