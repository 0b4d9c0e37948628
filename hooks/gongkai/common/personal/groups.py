"""Text → rows of digits and what divides them: the groups a number may be written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from gongkai.common.personal.normal_form import UNSEEN

_GROUP = re.compile(r"[0-9]+|(?<![A-Za-z])[xX](?![A-Za-z])")
_THIN = re.compile(r" ?[-.·/]{1,2} ?|[ -]?[()] ?-?|[ ]|,")
_WIDE = re.compile(r" {2,8}| *\t+ *")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_CELL = re.compile(r"[ \t\n]*\|{1,2}[ \t\n]*")


class Gap(Enum):
    """What stands between two groups: nothing a reader sees, a sign, wide space, a line's or a cell's end."""

    NONE = "none"
    THIN = "thin"
    WIDE = "wide"
    BREAK = "break"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Group:
    """Digits without a gap: where they stand in the plain text, and the gap before them with its sign."""

    text: str
    start: int
    end: int
    gap: Gap | None = None
    sign: str = ""


def chains(text: str) -> Iterator[list[Group]]:
    """The rows of groups with nothing but gaps between them."""
    row: list[Group] = []
    for match in _GROUP.finditer(text):
        gap, sign = gap_of(text[row[-1].end : match.start()]) if row else (None, "")
        if gap is None and row:
            yield row
            row = []
        row.append(Group(match[0].upper(), match.start(), match.end(), gap, sign))
    if row:
        yield row


def gap_of(between: str) -> tuple[Gap | None, str]:
    """The gap that a text between two groups is, with the sign by which gaps are told apart."""
    seen = between.replace(UNSEEN, "")
    if not seen:
        return Gap.NONE, ""
    if _THIN.fullmatch(seen):
        sign = seen.strip() or " "
        return Gap.THIN, "(" if set(sign) & {"(", ")"} else sign[0]
    if _WIDE.fullmatch(seen):
        return Gap.WIDE, "  "
    if _BREAK.fullmatch(seen):
        return Gap.BREAK, "\n"
    return (Gap.CELL, "|") if _CELL.fullmatch(seen) else (None, "")
