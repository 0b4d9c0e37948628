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
    different = set(text)
    for char in different - _ALONE.keys():
        _ALONE[char] = _alone(char)
    if any(_ALONE[char] is None for char in different):
        return _spaces(_folded(text))
    for char in sorted(different & _CHANGED):  # sorted, for 薴 becomes 苧, and 苧 another
        text = text.replace(char, _ALONE[char] or "")
    return _spaces(text) if " " in text or "\n" in text else text


#: what becomes of each character seen so far, whatever stands beside it; None where that counts
_ALONE: dict[str, str | None] = {}
#: those of them that do not stay as they are
_CHANGED: set[str] = set()
#: signs that are joined with none beside them
_PLAIN = re.compile(
    "[ \n!-~\u00a5\u00b0\u00b7\u00d7\u2010-\u2027\u2500-\u25ff\u3000-\u3029\u3400-\u4dbf\u4e00-\u9fff]*"
)


def _alone(char: str) -> str | None:
    """What a character becomes, if it becomes that everywhere."""
    made = _folded(char)
    if not _PLAIN.fullmatch(made):
        return None
    if made != char:
        _CHANGED.add(char)
    return made


def _folded(text: str) -> str:
    lower = unicodedata.normalize("NFKD", text).lower()
    marks = {c for c in set(lower) if unicodedata.category(c)[0] == "M"}
    plain = "".join(c for c in lower if c not in marks) if marks else lower
    same = unicodedata.normalize("NFKC", plain)
    for char in sorted(_SIMPLER.keys() & set(same)):
        same = same.replace(char, _SIMPLER[char])
    return same


def _spaces(text: str) -> str:
    return _LINES.sub("\n", _SPACE.sub(" ", text)).strip(" \n")


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
