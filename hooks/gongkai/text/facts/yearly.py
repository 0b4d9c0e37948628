"""Figures the sentences of an annual report on disclosure state: applications, disputes, documents.

Read clause by clause, never across 。；. What is not certainly such a figure is none: applications for
something else, a part (其中, one channel, half a year), another year, a rounded number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from gongkai.text import style
from gongkai.text.facts import yearly_words as words


class Counted(Enum):
    """What is counted, in the words of the report's tables."""

    RECEIVED = "本年新收"
    CARRIED_IN = "上年结转"
    CARRIED_OUT = "结转下年度"
    GRANTED = "予以公开"
    PARTLY = "部分公开"
    REFUSED = "不予公开"
    UNAVAILABLE = "无法提供"
    UNTREATED = "不予处理"
    OTHERWISE = "其他处理"
    REVIEWS = "行政复议"
    SUITS = "行政诉讼"
    DISPUTES = "行政复议和行政诉讼"
    MADE = "制发规范性文件"
    IN_FORCE = "现行有效规范性文件"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; ``words`` are the clause it stands in, ``scope`` whose it is where that is said (全区)."""

    kind: Counted
    number: int
    words: str
    scope: str = ""
    #: said to be what was newly received, without what the year before had left
    new: bool = False


_RESULTS = {
    "予以公开": Counted.GRANTED,
    "部分公开": Counted.PARTLY,
    "不予公开": Counted.REFUSED,
    "无法提供": Counted.UNAVAILABLE,
    "不予处理": Counted.UNTREATED,
    "其他处理": Counted.OTHERWISE,
}
_NONE = 0


def figures(text: str, year: int) -> Iterator[Figure]:
    """The figures of one paragraph of the report of a year."""
    paragraph = words.plain(text)
    for sentence in words.SENTENCE.findall(paragraph):
        yield from _received(sentence, paragraph, year)
        yield from _carried(sentence, year)
        yield from _results(sentence, paragraph, year)
        yield from _disputes(sentence, paragraph, year)
        yield from _documents(sentence, year)


def _received(sentence: str, paragraph: str, year: int) -> Iterator[Figure]:
    if none := words.NOT_RECEIVED.search(sentence):
        if not _elsewhen(sentence, none.start(), year):
            yield _figure(Counted.RECEIVED, _NONE, sentence, none)
        return
    patterns = [words.RECEIVED, words.RECEIVED_BEFORE]
    if words.ABOUT.search(paragraph):
        patterns.append(words.NEWLY)
    for found in words.apart(pattern.finditer(sentence) for pattern in patterns):
        clause = words.clause(sentence, found)
        if words.PART.search(clause) and not words.EVERY_WAY.search(clause):
            continue
        if words.COMPARED.search(clause) or _elsewhen(sentence, found.start("number"), year):
            continue
        yield _figure(Counted.RECEIVED, found, sentence, found, new="新收" in found[0])


def _carried(sentence: str, year: int) -> Iterator[Figure]:
    """From the year before and into the next; 2022年结转至2023年 is either, by the report's year."""
    every = ((Counted.CARRIED_IN, words.carried_in(year)), (Counted.CARRIED_OUT, words.carried_out(year)))
    for kind, patterns in every:
        for found in words.apart(pattern.finditer(sentence) for pattern in patterns):
            number = found if "number" in found.re.groupindex else _NONE
            if not words.NOT_CARRIED.search(sentence[: found.start()]):
                yield _figure(kind, number, sentence, found)


def _results(sentence: str, paragraph: str, year: int) -> Iterator[Figure]:
    if "申请" not in paragraph:
        return
    for found in words.RESULT.finditer(sentence):
        if not _elsewhen(sentence, found.start("number"), year):
            yield _figure(_RESULTS[found["result"]], found, sentence, found)


def _disputes(sentence: str, paragraph: str, year: int) -> Iterator[Figure]:
    if (
        not words.ABOUT.search(paragraph)
        or words.INSTANCE.search(sentence)
        or words.OWN_CASES.search(sentence)
    ):
        return
    if none := words.NO_DISPUTE.search(sentence):
        named = [name for name in ("复议", "诉讼") if name in none["what"]]
        if not _elsewhen(sentence, none.start(), year):
            yield from (_figure(_dispute(name), _NONE, sentence, none) for name in named)
        sentence = sentence.replace(none[0], "，" * len(none[0]))
    yield from (figure for found, figure in _brought(sentence) if not _elsewhen(sentence, found, year))


def _brought(sentence: str) -> Iterator[tuple[int, Figure]]:
    """Every number of cases and where it stands; 行政复议、行政诉讼3件 are both together."""
    alone = sentence
    for found in words.BOTH.finditer(sentence):
        kinds = (Counted.REVIEWS, Counted.SUITS) if found["each"] else (Counted.DISPUTES,)
        yield from ((found.start("number"), _figure(kind, found, sentence, found)) for kind in kinds)
        alone = alone.replace(found[0], "，" * len(found[0]))
    for found in words.apart(pattern.finditer(alone) for pattern in (words.DISPUTE, words.DISPUTE_BEFORE)):
        yield found.start("number"), _figure(_dispute(found["what"]), found, sentence, found)


def _dispute(name: str) -> Counted:
    return Counted.REVIEWS if name == "复议" else Counted.SUITS


def _documents(sentence: str, year: int) -> Iterator[Figure]:
    if (none := words.NOT_MADE.search(sentence)) and not _elsewhen(sentence, none.start(), year):
        yield _figure(Counted.MADE, _NONE, sentence, none)
    for kind, patterns in (
        (Counted.MADE, (words.MADE, words.MADE_BEFORE)),
        (Counted.IN_FORCE, (words.IN_FORCE, words.IN_FORCE_BEFORE)),
    ):
        for found in words.apart(pattern.finditer(sentence) for pattern in patterns):
            if not _elsewhen(sentence, found.start("number"), year):
                yield _figure(kind, found, sentence, found)


def _elsewhen(sentence: str, end: int, year: int) -> bool:
    """Whether the words before speak of another year, or of a part of it."""
    before = sentence[:end]
    years = words.YEAR.findall(before)
    return bool(words.PERIOD.search(before)) or bool(years and int(years[-1]) != year)


def _figure(
    kind: Counted, number: re.Match[str] | int, sentence: str, found: re.Match[str], *, new: bool = False
) -> Figure:
    count = number if isinstance(number, int) else style.number(number["number"]) or 0
    scopes = words.SCOPE.findall(sentence[: found.end()])
    return Figure(kind, count, words.clause(sentence, found), scopes[-1] if scopes else "", new)
