"""Articles of another document that a text names: 《…》（文号）第五条, also by a short name it gave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.text.amend.address import ADDRESS, Address, from_groups
from gongkai.text.document import Document
from gongkai.text.facts import Named, Sentence, named, sentences

_ADDRESS = re.compile(ADDRESS)
_LISTED = re.compile(rf"(?:中|的|内|有关)?({ADDRESS}(?:(?:、|和|及|以及|与|或者|或|至|到|—|－|-){ADDRESS})*)")
_TO = re.compile(r"至|到|—|－|-")
#: （以下简称《办法》）, （以下简称“市场办法”）
_CALLED = re.compile(r"以下(?:简)?称(?:为)?(《[^》]{1,20}》|“[^”]{1,20}”)")
#: 本办法 and 管理办法 are not the 办法 that was given this short name
_BEFORE = r"(?:(?<![一-鿿])|(?<=[按照据依与和及由在对违反]))"
#: a short name is given within so many characters
_SOON = 60
#: a span names no more articles than this: it may be a slip
_MOST = 60


@dataclass(frozen=True, slots=True)
class Pointed:
    """A sentence that names another document and articles of it (none: the document as a whole)."""

    sentence: Sentence
    named: Named
    at: tuple[Address, ...]


def pointed(document: Document) -> Iterator[Pointed]:
    """Every place at which a document names another with an article of it."""
    short: dict[str, Named] = {}
    for sentence in sentences(document):
        for each in named(sentence.text):
            meant = short.get(f"《{each.title}》", each)
            short |= _short(sentence.text, each)
            if at := addresses_at(sentence.text, each.end):
                yield Pointed(sentence, meant, at)
        yield from _by_short_names(sentence, short)


def _by_short_names(sentence: Sentence, short: dict[str, Named]) -> Iterator[Pointed]:
    """The articles named after a short name that is written without 《》."""
    for name, meant in short.items():
        if not name.startswith("《"):
            for found in re.finditer(_BEFORE + re.escape(name), sentence.text):
                if at := addresses_at(sentence.text, found.end()):
                    yield Pointed(sentence, meant, at)


def addresses_at(text: str, start: int) -> tuple[Address, ...]:
    """The articles listed right after a name, after what stands in brackets behind it; spans written out."""
    brackets = re.compile(r"(?:[（(][^（）()]*[）)])*").match(text, start)
    found = _LISTED.match(text, brackets.end() if brackets else start)
    return tuple(_read(found[1])) if found else ()


def _short(text: str, each: Named) -> dict[str, Named]:
    """The short name that is given soon after a document is named; the last one named before it has it."""
    found = _CALLED.search(text, each.start + len(each.title), each.end + _SOON)
    return {found[1].replace("“", "").replace("”", ""): each} if found else {}


def _read(words: str) -> Iterator[Address]:
    before, end = None, 0
    for found in _ADDRESS.finditer(words):
        place = from_groups(*found.groups())
        if place and before and _TO.fullmatch(words[end : found.start()]):
            first, last = before.article[0], place.article[0]
            yield from (Address((number,)) for number in range(first + 1, min(last, first + _MOST)))
        if place:
            yield place
        before, end = place, found.end()
