"""目录 that somebody typed below the title: a page has its own, and page numbers mean nothing in it."""

from __future__ import annotations

import re

from gongkai.desk.intake.parts import Parts, Role, one_line, squashed
from gongkai.desk.word.blocks import Table

_HEADS = ("目录", "目次")
#: 一、总则……………3, 一、总则\t3
_WITH_PAGE = re.compile(r"(?P<name>.*?\S)(?:[.．·…。\-—_]{2,}|\s*\t\s*|\s{2,})\s*[（(\-]?\d{1,4}[）)\-]?\s*")
_LONGEST = 60


def is_head(text: str) -> bool:
    """Whether a line is the head of a table of contents."""
    return squashed(text) in _HEADS


def take(parts: Parts, start: int) -> int:
    """Take the table of contents where one follows the head; gives where the text begins."""
    free = list(parts.free(start))
    if not free or not is_head(one_line(parts.blocks[free[0]])):
        return start
    entries = _entries(parts, free[1:])
    for at in free[: len(entries) + 1] if entries else ():
        parts.take(at, Role.CONTENTS)
    return free[len(entries)] + 1 if entries else start


def _entries(parts: Parts, free: list[int]) -> list[int]:
    """The lines with a page number; without numbers, those up to where the first is said again."""
    numbered = []
    for at in free:
        if not _numbered(parts, at):
            break
        numbered.append(at)
    if numbered or not free:
        return numbered
    first = one_line(parts.blocks[free[0]])
    again = next((count for count, at in enumerate(free) if count and one_line(parts.blocks[at]) == first), 0)
    plain = free[:again]
    return plain if all(_short(parts, at) for at in plain) else []


def _numbered(parts: Parts, at: int) -> bool:
    block = parts.blocks[at]
    return not isinstance(block, Table) and bool(_WITH_PAGE.fullmatch(block.text.strip()))


def _short(parts: Parts, at: int) -> bool:
    text = one_line(parts.blocks[at])
    return not isinstance(parts.blocks[at], Table) and len(text) < _LONGEST and "。" not in text
