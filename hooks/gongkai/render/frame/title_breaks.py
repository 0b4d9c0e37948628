"""A title in the pieces that its lines hold together: words, numbers with their units, no character alone.

The browser's ``word-break: auto-phrase`` does this for Japanese alone. Pieces are elements around words, as a
``<wbr>`` between them is a space in the name that a screen reader says of a heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from gongkai.render.frame.title_words import title_words

#: so many characters stand in one line of a phone in the largest type: less needs no pieces, more is none
_FEW, _MANY = 6, 9
_CHINESE = re.compile("[㐀-鿿]")
#: what stands between marks, at which the browser may end a line anyway
_RUN = re.compile("[㐀-鿿0-9０-９A-Za-z]+")
_NUMBER = re.compile("[0-9０-９A-Za-z]")
_PART_OF_DATE = re.compile("[0-9０-９][年月]$")
_DATE = re.compile("[0-9０-９][年月日]$")
#: words of one character that belong to what comes after them, and to what went before
_BEFORE = frozenset("和与及或在对为向按从被把由用以将未不第")
_AFTER = frozenset("的了等")


def in_pieces(title: str, held: Callable[[str], str]) -> str:
    """A Chinese title, as HTML without tags, with ``held`` of each piece; the marks between stay."""
    if len(title) <= _FEW or not _CHINESE.search(title):
        return title
    return _RUN.sub(
        lambda run: "".join(held(each) if 1 < len(each) <= _MANY else each for each in pieces(run[0])), title
    )


def pieces(run: str) -> list[str]:
    """What a text without marks may be parted into."""
    words = title_words(run)
    found: list[str] = []
    for place, word in enumerate(words):
        if found and _belongs(found[-1], word, words[place + 1 :]):
            found[-1] += word
        else:
            found.append(word)
    return found


def _belongs(before: str, word: str, after: Sequence[str]) -> bool:
    """Whether a word stands in one piece with what is before it."""
    if len(before) == 1 or _NUMBER.match(before[-1]) or word in _AFTER:
        return True
    if _NUMBER.match(word):
        return bool(_PART_OF_DATE.search(before))
    if not _single(word) or _DATE.search(before):
        return False
    # two and two of them are names and words that the dictionary does not know: 金榆, 老旧
    return len(list(takewhile(_single, after))) % 2 == 0


def _single(word: str) -> bool:
    return len(word) == 1 and word not in _BEFORE | _AFTER and not _NUMBER.match(word)
