"""Documents → one run of characters with the place of every document in it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from gongkai.search.documents import SearchDocument
from gongkai.search.normalise import normalise

#: stands between lines and fields; no query holds it, so nothing is found across
STOP = "\x01"
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Compared:
    """A document as it is compared: title, number and body, each followed by ``STOP``, and their lengths.

    ``asked``: how much of the body the questions take by which people ask for it; they stand first.
    """

    units: str
    title: int
    number: int
    asked: int


@dataclass(frozen=True)
class Text:
    """``units`` are the 16-bit units of a browser's strings, of two bytes each, with a tail of stops.

    ``starts`` is where each document begins (and where the last ends), ``titles``, ``numbers`` and ``asked``
    how long these are when compared.
    """

    units: bytearray = field(default_factory=bytearray)
    starts: list[int] = field(default_factory=lambda: [0])
    titles: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)


@lru_cache(64)
def _often(text: str) -> str:
    """The same of what many documents have, such as a unit."""
    return compact(text)


def compact(text: str) -> str:
    """One line as it is compared: normalised, without white space, in 16-bit units."""
    plain = normalise(text).replace(" ", "")
    if not plain.replace("\n", "").isprintable():  # next to none: not worth the look at each sign
        plain = _CONTROL.sub(STOP, plain)
    if not plain.isascii() and len(plain.encode("utf-16-le")) > 2 * len(plain):
        plain = _ASTRAL.sub(lambda found: _halves(found[0]), plain)
    return plain.replace("\n", STOP)


def compared(document: SearchDocument) -> Compared:
    """All that is looked for in a document."""
    title, number = compact(document.title), compact(document.number)
    often = map(_often, (document.unit, *document.extra.splitlines()))
    asked = [*filter(None, map(compact, document.asked))]
    parts = [title, number, *asked, *filter(None, (*often, compact(document.text))), ""]
    return Compared(STOP.join(parts), len(title), len(number), sum(map(len, asked)) + len(asked))


def joined(documents: Iterable[Compared], tail: int) -> Text:
    """The text of a shard in the order of the documents, which are not kept; ``tail`` stops follow it."""
    text = Text()
    for each in documents:
        text.units.extend(_encoded(each.units))
        text.starts.append(text.starts[-1] + len(each.units))
        text.titles.append(each.title)
        text.numbers.append(each.number)
        text.asked.append(each.asked)
    text.units.extend(_encoded(STOP * tail))
    return text


def _encoded(units: str) -> bytes:
    return units.encode("utf-16-le", "surrogatepass")


def _halves(char: str) -> str:
    return "".join(map(chr, array("H", char.encode("utf-16-le"))))
