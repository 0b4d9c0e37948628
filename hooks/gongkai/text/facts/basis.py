"""What a document rests on: 根据《…》（文号）…，制定本办法."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.text.document import Document
from gongkai.text.facts.named import Named, named
from gongkai.text.facts.sentences import Sentence, sentences

_BASED = re.compile(
    r"(?:根据|依据|依照|按照|遵照|为了?(?:贯彻|落实|贯彻落实|贯彻执行|实施|执行))(?=[^。；]*《)"
)
_MADE = re.compile(r"制定|制订|出台|结合|经[^，。]{0,20}同意|现[就将]|通知如下|决定|特制")
_LEAD = 3


@dataclass(frozen=True, slots=True)
class Basis:
    """A document this one rests on, and the sentence that says so."""

    sentence: Sentence
    named: Named


def bases(document: Document) -> Iterator[Basis]:
    """The documents named after 根据 in the first article, or in the first sentences of what has none."""
    first = document.articles[0].label if document.articles else None
    for count, sentence in enumerate(sentences(document)):
        if count >= _LEAD and sentence.article != first:
            continue
        found = _BASED.search(sentence.text)
        if not found or not _MADE.search(sentence.text):
            continue
        made = [each.start() for each in _MADE.finditer(sentence.text, found.end())]
        for each in named(sentence.text):
            if each.start >= found.end() and (not made or _between(sentence.text, each, made[-1])):
                yield Basis(sentence, each)


def _between(text: str, each: Named, made: int) -> bool:
    """Whether a name stands before the words that say what was made of it."""
    return each.end <= made or "制定" not in text
