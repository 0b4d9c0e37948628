"""What a .doc or .wps of Word 97 and later holds (MS-DOC 2.4.1, 2.5): its pieces in order, and what it is."""

from __future__ import annotations

import re
import struct

from gongkai.desk.intake.older.compound import Compound, Damaged
from gongkai.desk.intake.older.held import Held

_WORD_97 = 0xA5EC
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
#: in the head of the file: how many characters each kind of text has, and where the list of pieces stands
_COUNTS, _PIECES = 0x4C, 0x1A2
#: kinds of text in their order: text, notes, headers, macros, comments, endnotes, boxes, boxes of headers
_READ = (True, True, False, False, False, True, True, False)
_PIECE, _PROPERTIES, _LIST = 8, 1, 2
_COMPRESSED = 0x40000000
_FIELD = re.compile("[\x13\x14\x15]")
_PASSWORD = "文件设了打开密码，读不了：在 Word 或 WPS 里去掉密码，另存为 .docx 再导入"
_MACROS = "文件里有宏（程序）：另存为不带宏的 .docx 再导入"
_DAMAGED = "文件已损坏，打不开：在 Word 或 WPS 里打开，另存为 .docx 再导入"
_OTHERS = (
    ("Workbook", "这是 Excel 文件，名称写成了别的：在 Excel 或 WPS 里另存为 .xlsx，单独放进来"),
    ("Book", "这是 Excel 文件，名称写成了别的：在 Excel 或 WPS 里另存为 .xlsx，单独放进来"),
    (
        "PowerPoint Document",
        "这是演示文稿，读不了：要文字的 Word 文件，演示文稿存成 PDF 可以作附件放进来",
    ),
)


def held(data: bytes) -> Held:
    """What the file says of itself."""
    try:
        parts = Compound(data)
        if "WordDocument" not in parts:
            other = (said for name, said in _OTHERS if name in parts)
            return Held(None, refused=next(other, _DAMAGED))
        return _held(parts)
    except (Damaged, struct.error, IndexError):
        return Held(None, refused=_DAMAGED)


def _held(parts: Compound) -> Held:
    main = parts.read("WordDocument")
    kind, flags = struct.unpack_from("<H8xH", main)
    if flags & _ENCRYPTED:
        return Held(None, refused=_PASSWORD)
    if "VBA" in parts or "_VBA_PROJECT" in parts:
        return Held(None, refused=_MACROS)
    if kind != _WORD_97:  # Word 6 and 95 keep their text another way
        return Held(None, pictures=main)
    table = parts.read("1Table" if flags & _SECOND_TABLE else "0Table")
    counts = struct.unpack_from("<3i4x4i", main, _COUNTS)
    text = _pieces(main, table)
    words, at = "", 0
    fields: list[str] = []
    for count, read in zip((*counts[:3], 0, *counts[3:]), _READ, strict=True):
        if read:
            shown, said = _shown(text[at : at + count])
            words, fields = words + shown, fields + said
        at += count
    return Held(words, tuple(fields), b"\0".join((parts.read("Data"), main, table)))


def _pieces(main: bytes, table: bytes) -> str:
    """The characters in the order of reading."""
    at, _ = struct.unpack_from("<2I", main, _PIECES)
    while table[at] == _PROPERTIES:
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    if table[at] != _LIST:
        raise Damaged
    (length,) = struct.unpack_from("<I", table, at + 1)
    count = (length - 4) // (4 + _PIECE)
    ends = struct.unpack_from(f"<{count + 1}I", table, at + 5)
    if list(ends) != sorted(ends) or ends[-1] > len(main):
        raise Damaged
    first = at + 5 + 4 * (count + 1)
    found = []
    for each in range(count):
        (place,) = struct.unpack_from("<I", table, first + each * _PIECE + 2)
        size = ends[each + 1] - ends[each]
        if place & _COMPRESSED:
            begin = (place ^ _COMPRESSED) // 2
            found.append(main[begin : begin + size].decode("cp1252", "replace"))
        else:
            found.append(main[place : place + 2 * size].decode("utf-16-le", "replace"))
    return "".join(found)


def _shown(text: str) -> tuple[str, list[str]]:
    """What a reader sees, and the instructions of the fields: one shows its result, not what it is told."""
    shown: list[str] = []
    fields: list[str] = []
    open_, at = [False], 0
    for mark in (*_FIELD.finditer(text), None):
        run = text[at : mark.start() if mark else len(text)]
        if open_[-1]:
            fields[-1] += run
        elif not any(open_):
            shown.append(run)
        if mark is None:
            break
        at = mark.end()
        if mark[0] == "\x13":
            open_.append(True)
            fields.append("")
        elif mark[0] == "\x14":
            open_[-1] = False
        elif len(open_) > 1:
            open_.pop()
    return "".join(shown), fields
