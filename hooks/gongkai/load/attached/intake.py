"""An attachment → its size, kind and digest, and what in it is refused."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path

from gongkai.common.problems import Problem
from gongkai.load.attached.active import faults
from gongkai.load.attached.fault import Fault
from gongkai.load.attached.kinds import KINDS, MEDIA, MIB, extension_of, largest
from gongkai.load.attached.scan import scan
from gongkai.load.document import File
from gongkai.load.names import shown
from gongkai.load.rules import problem, unreadable

#: (extension, digest) → faults: a file that stays the same is looked through once in a run
_KNOWN: dict[tuple[str, str], tuple[Fault, ...]] = {}


def read_attachment(root: str, path: str) -> tuple[File | None, list[Problem]]:
    """Look at the attachment ``path`` (from the root); one that is too large is not read at all."""
    extension = extension_of(path)
    if extension not in KINDS:
        return None, [_kind(path, extension)]
    file = f"{root}/{path}"
    try:
        size = Path(file).stat().st_size
        if size > largest(extension):
            return None, [_large(path, extension, size)]
        found, digest = _looked_at(file, extension)
    except OSError as error:
        return None, [unreadable(path, error)]
    problems = [problem("attachment-content", path, each.message, f"{each.fix}，再放进来") for each in found]
    return File(path.split("/", 1)[1], size, digest, partial(scan, file, digest)), problems


def _looked_at(file: str, extension: str) -> tuple[tuple[Fault, ...], str]:
    """What is wrong with a file, and its digest: of the same bytes, read once."""
    if extension in MEDIA:
        return _streamed(file, extension)
    data = Path(file).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if (extension, digest) not in _KNOWN:
        _KNOWN[extension, digest] = tuple(faults(extension, data))
    return _KNOWN[extension, digest], digest


def _streamed(file: str, extension: str) -> tuple[tuple[Fault, ...], str]:
    """The same of sound and film, of which only both ends are held."""
    sha = hashlib.sha256()
    with Path(file).open("rb") as stream:
        ends = stream.read(2 * MIB)
        sha.update(ends)
        while chunk := stream.read(MIB):
            ends = ends[:MIB] + (ends[MIB:] + chunk)[-MIB:]
            sha.update(chunk)
    return tuple(faults(extension, ends)), sha.hexdigest()


def _large(path: str, extension: str, size: int) -> Problem:
    message = f"文件有 {size // MIB} MB，超过 {largest(extension) // MIB} MB，没有读"
    return problem("file-size", path, message, "压缩里面的图片，或分成几个文件，再放进来")


def _kind(path: str, extension: str) -> Problem:
    kinds = " ".join(KINDS)
    if extension == "svg":
        fix = "导出成 png 再放进来（SVG 图可以带脚本）"
    elif extension in {"docm", "xlsm", "doc", "xls", "wps", "et", "ppt", "pptx"}:
        fix = "另存为 docx、xlsx，或导出成 pdf"
    else:
        fix = "换成允许的格式；网页内容写进正文"
    message = f"不收 .{shown(extension)} 文件。可收：{kinds}"
    return problem("attachment-type", shown(path), message, fix)
