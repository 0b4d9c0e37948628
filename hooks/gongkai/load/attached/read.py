"""A file → its passages, by the reader of its kind; packed files by the readers of what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Generator, Iterator

from gongkai.load.attached.active_zip import name_of
from gongkai.load.attached.fault import DAMAGED
from gongkai.load.attached.kinds import KINDS, MIB, extension_of
from gongkai.load.attached.passage import NotRead, Run, one
from gongkai.load.attached.read_pdf import pdf_runs
from gongkai.load.attached.read_sheets import sheet_runs
from gongkai.load.attached.read_small import ofd_runs, picture_runs, tags, text_file
from gongkai.load.attached.read_word import word_runs
from gongkai.load.attached.xml import Entities
from gongkai.load.names import shown

#: bytes that the parts of a package may have unpacked, all together
MAX_UNPACKED = 64 * MIB
_UNREADABLE = "文件损坏，或写法不合规范，读不出文字"


def runs(extension: str, data: bytes, unread: list[str]) -> Generator[Run, None, None]:
    """The text of a file; what cannot be read of it is added to ``unread``, or raised as NotRead."""
    if extension == "pdf":
        yield from pdf_runs(data, unread)
    elif extension in {"csv", "txt", "vtt"}:
        yield from text_file(data, table=extension == "csv")
    elif extension in {"png", "jpg", "jpeg"}:
        yield from picture_runs(data)
    elif extension in {"mp3", "mp4"}:
        yield from tags(_head(extension, data))
    else:
        yield from _packed(extension, data, unread)


def _packed(extension: str, data: bytes, unread: list[str]) -> Iterator[Run]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        # the reader never unpacks more of a part than its header says: the sum is a true bound
        if sum(info.file_size for info in archive.infolist() if _is_text(info)) > MAX_UNPACKED:
            raise NotRead(f"解开后超过 {MAX_UNPACKED // MIB} MB，没有读")
        try:
            if extension == "docx":
                yield from word_runs(archive)
            elif extension == "xlsx":
                yield from sheet_runs(archive)
            elif extension == "ofd":
                yield from ofd_runs(archive, unread)
            else:
                yield from _members(archive, unread)
        except Entities:
            raise NotRead("里面有实体声明，没有读") from None


def _is_text(info: zipfile.ZipInfo) -> bool:
    return info.filename.lower().endswith((".xml", ".rels", ".vml"))


def _members(archive: zipfile.ZipFile, unread: list[str]) -> Iterator[Run]:
    if archive.comment:
        yield from tags(archive.comment, "压缩包的说明")
    for info in archive.infolist():
        name = name_of(info)
        place = f"“{shown(name)}”"
        yield one(f"压缩包里的名称{place}", name)
        extension = extension_of(name)
        if info.is_dir():
            continue
        if extension not in KINDS:
            unread.append(f"里面的{place}不是能读的格式")
            continue
        below: list[str] = []
        try:
            for run in runs(extension, archive.read(info), below):
                parts = (part._replace(place=f"里面的{place}{part.place}") for part in run.parts)
                yield run._replace(parts=tuple(parts))
        except NotRead as error:
            below.append(str(error))
        except DAMAGED:
            below.append(_UNREADABLE)
        unread += (f"里面的{place}{each}" for each in below)


def _head(extension: str, data: bytes) -> bytes:
    """Where sound and film keep their titles: before the sound, or in the part named for it."""
    if extension == "mp3":
        return data[: 256 * 1024] if data.startswith(b"ID3") else b""
    at = data.find(b"udta")
    return data[at : at + 64 * 1024] if at >= 0 else b""
