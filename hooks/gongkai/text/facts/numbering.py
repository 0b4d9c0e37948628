"""Numbers of articles that are skipped, doubled or out of order, and references that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from gongkai.text import style
from gongkai.text.document import Document
from gongkai.text.facts.sentences import OWN, Sentence, sentences
from gongkai.text.tree import Node, Part

_NUM = r"[零〇○一二三四五六七八九十百千两0-9０-９]{1,9}"
_REFERENCE = re.compile(
    rf"(?:{OWN})(第({_NUM})条(?:之({_NUM}))?(?:第({_NUM})款)?(?:第[（(]?({_NUM})[）)]?项)?)"
)


@dataclass(frozen=True, slots=True)
class Misnumbered:
    """An article whose number does not follow: ``before`` is the number above it."""

    article: Node
    before: Node
    #: 跳号, 重号 or 倒序
    kind: str


@dataclass(frozen=True, slots=True)
class Reference:
    """本办法第三条第二款第（一）项: the words, and the part they lead to (None: there is none)."""

    sentence: Sentence
    words: str
    part: Node | None


def misnumbered(document: Document) -> Iterator[Misnumbered]:
    """Every article whose number is not the next; a document may begin with any number."""
    for before, article in pairwise(document.articles):
        if kind := _fault(before.number, article.number):
            yield Misnumbered(article, before, kind)


def _fault(before: tuple[int, ...], here: tuple[int, ...]) -> str:
    if here == before:
        return "重号"
    if here < before:
        return "倒序"
    follows = {(before[0] + 1,), (*before[:1], before[1] + 1) if len(before) > 1 else (before[0], 1)}
    return "" if here in follows else "跳号"


def references(document: Document) -> Iterator[Reference]:
    """Every reference of the document to an article of its own."""
    for sentence in sentences(document):
        for found in _REFERENCE.finditer(sentence.text):
            yield Reference(sentence, found[1], _part(document, found))


def references_in(document: Document, text: str) -> Iterator[tuple[int, int, Node | None]]:
    """Where words of the document refer to an article of its own, and the article (None: there is none)."""
    if "本" not in text:
        return
    for found in _REFERENCE.finditer(text):
        article = _article(document, style.number(found[2]), style.number(found[3]) if found[3] else None)
        yield found.start(), found.end(), article


def _part(document: Document, found: re.Match[str]) -> Node | None:
    value, inserted, clause, item = (style.number(each) if each else None for each in found.groups()[1:])
    article = _article(document, value, inserted)
    if article is None or (clause is None and item is None):
        return article
    holder = article if clause is None else article.part(Part.CLAUSE, clause)
    return holder if holder is None or item is None else holder.part(Part.ITEM, item)


def _article(document: Document, value: int | None, inserted: int | None) -> Node | None:
    number = tuple(each for each in (value, inserted) if each)
    return next((each for each in document.articles if each.number == number), None)
