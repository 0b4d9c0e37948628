"""Characters that may not stand in a text: control, invisible, direction-changing, damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from gongkai.load.rules import problem
from gongkai.problems import Problem

#: More faults of one kind than this in one file are counted, not listed.
LISTED = 20
#: Everything not allowed; U+0085, U+2028 and U+2029 would count as line breaks for some readers only.
BAD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)
_WHAT = {
    "\x00": "空字符 NUL",
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字符",
    "\u200d": "零宽连字符",
    "\u200e": "方向标记",
    "\u200f": "方向标记",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    "\u2060": "零宽连接符",
    "\ufeff": "字节顺序标记 BOM",
    "\ufffd": "乱码替换符",
}


def describe(char: str) -> str:
    """``零宽空格 U+200B``."""
    number = ord(char)
    if number in range(0x202A, 0x202F) or number in range(0x2066, 0x206A):
        what = "改变文字方向的控制符"
    elif number in range(0xD800, 0xE000):
        what = "孤立的代理码"
    else:
        what = _WHAT.get(char, "控制字符" if number < 0xA0 else "看不见的字符")
    return f"{what} U+{number:04X}"


def fault(path: str, char: str, line: int, column: int) -> Problem:
    """The problem of one such character at one place."""
    control = ord(char) < 0xA0
    if char == "\ufffd":
        reason, fix = "原来的字在转换编码时已经丢失", "对照原文，把“\ufffd”改成原来的字"
    else:
        reason, fix = "读者看不见，却会改变文字、网址或检索", "删去这一处前后的字，重新输入"
    return problem(
        "control-character" if control else "hidden-character",
        path,
        f"第 {line} 行第 {column} 列有{describe(char)}：{reason}",
        fix,
        line,
        column,
    )


def faults(text: str, path: str, total: int) -> Iterator[Problem]:
    """The bad characters of a text, ``total`` in all: the first LISTED, then the number of the others."""
    line_start, line = 0, 1
    for each in islice(BAD.finditer(text), LISTED):
        start = each.start()
        line += text.count("\n", line_start, start)
        line_start = text.rfind("\n", 0, start) + 1
        yield fault(path, each.group(), line, start - line_start + 1)
    if total > LISTED:
        message = f"这样的字符还有 {total - LISTED} 处，没有一一列出"
        yield problem("hidden-character", path, message, "把全文贴进记事本，另存为 UTF-8，再贴回")
