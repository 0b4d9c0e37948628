"""A record → where it names units, policies, catalogue entries or files, by its fields' types."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from gongkai.common.problems import At
from gongkai.records.fields.defined import fields_of
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
    for field in fields_of(model):
        refers = next((mark for mark in field.said if isinstance(mark, Refers)), None)
        if refers is not None or any(_plan(group) for group in field.groups):
            plan.append((field.attribute, field.key, refers))
    return tuple(plan)
