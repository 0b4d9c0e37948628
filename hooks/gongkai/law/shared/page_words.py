"""A record → the words readers find on its page: its text, the names of its attachments, its fields."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from gongkai.common.problems import BODY, At
from gongkai.records.base import ContentRecord
from gongkai.records.fields.defined import each_of, fields_of
from gongkai.records.fields.parts import KEPT_INSIDE
from gongkai.text import held

_APART = "\0"
_GAP = re.compile(r"…+|\n")
_KINDS: tuple[type[object], ...] = (str, dt.date, Decimal, int)
#: what is said of a change is not what is shown as right
_NOT_SHOWN = KEPT_INSIDE | {"updates", "moves"}


def page_words(record: ContentRecord) -> str:
    """All of it without white space, one piece after another."""
    return _APART.join((held.plain(record.body), *(words for _, words in _fields(record))))


def page_lines(record: ContentRecord) -> Iterator[str]:
    """The same line by line of its text, and value by value."""
    yield from map(held.plain, record.body.split("\n"))
    yield from (words for _, words in _fields(record))


def quoted(text: str) -> list[str]:
    """The pieces of a quotation, which …… joins."""
    return [words for piece in _GAP.split(text) if (words := held.plain(piece))]


def place_of(record: ContentRecord, phrase: str) -> At | None:
    """Where on its page a phrase stands; None where it does not."""
    line = held.line_of(record.body, phrase)
    if line is not None:
        return (BODY, line)
    return next((at for at, words in _fields(record) if phrase in words), None)


def _fields(record: ContentRecord) -> Iterator[tuple[At, str]]:
    """Place and words of every value, behind its key as a table of details has it."""
    for field in fields_of(type(record)):
        value = getattr(record, field.attribute)
        if value and field.attribute not in _NOT_SHOWN:
            for kind in _KINDS:
                for at, each in each_of(kind, value, (field.key,)):
                    yield at, f"{_key(at)}{_shown(each)}"


def _key(at: At) -> str:
    return next((str(key) for key in reversed(at) if isinstance(key, str)), "")


def _shown(value: object) -> str:
    if isinstance(value, dt.date):
        return f"{value}{_APART}{value.year}年{value.month}月{value.day}日"
    return held.plain(str(value.value if isinstance(value, Enum) else value))
