"""Older files → .docx → blocks; refused where LibreOffice loses, adds or would miscount something."""

from __future__ import annotations

import io
import re
import shutil
import tempfile
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import word
from gongkai.desk.intake.older import binary, rich
from gongkai.desk.intake.older.held import Held
from gongkai.desk.intake.older.running import converted

_SAVE_AS = "请在 Word 或 WPS 里另存为 .docx 再导入"
_LOOKED_AT = word.Told("全文", "由 LibreOffice 从旧格式转来，表格和文字请逐页对照原件")
_NUMBERED = re.compile(r"\s*(?:AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?:INCLUDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|DDE|DDEAUTO)\b", re.IGNORECASE)
#: so many letters are named
_NAMED = 20


def read(data: bytes, ending: str) -> word.Reading:
    """The blocks of an older file; raises Refused, or EnvironmentProblem without LibreOffice."""
    held = rich.held(data) if ending == "rtf" else binary.held(data)
    _refuse(held)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise EnvironmentProblem(
            f"旧格式的文件（.{ending}、.wps 一类），本机没有 LibreOffice，读不了：{_SAVE_AS}"
        )
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        made = converted(program, Path(folder), data, ending)
    reading = word.read(made)
    _believe(reading, held, made)
    return replace(reading, doubts=(*reading.doubts, _LOOKED_AT))


def _refuse(held: Held) -> None:
    """What is known before LibreOffice sees the file."""
    if held.refused:
        raise word.Refused(held.refused)
    if any(map(_ELSEWHERE.match, held.fields)):
        raise word.Refused("文件里有链接到别处的文字或图片，不读别处的：在 Word 里断开链接，重新插入，再导入")
    if numbered := sum(map(bool, map(_NUMBERED.match, held.fields))):
        raise word.Refused(_miscounted(numbered))


def _believe(reading: word.Reading, held: Held, made: bytes) -> None:
    """What came out is what the file holds."""
    labels = [each.label for each in reading.paragraphs if each.label]
    counted = sum(any(map(str.isalnum, label)) for label in labels)
    if counted or held.numbers > len(labels):
        raise word.Refused(_miscounted(max(counted, held.numbers)))
    if not all(each in held.pictures for each in _pictures(made)):
        raise word.Refused(
            "有图片不在文件里（链接来的），或者是旧的位图：在 Word 里重新插入成 png 或 jpg，再导入"
        )
    if held.words is None or reading.refused:
        return
    own, came = _letters(held.words), _letters(_words(reading))
    if own != came:
        said = "，".join(
            f"{what}“{''.join((one - other).elements())[:_NAMED]}”"
            for what, one, other in (("少了", own, came), ("多了", came, own))
            if one - other
        )
        raise word.Refused(f"LibreOffice 转换时{said}，与原件不一样：{_SAVE_AS}")


def _miscounted(count: int) -> str:
    return f"旧格式的文件里有 {count} 处自动编号，转换时会数错：{_SAVE_AS}"


def _words(reading: word.Reading) -> str:
    """All words that came, also those that are not taken."""
    notes = (each.text for each in reading.notes)
    headers = (each.text for each in reading.unread if each.place != "页眉、页脚")
    return "".join((*(each.own for each in reading.paragraphs), *notes, *headers))


def _letters(text: str) -> Counter[str]:
    """Letters and figures alone: signs are spelt in other ways."""
    return Counter(filter(str.isalnum, text))


def _pictures(made: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return [archive.read(each) for each in archive.namelist() if each.startswith("word/media/")]
