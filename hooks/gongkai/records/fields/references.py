"""Where a record names units, policies, catalogue entries or files: found from its fields' types."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any

from pydantic import BaseModel

from gongkai.common.problems import At
from gongkai.records.fields.values import Refers


def references(record: BaseModel, kind: Refers) -> Iterator[tuple[At, str]]:
    """(place, name) of everything of a kind that a record names, nested parts too, in file order."""
    for attribute, key, refers in _plan(type(record)):
        value = getattr(record, attribute)
        if not value:
            continue
        if refers is None:
            yield from _nested(value, kind, (key,))
        elif refers is kind:
            yield from _named(value, (key,))


def refers_to(model: type[BaseModel], attribute: str) -> Refers | None:
    """What kind of thing the text of a field names, if any."""
    return next((refers for name, _, refers in _plan(model) if name == attribute), None)


def _named(value: Any, at: At) -> Iterator[tuple[At, str]]:
    if isinstance(value, tuple):
        for place, name in enumerate(value):
            yield (*at, place), name
    else:
        yield at, value


def _nested(value: Any, kind: Refers, at: At) -> Iterator[tuple[At, str]]:
    parts = enumerate(value) if isinstance(value, tuple) else [(None, value)]
    for place, part in parts:
        here = at if place is None else (*at, place)
        for below, name in references(part, kind):
            yield (*here, *below), name


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str, Refers | None], ...]:
    """The fields that name something (with what), and those whose parts do (None)."""
    plan: list[tuple[str, str, Refers | None]] = []
    for attribute, info in model.model_fields.items():
        said = [*info.metadata, *marks(info.annotation)]
        refers = next((mark for mark in said if isinstance(mark, Refers)), None)
        parts = [mark for mark in said if isinstance(mark, type) and issubclass(mark, BaseModel)]
        if refers is not None or any(_plan(part) for part in parts):
            plan.append((attribute, info.alias or attribute, refers))
    return tuple(plan)


def marks(annotation: Any) -> Iterator[Any]:
    """Everything an annotation is made of: markers, models, plain types."""
    yield from getattr(annotation, "__metadata__", ())
    parts = typing.get_args(annotation)
    if not parts:
        yield annotation
    for part in parts:
        if not isinstance(part, Enum):
            yield from marks(part)
