"""Attachments and pictures: what kinds are taken, and whether a file is what its name says."""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from gongkai.load.attached_text import scan
from gongkai.load.document import File
from gongkai.load.names import shown
from gongkai.load.rules import problem, unreadable
from gongkai.problems import Problem

_CHUNK = 1024 * 1024
_HEAD = 4096
_ZIP = b"PK\x03\x04"
_PROGRAM = re.compile(r".*\.(?:exe|dll|com|scr|bat|cmd|ps1|vbs|js|jar|msi|lnk|hta|sh)", re.DOTALL)
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


def _starts(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(marks)


def _is_mp3(head: bytes) -> bool:
    return head.startswith(b"ID3") or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0)


def _is_text(head: bytes) -> bool:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return b"\x00" not in head and not text.startswith(
        (b"<", _ZIP, b"%PDF-", b"\x89PNG", b"\xff\xfe", b"\xfe\xff")
    )


_KINDS: dict[str, Callable[[bytes], bool]] = {
    "pdf": _starts(b"%PDF-"),
    "ofd": _starts(_ZIP),
    "docx": _starts(_ZIP),
    "xlsx": _starts(_ZIP),
    "zip": _starts(_ZIP, b"PK\x05\x06"),
    "png": _starts(b"\x89PNG\r\n\x1a\n"),
    "jpg": _starts(b"\xff\xd8\xff"),
    "jpeg": _starts(b"\xff\xd8\xff"),
    "mp3": _is_mp3,
    "mp4": lambda head: head[4:8] == b"ftyp",
    "vtt": lambda head: head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"),
    "txt": _is_text,
    "csv": _is_text,
}
#: a name that a packed format must have inside, in lower case
_INSIDE = {"ofd": "ofd.xml", "docx": "word/", "xlsx": "xl/"}
_TYPES = "[Content_Types].xml"


def read_attachment(root: str, path: str) -> tuple[File | None, list[Problem]]:
    """Look at the attachment ``path`` (from the root); its bytes are streamed, never held."""
    extension = path.rsplit("/", 1)[-1].rpartition(".")[2].lower()
    if extension not in _KINDS:
        return None, [_kind(path, extension)]
    try:
        file, head = _digest(f"{root}/{path}", path)
    except OSError as error:
        return None, [unreadable(path, error)]
    if not _KINDS[extension](head):
        what = "文件是空的" if not head else f"内容不是 {extension} 格式，与扩展名不符"
        return file, [_content(path, what, "用原来的软件打开，“另存为”或导出成这种格式")]
    if head.startswith(_ZIP) and extension in {"ofd", "docx", "xlsx", "zip"}:
        return file, _packed(f"{root}/{path}", path, extension)
    return file, []


def _digest(file: str, path: str) -> tuple[File, bytes]:
    sha, size, head = hashlib.sha256(), 0, b""
    with Path(file).open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            head = head or chunk[:_HEAD]
            size += len(chunk)
            sha.update(chunk)
    digest = sha.hexdigest()[:16]
    return File(path.split("/", 1)[1], size, digest, partial(scan, file, digest)), head


def _packed(file: str, path: str, extension: str) -> list[Problem]:
    """What is wrong inside a zip, Word, Excel or OFD file; nothing is unpacked."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            kinds = archive.open(_TYPES).read(_CHUNK) if extension != "zip" and _TYPES in names else b""
    except _BROKEN:
        return [_content(path, "文件损坏，打不开", "用原来的软件重新保存")]
    lower = [name.lower() for name in names]
    wanted = _INSIDE.get(extension, "")
    if not any(name.startswith(wanted) for name in lower):
        return [_content(path, f"内容不是 {extension} 格式，与扩展名不符", "用原来的软件“另存为”这种格式")]
    if any(name.endswith("vbaproject.bin") for name in lower) or b"macroenabled" in kinds.lower():
        return [_content(path, "文件里有宏，打开它的人可能受害", "“另存为”不带宏的格式，或导出成 PDF")]
    if any(name.startswith("xl/externallinks/") for name in lower):
        return [
            _content(
                path, "表格引用了别的文件（外部链接），打开时会去找它", "在“数据—编辑链接”里断开，重新保存"
            )
        ]
    bad = next((name for name in lower if _PROGRAM.fullmatch(name) or ".." in name.split("/")), None)
    if extension == "zip" and bad is not None:
        return [_content(path, f"压缩包里有程序或越界的文件“{shown(bad)}”", "取出它，重新压缩")]
    return []


def _content(path: str, message: str, fix: str) -> Problem:
    return problem("attachment-content", path, message, f"{fix}，再放进来")


def _kind(path: str, extension: str) -> Problem:
    kinds = " ".join(_KINDS)
    if extension == "svg":
        fix = "导出成 png 再放进来（SVG 图可以带脚本）"
    elif extension in {"docm", "xlsm", "doc", "xls", "wps", "et", "ppt", "pptx"}:
        fix = "另存为 docx、xlsx，或导出成 pdf"
    else:
        fix = "换成允许的格式；网页内容写进正文"
    message = f"不收 .{shown(extension)} 文件。可收：{kinds}"
    return problem("attachment-type", shown(path), message, fix)
