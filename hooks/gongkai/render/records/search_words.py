"""The words of a record that search must find: its text and every field readers see."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from gongkai.records.base import ContentRecord, Part
from gongkai.records.fields.defined import keys_of

#: fields about the files rather than for readers
_UNSEEN = {"review", "draft", "example", "origin_link", "file", "pages", "answer_id"}
#: fields of the record itself that stand elsewhere in the index
_APART = {"title", "number", "summary"}


def words_of(record: ContentRecord, text: str, today: dt.date) -> str:
    """Summary, then the record's own ``text`` without marks, then every other field, one a line.

    The order is that of excerpts: sentences before names and keywords. What readers see
    only on a day after ``today`` is left out.
    """
    fields = [
        words
        for name, _ in keys_of(type(record))
        if name not in _UNSEEN | _APART
        for words in _texts(record.seen(name, today), today)
    ]
    return "\n".join([*([record.summary] if record.summary else []), text, *fields])


def english_words(text: str) -> str:
    """Singular and plural of the words of an English text that it does not hold itself: both find it."""
    held = dict.fromkeys(re.findall("[a-z]{3,}", text.lower()))
    forms = [form for word in held for form in _forms(word) if form not in held]
    return " ".join(dict.fromkeys(forms))


def _forms(word: str) -> tuple[str, ...]:
    """The other number of a regular noun, by its ending."""
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    if word.endswith(("ss", "us", "is")):
        return (word + "es",)
    if word.endswith(("ches", "shes", "sses", "xes")):
        return (word[:-2],)
    if word.endswith("s"):
        return (word[:-1],)
    if word.endswith("y") and word[-2] not in "aeiou":
        return (word[:-1] + "ies",)
    return (word + ("es" if word.endswith(("ch", "sh", "x")) else "s"),)


def _texts(value: Any, today: dt.date) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part, today)
    elif isinstance(value, Part):
        for name, _ in keys_of(type(value)):
            if name not in _UNSEEN:
                yield from _texts(value.seen(name, today), today)
