"""The words of a record that search must find: its text and every field readers see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from gongkai.records.base import ContentRecord

#: fields that are about the file, not for readers
_UNSEEN = {"review", "draft", "example", "origin_link"}


def words_of(record: ContentRecord, text: str) -> str:
    """The fields' text, one a line, and then the record's own ``text`` without marks."""
    fields = [
        value
        for name in type(record).model_fields
        if name not in _UNSEEN
        for value in _texts(getattr(record, name))
    ]
    return "\n".join([*fields, text])


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
