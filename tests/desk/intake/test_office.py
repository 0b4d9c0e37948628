"""Older files go through LibreOffice, here a stand-in: its text is read, its wrong numbers are refused."""

from __future__ import annotations

import pytest

from gongkai.desk import word
from gongkai.desk.intake import files, office

from ..word import official
from ..word.ooxml import Docx

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


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


@pytest.mark.parametrize("data", [OLD, b"{\\rtf1 a}"])
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
    monkeypatch.setattr(office, "_SECONDS", 0.3)
    libreoffice(None, "/bin/sleep 60 & wait")
    with pytest.raises(word.Refused, match="停下了"):
        files.read(OLD, "a.doc")
