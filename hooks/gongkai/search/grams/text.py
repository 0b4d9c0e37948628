"""Documents → one run of characters with the place of every document in it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.search.documents import SearchDocument
from gongkai.search.normalise import normalise

#: stands between lines and fields; no query holds it, so nothing is found across
STOP = "\x01"
#: the longest piece of a document (an offset has 14 bits), how far pieces of one line overlap,
#: and with that how long a query may be
PIECE, LONGEST = 16000, 200
#: the bits of an offset, below two flags
OFFSET = 0x3FFF
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_RUN = re.compile("[0-9a-z]{2}")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Text:
    """``units`` are the 16-bit units of a browser's strings, one character each, with a tail of stops.

    ``starts`` is where each piece begins (and where the last ends), ``documents`` the document it is of,
    ``heads`` where title and number of it end: pieces that only go on have none.
    """

    units: str
    starts: list[int]
    documents: list[int]
    heads: list[int]


def compact(text: str) -> str:
    """One line as it is compared: normalised, without white space, in 16-bit units."""
    plain = normalise(text).replace(" ", "")
    if not plain.replace("\n", "").isprintable():  # next to none: not worth the look at each sign
        plain = _CONTROL.sub(STOP, plain)
    if max(plain, default="") > "\uffff":
        plain = _ASTRAL.sub(lambda found: _halves(found[0]), plain)
    return plain.replace("\n", STOP)


def joined(documents: Sequence[SearchDocument], tail: int) -> Text:
    """The text of a shard in the order of the documents; ``tail`` stops follow it."""
    texts: list[str] = []
    starts, owners, heads, at = [0], [], [], 0
    for number, document in enumerate(documents):
        for each, head in _pieces(document):
            texts.append(each)
            at += len(each)
            starts.append(at)
            owners.append(number)
            heads.append(at - len(each) + head)
    return Text("".join(texts) + STOP * tail, starts, owners, heads)


def lengths(document: SearchDocument) -> tuple[int, int]:
    """How long title and number are when compared."""
    return len(compact(document.title)), len(compact(document.number))


def _pieces(document: SearchDocument) -> Iterator[tuple[str, int]]:
    """The text of a document, cut where it is too long; each with the length of its title and number."""
    head = f"{compact(document.title)}{STOP}{compact(document.number)}{STOP}"
    body = [document.unit, *document.extra.splitlines(), document.text]
    whole = head + STOP.join(filter(None, map(compact, body)))
    begin, end = 0, 0
    while end < len(whole):
        end = _edge(whole, begin + PIECE) if begin + PIECE < len(whole) else len(whole)
        yield whole[begin:end] + STOP, max(0, min(len(head), end) - begin)
        begin = _edge(whole, end - LONGEST)


def _edge(text: str, place: int) -> int:
    """Not inside a word or a number, if there is such a place near."""
    return next((at for at in range(place, place - 50, -1) if not _RUN.match(text, at - 1)), place)


def _halves(char: str) -> str:
    return "".join(map(chr, array("H", char.encode("utf-16-le"))))
