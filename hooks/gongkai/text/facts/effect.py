"""From when a document holds, and until when, as its own sentences state it.

The patterns are those that were right on samples of thousands of public texts: a clause
whose subject is another document counts only after 现公布, 有效期 only beside the document's
own name or its own clause (permits and cards have a 有效期 too).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.text import style
from gongkai.text.document import Document
from gongkai.text.facts.days import DAY, read
from gongkai.text.facts.sentences import OWN, Sentence, sentences

_VERB = r"(?:正式)?(?:施行|实施|执行|生效|试行)"
_COUNT = r"[\d０-９零〇一二三四五六七八九十百两]{1,4}"
#: 自…起施行的《某条例》 and 自…施行以前 say nothing of the document itself
_STATED = r"(?!的|(?:之日)?(?:以|之)?[前后]|时)"
_ON = re.compile(rf"(?:自|从|于)?({DAY})(?:起|之日起|开始)?(?:至{DAY}止?)?{_VERB}{_STATED}")
_ISSUED = re.compile(
    rf"(?:自|从)?(印发|公布|发布|颁布|下发|签发)之日起(?:满?({_COUNT})(日|天|个月)后?)?(?:开始)?{_VERB}{_STATED}"
)
_ISSUING = re.compile(r"现(?:予|将)?.{0,60}?(?:公布|发布|印发)|予以(?:公布|发布)")
_ARTICLE = re.compile(r"(第[^，。；]{1,30}?条(?:第[^，。；]{1,20}?[款项])?)(?:的规定)?$")
_OF_PART = re.compile(r"(?:^|[，,；。])第[^，。；]{1,20}?[条款项][^，,；。]*$")
_TERM = r"(?:有效期限?|试行期|执行期|实施期)"
#: never after 生效: 证书自发放之日起生效，有效期三年
_BESIDE = rf"(?:{OWN}的?|(?:施行|实施|执行|试行)[，,、]?(?:{OWN}的?)?)"
_UNTIL = re.compile(rf"{_BESIDE}{_TERM}(?:为|是)?(?:自[^，。；]{{0,24}}?)?(?:截止)?(?:至|到)({DAY})")
_YEARS = re.compile(rf"{_BESIDE}{_TERM}(?:为|是|暂定为?)?({_COUNT})(年|个月)")
_LAPSES = re.compile(rf"({DAY})(起|之日起|后)?(?:自行|自动)?(?:废止|失效)")
#: a span in which something is suspended is no term
_TO = re.compile(
    rf"(?:{_VERB}(?:截止)?(?:至|到)|自{DAY}起?(?:至|到))({DAY})(?:止)?(?![^。；]{{0,40}}(?:停止|暂停|不再))"
)


@dataclass(frozen=True, slots=True)
class Effective:
    """自…起施行: on ``day``; or from the day of issue (``after`` ``unit`` later); of one article, or of all.

    ``kind``: the word of issue, 印发 or 公布, "" where a day is stated.
    """

    sentence: Sentence
    day: dt.date | None = None
    kind: str = ""
    after: int = 0
    unit: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """有效期: to the end of ``until``, or ``count`` 年 or 个月 from the day of effect.

    ``ends``: it says that it ends on ``until``, which may be the last day or the first without it.
    """

    sentence: Sentence
    until: dt.date | None = None
    count: int = 0
    unit: str = ""
    ends: bool = False


def effects(document: Document) -> Iterator[Effective]:
    """Every clause that says from when the document, or an article of it, holds."""
    for sentence in sentences(document):
        text = sentence.plain
        if "施行" in text or "实施" in text or "执行" in text or "生效" in text or "试行" in text:
            yield from _effects(sentence, text)


def _effects(sentence: Sentence, text: str) -> Iterator[Effective]:
    for found in _ON.finditer(text):
        if _is_own(text[: found.start()]) and (day := read(found[1])):
            yield Effective(sentence, day=day, article=_of_article(text[: found.start()]))
    for found in _ISSUED.finditer(text):
        if _is_own(text[: found.start()]):
            count = style.number(found[2]) if found[2] else 0
            yield Effective(sentence, kind=found[1], after=count or 0, unit=found[3] or "",
                            article=_of_article(text[: found.start()]))  # fmt: skip


def _is_own(before: str) -> bool:
    """Whether what stands before 自…起施行 leaves the document itself as the subject."""
    last = max(before.rfind("》"), 0)
    if "《" not in before or re.search(OWN, before[last:]):
        return True
    return bool(_ISSUING.search(before))


def _of_article(before: str) -> str:
    found = _ARTICLE.search(before)
    return found[1] if found else ""


def terms(document: Document) -> Iterator[Term]:
    """Every clause that says until when the document holds."""
    for sentence in sentences(document):
        text = sentence.plain
        if term := _term(sentence, text):
            yield term


def _term(sentence: Sentence, text: str) -> Term | None:
    until = _UNTIL.search(text) or _own(_TO, text)
    if until is None and (found := _YEARS.search(text)) and (count := style.number(found[1])):
        return Term(sentence, count=count, unit=found[2])
    if until is None:
        return _lapse(sentence, text)
    day = read(until[1])
    return Term(sentence, until=day) if day else None


def _lapse(sentence: Sentence, text: str) -> Term | None:
    """…起失效: the day before is the last one; 于…失效 may mean either."""
    found = _own(_LAPSES, text)
    day = read(found[1]) if found and re.search(rf"{OWN}|{_VERB}", text[: found.start()]) else None
    if found is None or day is None:
        return None
    if found[2] in ("起", "之日起"):
        return Term(sentence, until=day - dt.timedelta(days=1))
    return Term(sentence, until=day, ends=not found[2])


def _own(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first place of a pattern, where the document itself is the subject, not an article of it."""
    found = pattern.search(text)
    if found is None or not _is_own(text[: found.start()]):
        return None
    return None if _OF_PART.search(text[: found.start()]) else found
