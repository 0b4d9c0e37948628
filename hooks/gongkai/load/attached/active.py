"""A file → what in it acts or makes it two at once: refused, whoever opens it could come to harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from gongkai.load.attached.active_csv import csv_faults
from gongkai.load.attached.active_office import office_faults
from gongkai.load.attached.active_pdf import pdf_faults
from gongkai.load.attached.active_zip import archive_faults, name_of, package_faults
from gongkai.load.attached.fault import DAMAGED, Fault
from gongkai.load.attached.kinds import HEAD, KINDS, OLD_OFFICE, PACKED, extension_of
from gongkai.load.attached.polyglots import doubles
from gongkai.load.attached.xml import Entities
from gongkai.load.names import shown

#: a name that a packed format must have inside, in lower case
_INSIDE = {"ofd": "ofd.xml", "docx": "word/", "xlsx": "xl/"}
#: where telephones write the position of a film
_POSITIONS = (b"\xa9xyz", b"com.apple.quicktime.location")
_RESAVE = "用原来的软件重新保存"


def faults(extension: str, data: bytes, depth: int = 0) -> Iterator[Fault]:
    """Everything a file of a kind that is taken may not have; ``depth`` counts the zips around it."""
    if not KINDS[extension](data[:HEAD]):
        yield _unfit(extension, data)
    elif extension in PACKED:
        yield from _packed(extension, data, depth)
    elif extension == "csv":
        yield from csv_faults(data)
    else:
        found = [*doubles(extension, data), *_placed(extension, data)]
        yield from found or (pdf_faults(data) if extension == "pdf" else ())


def _placed(extension: str, data: bytes) -> Iterator[Fault]:
    """Films that say where they were taken; they are not changed on their way out, as pictures are."""
    if extension == "mp4" and any(mark in data for mark in _POSITIONS):
        yield Fault("记着拍摄地点的位置", "用剪辑软件另行导出，不带位置信息")


def _unfit(extension: str, data: bytes) -> Fault:
    if data.startswith(OLD_OFFICE) and extension in {"docx", "xlsx"}:
        fix = "去掉密码，“另存为”这种格式，或导出成 PDF"
        return Fault(f"内容不是 {extension} 格式：是旧格式，或者设了打开密码", fix)
    message = f"内容不是 {extension} 格式，与扩展名不符" if data else "文件是空的"
    return Fault(message, "用原来的软件打开，“另存为”或导出成这种格式")


def _packed(extension: str, data: bytes, depth: int) -> Iterator[Fault]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = list(package_faults(archive, len(data)))
            found = found or list(_inside(extension, archive, depth))
    except Entities:
        found = [Fault("里面有实体声明，正常的软件不这样写", _RESAVE)]
    except DAMAGED:
        found = [Fault("文件损坏，打不开", _RESAVE)]
    yield from found


def _inside(extension: str, archive: zipfile.ZipFile, depth: int) -> Iterator[Fault]:
    wanted = _INSIDE.get(extension, "")
    if not any(name.lower().startswith(wanted) for name in archive.namelist()) and wanted:
        yield Fault(f"内容不是 {extension} 格式，与扩展名不符", "用原来的软件“另存为”这种格式")
    elif extension in {"docx", "xlsx"}:
        yield from office_faults(archive)
    else:
        yield from archive_faults(archive)
        yield from _members(archive, depth)


def _members(archive: zipfile.ZipFile, depth: int) -> Iterator[Fault]:
    """The same of everything packed in it that is of a kind we know."""
    for info in archive.infolist():
        name = name_of(info)
        extension = extension_of(name)
        if extension not in KINDS or info.is_dir():
            continue
        if extension == "zip" and depth:
            yield Fault(f"压缩包里的压缩包里还有压缩包“{shown(name)}”", "取出来，重新压缩成一层")
            continue
        for fault in faults(extension, archive.read(info), depth + 1):
            yield Fault(f"压缩包里的“{shown(name)}”{fault.message}", fault.fix)
