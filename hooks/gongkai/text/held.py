"""A published text → the digest it is held by, and one for each line to find what changed.

White space and marks of structure are out, cells of a table stay apart. Made from the text as it is
written, by these few expressions and nothing else: a better reader of documents must not make every
published text look changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from hashlib import blake2b
from typing import NamedTuple

_RULER = re.compile(r"[\s|:-]+")
_START = re.compile(r"\s*(?:>\s)*\s*(?:#{1,6}\s+|[-*]\s+(?!\d))?")
_TARGET = re.compile(r"(?<=\])\([^()\s]*\)")
_MARK = re.compile(r"\*\*|\\(?=[*|\\#>\[\]<])|\s+")
_WHOLE, _LINE = 8, 2


class Held(NamedTuple):
    """What is kept of a text: its digest, and that of each of its lines in one string."""

    whole: str
    lines: str


def words(text: str) -> str:
    """What of a text is held: its words, figures and signs."""
    return "".join(part for _, part in _lines(text))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Line from 0 and its words, of every line that has some."""
    for number, line in enumerate(text.split("\n")):
        if not _RULER.fullmatch(line):
            part = _MARK.sub("", _TARGET.sub("", line[_starts(line) :]))
            if part:
                yield number, part


def _starts(line: str) -> int:
    """Where the words of a line begin, behind the marks of its kind."""
    found = _START.match(line)
    return found.end() if found else 0


def held(text: str) -> Held:
    """What a text is held by."""
    lines = [part for _, part in _lines(text)]
    return Held(digest("".join(lines)), "".join(_digest(part, _LINE) for part in lines))


def digest(text: str) -> str:
    """Sixteen signs that stand for a text."""
    return _digest(text, _WHOLE)


def _digest(text: str, size: int) -> str:
    return blake2b(text.encode(), digest_size=size).hexdigest()


def changed_lines(before: str, text: str) -> list[int]:
    """The lines of a text, from 0, that were not there before; where one only went, the line below it.

    ``before`` is ``Held.lines`` of the text then.
    """
    size = _LINE * 2
    old = [before[at : at + size] for at in range(0, len(before), size)]
    lines = list(_lines(text))
    new = [_digest(part, _LINE) for _, part in lines]
    found: list[int] = []
    for tag, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "delete":
            found += [number for number, _ in (lines[start : start + 1] or lines[-1:])]
        elif tag != "equal":
            found += [number for number, _ in lines[start:end]]
    return found


def plain(text: str) -> str:
    """The words of a text run together, cells of a table too: as readers copy them from a page."""
    return words(text).replace("|", "")


def line_of(text: str, phrase: str) -> int | None:
    """The line, from 0, on which a phrase (``plain``) begins; None where it does not stand."""
    lines = [(number, part.replace("|", "")) for number, part in _lines(text)]
    at = "".join(part for _, part in lines).find(phrase)
    if at < 0:
        return None
    for number, part in lines:
        if at < len(part):
            return number
        at -= len(part)
    return None


def written_lines(text: str) -> Iterator[str]:
    """Every line that has words, as it is written, without the marks it begins with."""
    for line in text.split("\n"):
        if not _RULER.fullmatch(line) and (part := line[_starts(line) :].strip()):
            yield part
