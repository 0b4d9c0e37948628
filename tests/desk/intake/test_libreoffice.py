"""LibreOffice itself, where it is, reads files that it saved; where it is not, every file is told so."""

from __future__ import annotations

import io
import shutil
import socket
import subprocess

import pytest
from PIL import Image

from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import word
from gongkai.desk.intake import files
from gongkai.desk.intake.older import converting

from . import old_word
from . import open_text as odf

SOFFICE = shutil.which("soffice")
RTF = "{{\\rtf1\\ansi\\ansicpg936\\uc1 {}\\par}}"


def _red() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(made, "PNG")
    return made.getvalue()


SOURCES = {
    "all": odf.text(
        odf.p("关于办理事项的通知"),
        odf.p(f"老年人{odf.note('年满60周岁。')}免费，高龄老人{odf.note('年满80周岁。')}另有津贴。"),
        odf.p(f"由民政局解释{odf.note('含街道。', 'endnote')}。"),
        *(odf.TABLE, odf.FRAME, odf.HIDDEN, odf.picture(_red()), odf.items("B", "甲", "乙"), odf.p("完。")),
    ),
    "numbers": odf.text(odf.p("通知"), odf.items("N", "标准", "范围")),
    "changes": odf.text(odf.p("通知"), odf.CHANGES),
}


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Each text as .doc and as .rtf; without LibreOffice a .doc made by hand stands for all."""
    folder = tmp_path_factory.mktemp("saved")
    if SOFFICE is None:
        return lambda name, ending: old_word.document("关于办理事项的通知\r")
    for name, text in SOURCES.items():
        (folder / f"{name}.fodt").write_text(text, "utf-8")
    for ending in ("doc", "rtf"):
        subprocess.run(
            [
                SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
                "--convert-to", ending, "--outdir", folder, *sorted(folder.glob("*.fodt")),
            ],
            check=True, capture_output=True,
        )  # fmt: skip
    return lambda name, ending: (folder / f"{name}.{ending}").read_bytes()


@pytest.fixture
def reads():
    """Reads an older file as an import does; a machine without LibreOffice has to say so."""

    def read(data: bytes) -> word.Reading | None:
        if SOFFICE:
            return files.read(data, "a.doc")
        with pytest.raises(EnvironmentProblem, match=r"没有 LibreOffice，读不了：.*另存为 \.docx"):
            files.read(data, "a.doc")
        return None

    return read


@pytest.mark.parametrize("ending", ["doc", "rtf"])
def test_all_that_a_file_holds_comes_through(saved, reads, ending):
    reading = reads(saved("all", ending))
    if reading is None:
        return
    [table] = (each for each in reading.blocks if isinstance(each, word.Table))
    grid = [[(cell.text, cell.wide, cell.high) for cell in row] for row in table.rows]
    assert grid == [[("对象", 1, 2), ("标准", 2, 1)], [("城市", 1, 1), ("农村", 1, 1)]]
    assert [each.text.strip() for each in reading.notes] == ["年满60周岁。", "年满80周岁。", "含街道。"]
    assert len(reading.pictures) == 1
    assert [each.label for each in reading.paragraphs if each.own in ("甲", "乙")] == ["●", "●"]
    assert {"框里的字。", "框外的字。", "公开。"} <= {each.own for each in reading.paragraphs}
    assert [each.text for each in reading.unread] == ["不公开。"]


@pytest.mark.parametrize("ending", ["doc", "rtf"])
def test_automatic_numbers_are_found_and_refused(saved, reads, ending):
    if SOFFICE is None:
        reads(saved("numbers", ending))
        return
    with pytest.raises(word.Refused, match="有 2 处自动编号"):
        files.read(saved("numbers", ending), "a.doc")


def test_changes_are_found_in_an_old_file_too(saved, reads):
    reading = reads(saved("changes", "doc"))
    assert reading is None or [each.text for each in reading.refused] == ["每次"]


def test_neither_the_disk_nor_another_host_is_asked(reads, monkeypatch, tmp_path):
    """With the first guard away, the picture of the disk is refused, and nobody is called."""
    (tmp_path / "own.png").write_bytes(_red())
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        there = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        monkeypatch.setattr(converting, "_ELSEWHERE", converting._NUMBERED)
        fields = (f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{each}" \\\\d}}{{\\fldrslt }}}}\\par '
                  for each in (tmp_path / "own.png", there))  # fmt: skip
        data = RTF.format("".join(fields) + "a").encode()
        if SOFFICE is None:
            reads(data)
        else:
            with pytest.raises(word.Refused, match="图片不在文件里"):
                files.read(data, "a.rtf")
        with pytest.raises(BlockingIOError):  # nobody waits to be let in
            server.accept()
