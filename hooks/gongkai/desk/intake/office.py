""".doc, .wps, .rtf → .docx by LibreOffice where it is there; refused where it would miscount numbers."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import word

_SECONDS = 60
_SAVE_AS = "请在 Word 或 WPS 里另存为 .docx 再导入"
_LOOKED_AT = word.Told("全文", "由 LibreOffice 从旧格式转来，表格和文字请逐页对照原件")


def read(data: bytes, ending: str) -> word.Reading:
    """The blocks of an older file; a file with automatic numbers is refused, since they come out wrong."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise EnvironmentProblem(
            f"旧格式的文件（.{ending}、.wps 一类），本机没有 LibreOffice，读不了：{_SAVE_AS}"
        )
    with tempfile.TemporaryDirectory() as folder:
        reading = word.read(_converted(program, Path(folder), data, ending))
    if reading.numbers:
        raise word.Refused(f"旧格式的文件里有 {reading.numbers} 处自动编号，转换时会数错：{_SAVE_AS}")
    return replace(reading, doubts=(*reading.doubts, _LOOKED_AT))


def _converted(program: str, folder: Path, data: bytes, ending: str) -> bytes:
    """With a profile of its own, a limit of time, ended as a group."""
    source = folder / f"file.{ending}"
    source.write_bytes(data)
    words = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    silent = subprocess.DEVNULL
    process = subprocess.Popen(words, stdin=silent, stdout=silent, stderr=silent, start_new_session=True)
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        raise word.Refused(f"LibreOffice 转换超过 {_SECONDS} 秒，停下了：{_SAVE_AS}") from None
    finally:
        _end(process)
    made = folder / "out" / "file.docx"
    if not made.is_file():
        raise word.Refused(f"LibreOffice 读不了这个文件：{_SAVE_AS}")
    return made.read_bytes()


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
