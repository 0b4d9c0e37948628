"""Documents named in a text: 《…》 with the 文号 that follows in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.common.document_numbers import first_in

_OPEN, _CLOSE = "《〈<", "》〉>"
_AFTER = re.compile(r"[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]")


@dataclass(frozen=True, slots=True)
class Named:
    """A document named: its title without 《》, its 文号 as written or ""; where its words begin and end.

    ``brackets``: what stands in brackets right after the title, the 文号 among it.
    """

    title: str
    number: str
    start: int
    end: int
    brackets: str = ""


def named(text: str) -> Iterator[Named]:
    """Every document named in 《》; one named inside another's title is part of that title."""
    at = 0
    while (start := text.find("《", at)) >= 0:
        end = _closing(text, start)
        if end < 0:
            return
        title = text[start + 1 : end]
        after = _AFTER.match(text, end + 1)
        number = first_in(after[1]) if after else ""
        at = after.end() if after and number else end + 1
        yield Named(title, number, start, at, after[1] if after else "")


def _closing(text: str, start: int) -> int:
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in _OPEN) - (text[at] in _CLOSE)
        if depth == 0:
            return at
    return -1
