"""Text → its letters as a reader sees them, each with its place: what spellings differ in is gone.

Entities are decoded, tags and marks of emphasis become one sign each, digits of every script and width
the ten of ASCII, spaces, dashes, dots and brackets of every kind one of each.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

#: stands for what is not seen: emphasis, inline tags, joiners of no width
UNSEEN = "\x01"
_SPECIAL = re.compile(
    r"(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,10});)|(?P<tag></?[a-zA-Z][^<>]{0,200}>)"
)
_CELL = re.compile(r"</?t[dh]\b", re.IGNORECASE)
_BREAK = re.compile(r"</?(?:br|p|li|tr|div|h[1-6])\b", re.IGNORECASE)
_SIGNS = {
    **dict.fromkeys("*_~`\\\u00ad\ufe0e\ufe0f", UNSEEN),
    **dict.fromkeys("·•・‧∙⋅●", "·"),
    **dict.fromkeys("−ー", "-"),
    **dict.fromkeys("([【〔［（{", "("),
    **dict.fromkeys(")]】〕］）}", ")"),
    **dict.fromkeys("×✕╳ХхΧχⅩⅹ", "x"),
    **dict.fromkeys("│┃¦", "|"),
    **dict.fromkeys("⁄∕", "/"),
    "\t": "\t",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\v": "\n",
    "\f": "\n",
}


class Plain(NamedTuple):
    """``text``, and for each of its letters where what it stands for begins and ends."""

    text: str
    starts: list[int]
    ends: list[int]


def plain(text: str, start: int, end: int, *, loose: bool = False) -> Plain:
    """A part of a text made plain; ``loose``: Chinese, circled and other numerals are digits too."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for written, first, last in _pieces(text, start, end):
        for letter in _letter(written, loose):
            letters.append(letter)
            starts.append(first)
            ends.append(last)
    return Plain("".join(letters), starts, ends)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """(letter, where it begins and ends): as written, or what an entity or a tag stands for."""
    place = start
    for match in _SPECIAL.finditer(text, start, end):
        yield from ((text[at], at, at + 1) for at in range(place, match.start()))
        place = match.end()
        for letter in html.unescape(match[0]) if match["entity"] else _tag(match[0]):
            yield letter, match.start(), place
    yield from ((text[at], at, at + 1) for at in range(place, end))


def _tag(tag: str) -> str:
    if _CELL.match(tag):
        return "|" if tag[1] == "/" else UNSEEN
    return "\n" if _BREAK.match(tag) else UNSEEN


@lru_cache(maxsize=8192)
def _letter(written: str, loose: bool) -> str:
    if written in _SIGNS:
        return _SIGNS[written]
    value = unicodedata.numeric(written, -1)
    if unicodedata.category(written) == "Nd":
        return str(int(value))
    if value >= 0:
        # a list's ① or 一 before a number is no part of it, unless the whole number is written so
        return str(int(value)) if loose and value in range(10) else written
    if loose and written in "幺○":
        return "1" if written == "幺" else "0"
    return _sign(written)


def _sign(written: str) -> str:
    category = unicodedata.category(written)
    if category == "Zs":
        return " "
    if category in {"Cf", "Mn"}:
        return UNSEEN
    if category == "Pd":
        return "-"
    usual = unicodedata.normalize("NFKC", written)
    return _SIGNS.get(usual, usual) if len(usual) == 1 else usual
