"""Text, OFD, pictures, sound and film → what they say, as far as it is written in letters."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator

from PIL import ExifTags, Image, UnidentifiedImageError

from gongkai.common.personal import SUSPECT, Headings
from gongkai.load.attached import xml
from gongkai.load.attached.passage import CELL, LINE, WORD, NotRead, Passage, Run, one
from gongkai.load.attached.read_parts import text_runs
from gongkai.load.attached.text_file import decoded

_PAGE = re.compile(r".*?(?:Page_?(\d+)/)?Content\.xml", re.DOTALL | re.IGNORECASE)
_XML = re.compile(r".*\.xml", re.DOTALL | re.IGNORECASE)


def text_file(data: bytes, *, table: bool = False) -> Iterator[Run]:
    """The lines of a text, read on from one to the next; the rows of a table by its headings too."""
    lines = decoded(data).splitlines()
    named = _rows(lines) if table else {}
    numbered = enumerate(lines, 1)
    yield Run(tuple(Passage(f"第{at}行", line, named.get(at, "")) for at, line in numbered), LINE)


def _rows(lines: list[str]) -> dict[int, str]:
    """Number of a line → its cells behind what names them; a row that takes several lines is left out."""
    delimiter = "\t" if lines and "\t" in lines[0] and "," not in lines[0] else ","
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    headings: Headings[int] = Headings()
    named: dict[int, str] = {}
    before = 0
    try:
        for row in reader:
            cells = headings.labelled(dict(enumerate(row)))
            if reader.line_num == before + 1 and SUSPECT.search(lines[before]):
                named[reader.line_num] = CELL.join(cells.values())
            before = reader.line_num
    except csv.Error:
        pass  # the rest is no table: its lines are looked at as they are
    return named


def ofd_runs(archive: zipfile.ZipFile, unread: list[str]) -> Iterator[Run]:
    """The pages of an OFD file, then its notes, properties and the rest."""
    letters = 0
    for name, data in xml.parts(archive, _XML):
        root = xml.parse(data)
        match = _PAGE.fullmatch(name)
        if match is None:
            yield from text_runs(root, "文件属性或批注")
            continue
        place = f"第{int(match[1]) + 1}页" if match[1] else "正文"
        texts = [node.text or "" for node in xml.elements(root, "TextCode")]
        letters += sum(map(len, texts))
        yield Run(tuple(Passage(place, text) for text in texts), WORD)
    if not letters:
        unread.append("没有文字，多半是扫描件")


def picture_runs(data: bytes) -> Iterator[Run]:
    """What stands beside a picture: comments, EXIF, XMP. What it shows is not read."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            for key, value in picture.info.items():
                yield from _said(f"图片信息 {key}", value)
            exif = picture.getexif()
            for block in (exif, *(exif.get_ifd(each) for each in ExifTags.IFD)):
                for tag, value in block.items():
                    yield from _said(f"图片信息 {ExifTags.TAGS.get(tag, tag)}", value)
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise NotRead("图片打不开") from None


def _said(place: str, value: object) -> Iterator[Run]:
    if isinstance(value, bytes):
        yield from tags(value, place)
    elif isinstance(value, str):
        yield one(place, value)


def tags(data: bytes, place: str = "文件信息") -> Iterator[Run]:
    """The letters in bytes whose encoding nobody keeps to; without the zeros that wide letters have."""
    yield one(place, data.replace(b"\0", b"").decode("utf-8", "replace"))
