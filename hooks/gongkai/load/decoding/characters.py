"""Text → characters that may not stand in it: control, invisible, direction-changing, damaged, look-alikes.

``&#8203;`` puts such a character on a page as surely as the character itself: both are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from itertools import islice
from typing import NamedTuple

from gongkai.common.problems import Edit, Problem, excerpt
from gongkai.load.decoding import look_alikes
from gongkai.load.rules import problem

#: More faults of one kind than this in one file are counted, not listed.
LISTED = 20
#: Everything not allowed; U+0085, U+2028 and U+2029 would count as line breaks for some readers only,
#: the fillers of Korean and the empty braille cell are seen by nobody.
BAD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e007f"
    f"{look_alikes.RANGES}]"
)
_LOOK_ALIKE = re.compile(f"[{look_alikes.RANGES}]")
_NAMES = "|".join(sorted((name for name, value in html5.items() if BAD.search(value)), reverse=True))
#: written as an entity: by number, with or without its semicolon (Markdown takes the backslash away),
#: or by the names of bad characters
_CODED = rf"&(?:\\?#[xX]([0-9a-fA-F]+);?|\\?#([0-9]+);?|({_NAMES}))"
_ANY = re.compile(f"{BAD.pattern}|{_CODED}")
_LAST = 0x10FFFF
#: of no width and no use in Chinese: without them a text says the same
_NOTHING = frozenset("\u200b\u2060\u00ad")
_WORDS_BEFORE = 8
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


class Spot(NamedTuple):
    """A bad character: where it begins, as it is written, what it is, and the words before it on its line."""

    start: int
    written: str
    char: str
    before: str = ""


def spots(text: str) -> Iterator[Spot]:
    """The bad characters of a text in order, those written as entities too."""
    if "&" not in text:
        yield from (Spot(found.start(), found.group(), found.group()) for found in BAD.finditer(text))
        return
    for found in _ANY.finditer(text):
        if char := _meant(found):
            yield Spot(found.start(), found.group(), char)


def with_words(text: str, spot: Spot) -> Spot:
    """The same with the last words before it; asked for what is told only, of a million that are counted."""
    before = text[max(0, spot.start - _WORDS_BEFORE) : spot.start].rpartition("\n")[2]
    return spot._replace(before=BAD.sub("", before).strip())


def found_in(text: str) -> bool:
    """Whether a text has any of them."""
    return bool(BAD.search(text)) or ("&" in text and next(spots(text), None) is not None)


def cleaned(text: str) -> str:
    """The text without them, look-alikes replaced by what they look like, so that reading can go on."""
    if "&" not in text:
        if not _LOOK_ALIKE.search(text):
            return BAD.sub("", text)  # many times faster than to ask of each
        return BAD.sub(lambda found: look_alike(found.group()), text)
    return _ANY.sub(lambda found: look_alike(char) if (char := _meant(found)) else found.group(), text)


def look_alike(char: str) -> str:
    """What an editor meant by a character that only looks like it; "" for every other."""
    return look_alikes.usual(char) if _LOOK_ALIKE.match(char) else ""


def _meant(found: re.Match[str]) -> str:
    """The bad character a match stands for; "" for the entity of a good one."""
    if found[1] or found[2]:
        digits = (found[1] or found[2]).lstrip("0")[:8] or "0"
        number = int(digits, 16 if found[1] else 10)
        return _of_number(number)
    return html5[found[3]] if found[3] else found.group()


def _of_number(number: int) -> str:
    # browsers show these as damaged; what Python makes of a lone surrogate could not be written out
    if number == 0 or number > _LAST or number in range(0xD800, 0xE000):
        return "\ufffd"
    return chr(number) if BAD.match(chr(number)) else ""


def describe(char: str) -> str:
    """``零宽空格 U+200B``."""
    if _LOOK_ALIKE.match(char):
        return look_alikes.describe(char)
    number = ord(char[0])
    if number in range(0x202A, 0x202F) or number in range(0x2066, 0x206A):
        what = "改变文字方向的控制符"
    elif number in range(0xD800, 0xE000):
        what = "孤立的代理码"
    else:
        what = _WHAT.get(char, "控制字符" if number < 0xA0 else "看不见的字符")
    return f"{what} U+{number:04X}"


def fault(path: str, spot: Spot, line: int, column: int) -> Problem:
    """The problem of one such character at one place."""
    char = spot.char
    rule, (reason, fix) = _rule(char), _reason(char, spot.written != char)
    coded = f"“{spot.written}”，写出来的是" if spot.written != char else ""
    # of a character that shows as a box, its number says nothing: the words before it are looked for
    place = f"“{excerpt(spot.before)}”后面" if spot.before and look_alikes.PRIVATE.match(char) else ""
    message = f"第 {line} 行第 {column} 列{place}有{coded}{describe(char)}：{reason}"
    sure = bool(look_alike(char) or char in _NOTHING) and not coded
    edit = Edit(look_alike(char), old=char, everywhere=True) if sure else None
    return problem(rule, path, message, fix, line, column, edit)


def _rule(char: str) -> str:
    if _LOOK_ALIKE.match(char):
        return "look-alike-character"
    return "control-character" if ord(char[0]) < 0xA0 else "hidden-character"


def _reason(char: str, coded: bool) -> tuple[str, str]:
    """Why it is wrong, and how to mend it."""
    if _LOOK_ALIKE.match(char):
        usual = look_alikes.usual(char)
        fix = f"改为“{usual}”" if usual else "照原文用输入法重新输入这个字"
        if look_alikes.PRIVATE.match(char):
            return "读者的设备上没有它的字形，看到的是空框", fix
        return "看着像常用字却是另一个字，检索、条款链接和读屏软件都认不出", fix
    if coded:
        return "读者看不见或看到乱码，却会改变文字、网址或检索", "删去从 & 到 ; 的这一段"
    if char == "\ufffd":
        return "原来的字在转换编码时已经丢失", "对照原文，把“\ufffd”改成原来的字"
    return "读者看不见，却会改变文字、网址或检索", "删去这一处前后的字，重新输入"


def faults(text: str, path: str) -> Iterator[Problem]:
    """The bad characters of a text: the first LISTED, then the number of the others."""
    line_start, line, found = 0, 1, spots(text)
    for each in islice(found, LISTED):
        line += text.count("\n", line_start, each.start)
        line_start = text.rfind("\n", 0, each.start) + 1
        yield fault(path, with_words(text, each), line, each.start - line_start + 1)
    more = sum(1 for _ in found)
    if more:
        message = f"这样的字符还有 {more} 处，没有一一列出"
        yield problem("hidden-character", path, message, "把全文贴进记事本，另存为 UTF-8，再贴回")
