"""Bytes → text: UTF-8 only, LF newlines, no hidden characters, no unfinished merges."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from gongkai.common.problems import Edit, Problem, Way
from gongkai.load.decoding import characters
from gongkai.load.rules import problem

MAX_LINE = 20_000
_SAVE = "用记事本打开，“另存为”时编码选 UTF-8，覆盖原文件"
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16（Unicode）"),
    (codecs.BOM_UTF16_BE, "UTF-16（Unicode）"),
)
_CODECS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


#: how files begin that are no text at all, whatever they were named
_OTHERS = (
    (b"PK\x03\x04", " Word 或 Excel 文件（.docx、.xlsx）"),
    (b"\xd0\xcf\x11\xe0", "旧格式的 Word 或 Excel 文件（.doc、.wps、.xls）"),
    (b"%PDF-", " PDF 文件"),
    (b"{\\rtf", "写字板、Word 存的 .rtf 文件"),
    (b"<html", "网页（办公系统导出的 .doc 常是这样）"),
    (b"<!DOCTYPE html", "网页（办公系统导出的 .doc 常是这样）"),
)
_IMPORT = "把它移出 content/、data/，名称改回原来的，运行 scripts/import 读成草稿"


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text, or None when it cannot be used; and what is wrong with it."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, path: str) -> Text:
    """Read bytes as text. Bad characters are reported and left out, so that reading can go on."""
    for mark, kind in _OTHERS:
        if data.startswith(mark):
            return Text(
                None, (problem("file-encoding", path, f"这是{kind}，只是改了名称，不是文本", _IMPORT),)
            )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Text(None, (_not_utf8(data, path, error.start),))
    if "\x00" in text:
        return Text(None, (_nul(data, path),))
    text = clean(text)
    if not characters.found_in(text):
        return _whole(text, path, ())
    return _whole(characters.cleaned(text), path, tuple(characters.faults(text, path)))


def clean(text: str) -> str:
    """Without a BOM in front, every newline as LF."""
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _whole(text: str, path: str, problems: tuple[Problem, ...]) -> Text:
    """The faults that make a text unfit as a whole: endless lines, conflict markers."""
    more = []
    if len(text) > MAX_LINE:
        for number, line in enumerate(text.split("\n"), 1):
            if len(line) > MAX_LINE:
                message = f"第 {number} 行长达 {len(line)} 字，超过 {MAX_LINE} 字"
                more.append(problem("line-length", path, message, "分成几段；长表格、图片等改用附件", number))
    if "<<<<<<<" in text or ">>>>>>>" in text:
        more.extend(_conflicts(text, path))
    return Text(None if more else text, (*problems, *more))


def _conflicts(text: str, path: str) -> list[Problem]:
    return [
        problem(
            "conflict-marker",
            path,
            f"第 {number} 行是 Git 合并冲突的标记“{line[:7]}”：两个人改了同一处，还没有合并",
            "在 <<<<<<< 与 >>>>>>> 之间留下要的文字，删去这些标记行",
            number,
        )
        for number, line in enumerate(text.split("\n"), 1)
        if _CONFLICT.fullmatch(line)
    ]


def _is_utf16(data: bytes) -> bool:
    """Without a mark, UTF-16 shows by its NULs: at even or at odd places, hardly at both."""
    fewer, more = sorted((data[::2].count(0), data[1::2].count(0)))
    return more > 4 * fewer and more * 20 > len(data)


def _nul(data: bytes, path: str) -> Problem:
    offset = data.index(0)
    if _is_utf16(data):
        return problem("file-encoding", path, "文件的编码是 UTF-16（Unicode），本栏目只读 UTF-8", _SAVE)
    line, column = _place(data, offset)
    message = f"第 {line} 行第 {column} 列（第 {offset} 字节）有空字符 NUL U+0000：文件可能已损坏，或不是文本"
    fix = "用备份替换；没有备份就新建文件，重新输入文字"
    return problem("control-character", path, message, fix, line, column)


def _not_utf8(data: bytes, path: str, offset: int) -> Problem:
    """Name the likely encoding, so that the remedy is believed."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            edit = Edit("utf-8", old=_CODECS[mark], way=Way.ENCODING) if mark in _CODECS else None
            return problem("file-encoding", path, f"文件的编码是 {name}，本栏目只读 UTF-8", _SAVE, 1, 1, edit)
    if 0 in data:
        return _nul(data, path)
    line, column = _place(data, offset)
    edit = None
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        message = f"第 {line} 行第 {column} 列（第 {offset} 字节）起不是 UTF-8：文件已损坏，或不是文本"
        fix = "用备份替换；或用记事本打开，改正乱码后“另存为”UTF-8"
    else:
        message = f"文件的编码多半是 GBK（GB 18030），本栏目只读 UTF-8（第 {line} 行第 {column} 列起不是）"
        fix, edit = _SAVE, Edit("utf-8", old="gb18030", way=Way.ENCODING)
    return problem("file-encoding", path, message, fix, line, column, edit)


def _place(data: bytes, offset: int) -> tuple[int, int]:
    before = clean(data[:offset].decode("utf-8", "replace"))
    return before.count("\n") + 1, len(before) - before.rfind("\n")
