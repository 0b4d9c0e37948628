"""The words of a record that search must find: its text and every field readers see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from gongkai.records.base import ContentRecord, Part

#: fields about the files rather than for readers
_UNSEEN = {"review", "draft", "example", "origin_link", "file", "pages"}
#: fields of the record itself that stand elsewhere in the index
_APART = {"title", "number", "summary"}


def words_of(record: ContentRecord, text: str, today: dt.date) -> str:
    """Summary, then the record's own ``text`` without marks, then every other field, one a line.

    The order is that of excerpts: sentences before names and keywords. What readers see
    only on a day after ``today`` is left out.
    """
    fields = [
        words
        for name in type(record).model_fields
        if name not in _UNSEEN | _APART
        for words in _texts(record.seen(name, today), today)
    ]
    return "\n".join([*([record.summary] if record.summary else []), text, *fields])


def _texts(value: Any, today: dt.date) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part, today)
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            if name not in _UNSEEN:
                yield from _texts(value.seen(name, today), today)
