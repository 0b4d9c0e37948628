"""What a policy's own words state, beside the keys its editors type; both places named in messages."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from gongkai.column.register import Register
from gongkai.records.types.policy import Policy
from gongkai.text.document import Document, document
from gongkai.text.facts import Effective, Repeal, Sentence, Term, effects, repeals, terms

DAY = dt.timedelta(days=1)
_QUOTED = 36
#: texts of which it is known what they state: several rules ask, on several days, and the rulebook once more
_KEPT = 20_000


@lru_cache(maxsize=_KEPT)
def _effect(body: str, title: str) -> Effective | None:
    found = _readings(document(body, title))
    return next((each for text in found for each in effects(text) if not each.article), None)


@lru_cache(maxsize=_KEPT)
def _term(body: str, title: str) -> Term | None:
    return next((each for text in _readings(document(body, title)) for each in terms(text)), None)


@lru_cache(maxsize=_KEPT)
def _repeals(body: str, title: str) -> tuple[Repeal, ...]:
    return tuple(each for text in _readings(document(body, title)) for each in repeals(text))


def policies_with_text(register: Register) -> list[Policy]:
    """The policies whose text readers have, and those that are still to come."""
    return [each for each in register.everything(Policy) if each.body and not each.closed]


def place(policy: Policy, sentence: Sentence) -> str:
    """正文第 12 行写“…”: the line of the file, and the beginning of the sentence."""
    words = sentence.text if len(sentence.text) <= _QUOTED else sentence.text[:_QUOTED] + "…"
    return f"第 {policy.source.body_line + sentence.line} 行写“{words}”"


def _readings(whole: Document) -> tuple[Document, ...]:
    """The documents that speak for a policy: what it prints before the notice that prints it."""
    return (whole,) if whole.governing is whole else (whole.governing, whole)


def effect_of(policy: Policy) -> Effective | None:
    """The first clause that says from when all of the policy holds."""
    return _effect(policy.body, policy.name)


def term_of(policy: Policy) -> Term | None:
    """The first clause that says until when it holds."""
    return _term(policy.body, policy.name)


def repeals_of(policy: Policy) -> tuple[Repeal, ...]:
    """Every document that the text repeals."""
    return _repeals(policy.body, policy.name)


def days_of_effect(policy: Policy, stated: Effective) -> tuple[dt.date, ...]:
    """The days a clause may mean: one where a day is stated; from 印发 on, 成文 or 发布."""
    if stated.day:
        return (stated.day,)
    return tuple(later(day, stated.after, stated.unit) for day in _issued(policy))


def _issued(policy: Policy) -> Iterator[dt.date]:
    yield policy.made_on
    if policy.published_on != policy.made_on:
        yield policy.published_on


def last_days(begin: dt.date, stated: Term) -> tuple[dt.date, ...]:
    """The last day of a term; of five years from 1 October, 30 September, or the same day as some write.

    A text that ends on a day may mean that day or the one before.
    """
    if stated.until:
        return (stated.until, stated.until - DAY) if stated.ends else (stated.until,)
    same = later(begin, stated.count, stated.unit)
    return (same - DAY, same)


def later(day: dt.date, count: int, unit: str) -> dt.date:
    """A day so many 日, 天, 个月 or 年 later; the last of a month where it has no such day."""
    if unit in ("日", "天", ""):
        return day + dt.timedelta(days=count)
    months = day.month - 1 + count * (12 if unit == "年" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
