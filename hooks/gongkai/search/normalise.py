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
    different = set(_OTHERS.findall(text))
    _learn(different - _SEEN)
    if not different.isdisjoint(_JOINED):
        return _spaces(_folded(text))
    for char in sorted(different.intersection(_CHANGED)):  # sorted, for 薴 becomes 苧, and 苧 another
        text = text.replace(char, _CHANGED[char])
    return _plain_spaces(text) if " " in text or "\n" in text else text


#: all signs but those that stay as they are: most of a text is no more than looked at
_OTHERS = re.compile(
    f"[\0-\x09\x0b-\x1fA-Z\x7f-\u33ff\u4dc0-\u4dff\ua000-\U0010ffff{re.escape(''.join(_SIMPLER))}]"
)
#: characters seen so far, of those; those among them with which it counts what stands beside them; what
#: becomes of the others, where that is something else
_SEEN: set[str] = set()
_JOINED: set[str] = set()
_CHANGED: dict[str, str] = {}
#: signs that are joined with none beside them
_PLAIN = re.compile(
    "[ \n!-~\u00a5\u00b0\u00b7\u00d7\u2010-\u2027\u2500-\u25ff\u3000-\u3029\u3400-\u4dbf\u4e00-\u9fff]*"
)


def _learn(chars: set[str]) -> None:
    for char in sorted(chars):
        made = _folded(char)
        if not _PLAIN.fullmatch(made):
            _JOINED.add(char)
        elif made != char:
            _CHANGED[char] = made
    _SEEN.update(chars)


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


def _plain_spaces(text: str) -> str:
    """The same as ``_spaces`` where there are only spaces and line feeds, in a fifth of the time."""
    for twice, once in (("  ", " "), (" \n", "\n"), ("\n ", "\n"), ("\n\n", "\n")):
        while twice in text:
            text = text.replace(twice, once)
    return text.strip(" \n")


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
