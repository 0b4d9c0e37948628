"""What a document repeals: 《…》（文号）同时废止, as a whole, in part, or on a condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from gongkai.text.document import Document
from gongkai.text.facts.named import Named, named
from gongkai.text.facts.sentences import Sentence, sentences

_VERB = re.compile(r"(?:同时|即行|相应|一并|予以|自行)?废止|停止执行|不再执行|(?:同时|自行|即行)失效")
_SURE = re.compile(r"(?:同时|即行|相应|一并|予以|自行)废止|停止执行|不再执行|(?:同时|自行|即行)失效")
_NONE = re.compile(r"(?:已被?|是否|应当|建议|可以|不得|尚未|未)(?:[^，。；]{0,6})(?:废止|失效)|凡废止|被废止")
_PARTLY = re.compile(r"》(?:[（(][^（）()]*[）)])?(?:中|的|内)?(?:有关|关于|第[^，。；]{1,20}?[条款项]|中)")
_EXCEPT = re.compile(r"除[^，。；]*外")
_CONFLICT = re.compile(r"(?:不一致|相抵触|不符|冲突)")


class Extent(Enum):
    """How far a repeal goes."""

    WHOLE = "废止"
    PARTLY = "部分废止"
    CONDITIONAL = "不一致的废止"


@dataclass(frozen=True, slots=True)
class Repeal:
    """One document repealed, and the sentence that says so."""

    sentence: Sentence
    named: Named
    extent: Extent


def repeals(document: Document) -> Iterator[Repeal]:
    """Every document that a sentence of this one repeals."""
    for sentence in sentences(document):
        text = sentence.text
        if "《" not in text or not ("废止" in text or "失效" in text or "执行" in text):
            continue
        verbs = list(_SURE.finditer(text)) if _SURE.search(sentence.plain) else []
        if not verbs or _NONE.search(text[max(0, verbs[-1].start() - 8) : verbs[-1].end()]):
            continue
        yield from _of(sentence, text[: verbs[-1].start()])


def _of(sentence: Sentence, before: str) -> Iterator[Repeal]:
    """The names that stand before the verb and are its subject, not its basis or its condition."""
    subject = re.split(r"(?:施行|实施|执行|试行|生效)(?:之日起|后|时)?[，,。；]?(?=《|.{0,12}《)", before)[-1]
    offset = len(before) - len(subject)
    for each in named(subject):
        if "制定" in subject[each.end :]:
            continue
        shifted = Named(each.title, each.number, each.start + offset, each.end + offset, each.brackets)
        yield Repeal(sentence, shifted, _extent(subject, each))


def _extent(text: str, each: Named) -> Extent:
    after = text[each.start + len(each.title) + 1 :]
    if _CONFLICT.search(after):
        return Extent.CONDITIONAL
    if _PARTLY.match(after) or _EXCEPT.search(text):
        return Extent.PARTLY
    return Extent.WHOLE
