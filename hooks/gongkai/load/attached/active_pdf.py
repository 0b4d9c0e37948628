"""What acts in a PDF: scripts, programs started, files embedded or fetched, forms sent away."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator

import pikepdf

from gongkai.load.attached.fault import DAMAGED, Fault

MAX_OBJECTS = 500_000
#: what one stream that is no picture may unpack to
MAX_STREAM = 128 * 1024 * 1024
_STEP = 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n")
_EXPORT = "在原来的软件里去掉，另行导出成 PDF"
#: action → what it does to who opens the file
_ACTIONS = {
    "/JavaScript": "脚本", "/Launch": "启动程序的动作", "/SubmitForm": "往外发送表单的动作",
    "/ImportData": "导入外部数据的动作", "/GoToR": "打开别的文件的链接", "/GoToE": "打开内嵌文件的链接",
    "/Rendition": "自动播放的动作", "/Movie": "自动播放的动作", "/Sound": "自动播放的动作",
    "/RichMediaExecute": "多媒体动作",
}  # fmt: skip
_KEYS = {
    "/JS": "脚本", "/XFA": "动态表单（XFA）", "/EF": "内嵌的文件", "/EmbeddedFiles": "内嵌的文件",
    "/RichMedia": "多媒体控件", "/RichMediaContent": "多媒体控件",
}  # fmt: skip
_SUBTYPES = {"/RichMedia": "多媒体控件", "/FileAttachment": "内嵌的文件", "/3D": "三维控件"}
_TYPES = {"/EmbeddedFile": "内嵌的文件"}
_ADDRESS = re.compile(r"\s*(?:https?://|mailto:|tel:|#|[^:]*$)", re.IGNORECASE)


def pdf_faults(data: bytes) -> Iterator[Fault]:
    """What may not be in a PDF; a damaged one has no fault here, it is told where its text is read."""
    if _bombs(data):
        yield Fault("里面有解开后大得异常的内容", "用原来的软件重新导出")
        return
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            found = dict.fromkeys(each for thing in things(pdf) for each in _acting(thing))
    except pikepdf.PasswordError:
        yield Fault("设了打开密码，读者打不开，也没法查", "去掉密码，重新导出")
    except (pikepdf.PdfError, *DAMAGED):
        return
    else:
        yield from (Fault(f"里面有{each}，打开它的人可能受害", _EXPORT) for each in found)


def things(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file, those inside others too."""
    waiting: list[pikepdf.Object] = [pdf.trailer]
    count = 0
    for number, top in enumerate(pdf.objects):
        waiting.append(top)
        while waiting and count < MAX_OBJECTS:
            thing, count = waiting.pop(), count + 1
            if isinstance(thing, pikepdf.Array):
                waiting.extend(each for each in thing if _direct(each))
            elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
                yield thing
                waiting.extend(each for each in thing.values() if _direct(each))
        if number > MAX_OBJECTS:
            return


def _direct(thing: object) -> bool:
    """True for what stands in its parent alone: what has a number of its own is met by it."""
    return isinstance(thing, pikepdf.Array | pikepdf.Dictionary) and not thing.is_indirect


def _acting(thing: pikepdf.Object) -> Iterator[str]:
    if thing.get("/Type") != pikepdf.Name.StructElem:
        yield from _named(_ACTIONS, thing.get("/S"))
    yield from _named(_SUBTYPES, thing.get("/Subtype"))
    yield from _named(_TYPES, thing.get("/Type"))
    yield from (what for key, what in _KEYS.items() if key in thing)
    if isinstance(thing, pikepdf.Stream) and "/F" in thing:
        yield "从别的文件取来的内容"
    if "/URI" in thing and not _ADDRESS.match(str(thing["/URI"])):
        yield "不是网页的链接"


def _named(table: dict[str, str], name: object) -> Iterator[str]:
    if isinstance(name, pikepdf.Name) and str(name) in table:
        yield table[str(name)]


def _bombs(data: bytes) -> bool:
    """True when a stream that readers unpack, and not only show, grows beyond all measure."""
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - 600) : match.start()].rpartition(b" obj")[2]
        picture = b"/Image" in head and b"/ObjStm" not in head and b"/XRef" not in head
        if b"Fl" in head and not picture and _unpacked(data, match.end()) > MAX_STREAM:
            return True
    return False


def _unpacked(data: bytes, start: int) -> int:
    """How much a stream unpacks to, as far as it is worth knowing; nothing is kept."""
    unpacking, size, at = zlib.decompressobj(), 0, start
    try:
        while not unpacking.eof and size <= MAX_STREAM:
            rest = unpacking.unconsumed_tail
            if not rest:
                rest, at = data[at : at + 65536], at + 65536
            if not rest:
                break
            size += len(unpacking.decompress(rest, _STEP))
    except zlib.error:
        return size
    return size
