"""Text, OFD, pictures, sound and film → what they say, as far as it is written in letters."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from PIL import ExifTags, Image, UnidentifiedImageError

from gongkai.load.attached import xml
from gongkai.load.attached.passage import LINE, WORD, NotRead, Passage, Run, one
from gongkai.load.attached.plain import decoded
from gongkai.load.attached.read_parts import text_runs

_PAGE = re.compile(r".*?(?:Page_?(\d+)/)?Content\.xml", re.DOTALL | re.IGNORECASE)
_XML = re.compile(r".*\.xml", re.DOTALL | re.IGNORECASE)


def text_file(data: bytes) -> Iterator[Run]:
    """The lines of a text, read on from one to the next."""
    lines = enumerate(decoded(data).splitlines(), 1)
    yield Run(tuple(Passage(f"第{number}行", line) for number, line in lines), LINE)


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
