"""Styles, of a sheet or in a drawing: what in them would make a browser fetch something."""

from __future__ import annotations

import re

#: a letter written by its number or after a backslash: browsers read ``u\72l(`` as ``url(``
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.S)
#: what a browser takes from the styles themselves: a part of the page, a picture (the CSP lets no font be so)
_CARRIED = r"(?:#|data:image/)"
_FETCHES = re.compile(
    r"@import\b"
    rf"|(?<![\w-])url\((?!\s*(?:\"{_CARRIED}[^\"\\]*\"|'{_CARRIED}[^'\\]*'|{_CARRIED}[^\"'()\\\s]*)\s*\))"
    r"|(?<![\w-])(?:src|image|(?:-webkit-)?(?:image-set|cross-fade))\(",
    re.I,
)
#: a string, a sign that is none, a bracket or a quote of its own
_PAIRED = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|\\.|[][(){}\"']", re.S)
_CLOSED_BY = {"(": ")", "[": "]", "{": "}"}


def without_comments(styles: str) -> str:
    """The styles as they leave: a comment goes, but for its ends of lines."""
    kept, at = [], 0
    while (start := styles.find("/*", at)) >= 0 and (end := styles.find("*/", start + 2)) >= 0:
        kept += [styles[at:start], "\n" * styles.count("\n", start, end)]
        at = end + 2
    return "".join([*kept, styles[at:]])


def fetched(styles: str) -> tuple[str, int] | None:
    """The first thing that would be fetched, as it is written, and its line; of styles as they leave."""
    for text in (styles, _ESCAPED.sub(_letter, styles)):
        if found := _FETCHES.search(text):
            return found[0], text.count("\n", 0, found.start()) + 1
    return None


def is_closed(styles: str) -> bool:
    """Whether every bracket, quote and comment ends, so that what stands behind is read, too."""
    opened: list[str] = []
    for sign in (found[0] for found in _PAIRED.finditer(styles)):
        if sign in _CLOSED_BY:
            opened.append(_CLOSED_BY[sign])
        elif len(sign) == 1 and (sign in "\"'" or not opened or opened.pop() != sign):
            return False
    return not opened and "/*" not in styles and "*/" not in styles


def _letter(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else 0
    return chr(number) if 0 < number < 0x110000 else found[2] or ""
