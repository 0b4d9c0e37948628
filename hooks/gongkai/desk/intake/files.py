"""A file by what it is, not by its name → its blocks: Word, older kinds converted, PDF at last."""

from __future__ import annotations

from pathlib import Path

from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import word
from gongkai.desk.intake import kinds, older, pdf
from gongkai.load.attached.kinds import OLD_OFFICE, ZIP

_RTF, _PDF = b"{\\rtf", b"%PDF-"
_MOST = 100 * 1024 * 1024


def bytes_of(path: Path) -> bytes:
    """The bytes of a file that is to be imported."""
    try:
        if path.stat().st_size > _MOST:
            raise EnvironmentProblem(f"{path.name} 超过 100 MB，没有读")
        return path.read_bytes()
    except OSError as error:
        raise EnvironmentProblem(f"不能读 {path.name}（{error.strerror}）") from None


def read(data: bytes, name: str) -> word.Reading:
    """The blocks of a text file of an office."""
    old = data.startswith(OLD_OFFICE) and "EncryptedPackage".encode("utf-16-le") not in data
    if old or data.startswith(_RTF):
        return older.read(data, "rtf" if data.startswith(_RTF) else "doc")
    if data.startswith(_PDF):
        return pdf.read(data)
    why = kinds.packed(data) if data.startswith((ZIP, OLD_OFFICE)) else kinds.told(data, name)
    if why:
        raise word.Refused(why)
    return word.read(data)
