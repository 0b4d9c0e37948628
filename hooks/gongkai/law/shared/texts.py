"""Every text an editor wrote in a record's fields, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any

from pydantic import BaseModel

from gongkai.common.problems import At


def field_texts(record: BaseModel, at: At = ()) -> Iterator[tuple[At, str]]:
    """(place, text) of every text field, in the order of the fields; closed lists and dates left out."""
    for attribute, key in _fields(type(record)):
        value = getattr(record, attribute)
        if value:
            yield from _texts(value, (*at, key))


def _texts(value: Any, at: At) -> Iterator[tuple[At, str]]:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield at, value
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from _texts(each, (*at, place))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield (*at, key), key
            yield from _texts(each, (*at, key))
    elif isinstance(value, BaseModel):
        yield from field_texts(value, at)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())
