"""What stands above the text: 红头, 发文字号, 标题, 主送机关."""

from __future__ import annotations

import re

from gongkai.common.document_numbers import corrected, first_in, looks_like
from gongkai.desk.intake import contents
from gongkai.desk.intake.parts import Parts, Role, centred, lines, one_line, organs, squashed
from gongkai.desk.word.blocks import Paragraph, Table
from gongkai.law.shared.genres import genre_of
from gongkai.text import style

#: blocks among which the number stands, lines of a title
_HEAD_BLOCKS, _TITLE_BLOCKS, _MAX_TITLE = 14, 6, 110
_SERIAL = re.compile(r"[（(]?(?:(?:(?:19|20)\d\d年)?第|[〔［\[](?:19|20)\d\d[〕］\]]第?)\d{1,4}号[）)]?")
_ISSUE = re.compile(r"[（(]?第\d{1,4}期[）)]?")
_HEADED = ("文件", "令", "公告", "通告", "公报")
_SIGNED_BY = re.compile(r"签发人[：:].*")
_LEAD = re.compile(r"如下|现将|现就|以下|下列")
_ADDRESSEE = 260


def take(parts: Parts) -> int:
    """Take the head; gives where the text begins."""
    at = _title(parts, _number(parts))
    return _addressee(parts, at)


def _number(parts: Parts) -> int:
    """The number, and the red head above it; gives the block behind them."""
    above = ""
    for at in list(parts.free())[:_HEAD_BLOCKS]:
        for line in lines(parts.blocks[at]):
            number = _written(line, above)
            if number or looks_like(line) or _SERIAL.fullmatch(squashed(line)):
                parts.number, parts.like_number = number, "" if number else squashed(line)
                parts.take(at, Role.NUMBER)
                _red_head(parts, at)
                return at + 1
            above = line
    return _unnumbered(parts)


def _written(line: str, above: str) -> str:
    """The number that a line is; of 第3号 with the order or announcement that stands above it."""
    plain = squashed(_SIGNED_BY.sub("", line))
    if _SERIAL.fullmatch(plain):
        head = squashed(above)
        return f"{head}{plain.strip('（）()')}" if head.endswith(_HEADED[1:]) else ""
    if len(plain) > 45 or not (first_in(plain) or looks_like(plain)):
        return ""
    return corrected(plain.strip("（）()")) or ""


def _red_head(parts: Parts, number: int) -> None:
    """All above the number, but a title that stands there."""
    for at in parts.free(0, number):
        block = parts.blocks[at]
        text = one_line(block)
        red = isinstance(block, Paragraph) and block.red
        if _is_title(text) and not red:
            continue
        parts.take(at, Role.HEAD)
        _issuers(parts, lines(block))
    if isinstance(parts.blocks[number], Table):
        _issuers(parts, lines(parts.blocks[number]))


def _unnumbered(parts: Parts) -> int:
    """Red lines, and those that end in 文件, at the very top."""
    for at in parts.free():
        block = parts.blocks[at]
        text = one_line(block)
        red = isinstance(block, Paragraph) and block.red and not _is_title(text)
        if not red and not text.endswith("文件") and not _ISSUE.fullmatch(text):
            return at
        parts.take(at, Role.HEAD)
        _issuers(parts, lines(block))
    return len(parts.blocks)


def _is_title(text: str) -> bool:
    """A red line may be the title itself: 会议纪要."""
    return bool(genre_of(text)) and not text.endswith(_HEADED)


def _issuers(parts: Parts, found: list[str]) -> None:
    for line in found:
        plain = line
        for word in _HEADED:
            plain = plain.removesuffix(word)
        for name in organs(plain):
            if name not in parts.issuers:
                parts.issuers.append(name)


def _title(parts: Parts, start: int) -> int:
    """The lines of the title; several offices before it are its issuers, one belongs to it."""
    taken = list(parts.free(0, start))  # a title above its number
    if not taken:
        for at in parts.free(start):
            if len(taken) == _TITLE_BLOCKS or not _goes_on(parts, at, bool(taken)):
                break
            taken.append(at)
    found = [line for at in taken for line in lines(parts.blocks[at])]
    title = _joined(parts, found)
    if not title or len(squashed(title)) > _MAX_TITLE:
        return start
    for at in taken:
        parts.take(at, Role.TITLE)
    parts.title = title
    return max(start, taken[-1] + 1)


def _goes_on(parts: Parts, at: int, begun: bool) -> bool:
    block = parts.blocks[at]
    if isinstance(block, Table) or block.label or (begun and block.breaks):
        return False
    text = squashed(block.own)
    if re.search(r"[。：；，]", text) or re.match(r"[（(].*年.*[）)]$|第.{1,3}[章条]", text):
        return False
    if style.is_date(text) or _ISSUE.fullmatch(text) or contents.is_head(text):
        return False
    return centred(block) or (not begun and bool(genre_of(text)))


def _joined(parts: Parts, found: list[str]) -> str:
    """The lines of a title in one; what its offices wrap into does not matter."""
    before, about, rest = "\n".join(found).partition("关于")
    together = organs(before) if about else []
    if len(together) > 1:
        parts.issuers = together
        return squashed(about + rest)
    leading = 0
    while leading < len(found) - 1 and organs(found[leading]):
        leading += 1
    if leading > 1:
        parts.issuers = [name for line in found[:leading] for name in organs(line)]
        found = found[leading:]
    return "".join(squashed(line) for line in found)


def _addressee(parts: Parts, start: int) -> int:
    at = next(parts.free(start), None)
    if at is None or isinstance(parts.blocks[at], Table):
        return start
    text = one_line(parts.blocks[at])
    known = text.endswith(("：", ":")) and len(text) < _ADDRESSEE and "。" not in text
    if not known or _LEAD.search(text) or style.ATTACHED.match(text):
        return start
    parts.take(at, Role.ADDRESSEE)
    return at + 1
