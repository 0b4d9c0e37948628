"""The one form in which text and queries are compared; ``normalise.js`` does the same.

Full width becomes half width, capitals small, traditional characters simplified, marks on
letters are dropped, every kind of bracket becomes ``(`` or ``)``, white space one space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from gongkai.search.traditional import SIMPLIFIED, TRADITIONAL

#: Stands where a sentence, a paragraph or a field ends, so that no phrase reaches across.
#: The last character of CJK extension B: nobody types it, and it sorts behind all others.
BREAK = "\U0002a6d6"

_BRACKETS = "〔〕[]【】{}〈〉《》「」『』〖〗⟨⟩"
_SIMPLER = dict(zip(f"{TRADITIONAL}ς{_BRACKETS}", f"{SIMPLIFIED}σ{'()' * 10}", strict=True))
_SPACE = re.compile("[ \t\u00a0\u1680\u2000-\u200b\u2060\u3000\ufeff]+")
_BREAKS = "\n\v\f\r\x1c-\x1e\x85\u2028\u2029"
_LINES = re.compile(f" ?[{_BREAKS}][ {_BREAKS}]*")
_ENDS = frozenset("。!?;\n")
#: From here on a script has no spaces between words (CJK, kana, Hangul): one sign, one token.
_CJK = 0x2E80


def normalise(text: str) -> str:
    """Any text in the form in which it is compared; line breaks stay."""
    lower = unicodedata.normalize("NFKD", text).lower()
    marks = {c for c in set(lower) if unicodedata.category(c)[0] == "M"}
    plain = "".join(c for c in lower if c not in marks) if marks else lower
    same = unicodedata.normalize("NFKC", plain)
    for char in sorted(_SIMPLER.keys() & set(same)):  # sorted, for 薴 becomes 苧, and 苧 another
        same = same.replace(char, _SIMPLER[char])
    return _LINES.sub("\n", _SPACE.sub(" ", same)).strip(" \n")


def tokens(text: str) -> Iterator[str]:
    """Each Han character, each run of letters and digits, and ``BREAK`` where a sentence ends."""
    run = ""
    for char in normalise(text) + "\n":
        if char.isalnum() and ord(char) < _CJK:
            run += char
            continue
        if run:
            yield run
            run = ""
        if char.isalnum() and char != BREAK:
            yield char
        elif char in _ENDS:
            yield BREAK


def spaced(text: str) -> str:
    """Text for the index: tokens with a space between, breaks only between other tokens."""
    kept: list[str] = []
    for token in tokens(text):
        if token != BREAK or (kept and kept[-1] != BREAK):
            kept.append(token)
    while kept and kept[-1] == BREAK:
        kept.pop()
    return " ".join(kept)
