"""What an attachment says: personal numbers in PDF, Word, Excel and text files, and where they stand."""

from __future__ import annotations

import logging
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from gongkai.load.attached.office import NotRead, Passage, office_passages
from gongkai.load.document import Attached, Spotted
from gongkai.personal import numbers

#: larger files are not read; more numbers than this are only counted
MAX_BYTES = 50 * 1024 * 1024
MAX_PAGES = 500
MAX_TEXT = 5_000_000
SHOWN = 20
#: What the readers raise on damaged or hostile files: pypdf meets them with whatever its parser runs
#: into (AttributeError, TypeError, AssertionError, NotImplementedError …), not with an error of its own.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, ElementTree.ParseError, ArithmeticError, AssertionError,
    AttributeError, LookupError, NotImplementedError, OSError, RuntimeError, EOFError, TypeError, ValueError,
)  # fmt: skip


@lru_cache(maxsize=4096)
def scan(file: str, digest: str) -> Attached:
    """The personal numbers in a file whose bytes have that digest, and why it was not read whole.

    The digest is part of what is asked: a file that stays the same is read once in a run.
    """
    spotted: list[Spotted] = []
    more = length = 0
    try:
        for place, text in _sound(file):
            length += len(text)
            for kind, number in numbers(text):
                more += len(spotted) >= SHOWN
                if len(spotted) < SHOWN:
                    spotted.append(Spotted(place, kind, number))
            if length > MAX_TEXT:
                raise NotRead(f"文字超过 {MAX_TEXT // 10000} 万字，后面的没有读")
    except NotRead as error:
        return Attached(tuple(spotted), more, str(error))
    return Attached(tuple(spotted), more, "" if length or not _has_pages(file) else "没有文字，多半是扫描件")


def _sound(file: str) -> Iterator[Passage]:
    """``passages``, with what the readers raise told as NotRead; a fault of our own is not hidden by it."""
    try:
        yield from passages(file)
    except _DAMAGED as error:
        raise NotRead("文件损坏，或写法不合规范，读不出文字") from error


def passages(file: str) -> Iterator[Passage]:
    """The text of a file with its places; raises NotRead where a bound stops it."""
    extension = file.rpartition(".")[2].lower()
    if Path(file).stat().st_size > MAX_BYTES:
        raise NotRead(f"超过 {MAX_BYTES // 1024 // 1024} MB，没有读")
    if extension == "pdf":
        yield from _pdf(file)
    elif extension in {"docx", "xlsx"}:
        yield from office_passages(file, extension)
    elif extension in {"csv", "txt"}:
        yield from _lines(file)


def _has_pages(file: str) -> bool:
    return file.lower().endswith(".pdf")


def _pdf(file: str) -> Iterator[Passage]:
    from pypdf import PdfReader  # noqa: PLC0415  only columns with PDF files pay for the reader
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotRead("设了密码，读不出文字")
        for number, page in enumerate(reader.pages, 1):
            if number > MAX_PAGES:
                raise NotRead(f"超过 {MAX_PAGES} 页，后面的没有读")
            yield Passage(f"第{number}页", page.extract_text())
    except DependencyError:
        raise NotRead("加了密，读不出文字") from None
    except PyPdfError:
        raise NotRead("文件损坏，读不出文字") from None


def _lines(file: str) -> Iterator[Passage]:
    data = Path(file).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        yield Passage(f"第{number}行", line)
