"""The fields of a record or of a group inside one, read from its definition in one place for everybody."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from gongkai.common.problems import At, Key

T = TypeVar("T")


@dataclass(frozen=True)
class Defined:
    """One field: its attribute, its key in the file, its definition, and every mark and type in that."""

    attribute: str
    key: str
    info: FieldInfo
    said: tuple[Any, ...]

    @property
    def groups(self) -> tuple[type[BaseModel], ...]:
        """The groups that it holds."""
        return tuple(each for each in self.said if isinstance(each, type) and issubclass(each, BaseModel))


@cache
def fields_of(model: type[BaseModel]) -> tuple[Defined, ...]:
    """The fields in the order of their definition."""
    return tuple(
        Defined(name, info.alias or name, info, (*info.metadata, *marks(info.annotation)))
        for name, info in model.model_fields.items()
    )


@cache
def keys_of(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """(attribute, key) of the fields in the order of their definition."""
    return tuple((each.attribute, each.key) for each in fields_of(model))


@cache
def own_first(model: type[BaseModel]) -> tuple[Defined, ...]:
    """The fields as readers and programs meet them: a type's own before those it shares with others."""
    shared = {name for base in model.__mro__[1:] for name in getattr(base, "model_fields", {})}
    return tuple(sorted(fields_of(model), key=lambda each: each.attribute in shared))


def marks(annotation: Any) -> Iterator[Any]:
    """Everything an annotation is made of: markers, models, plain types."""
    yield from getattr(annotation, "__metadata__", ())
    parts = typing.get_args(annotation)
    if not parts:
        yield annotation
    for part in parts:
        if not isinstance(part, Enum):
            yield from marks(part)


def each_of(kind: type[T], value: object, at: At = ()) -> list[tuple[At, T]]:
    """(place, value) of every single value of a kind in a record, a group or a list, in the order of fields.

    The keys of lines ``名称: 值`` are values too, at the place of their lines. Fields that say nothing are
    left out. Every rule about texts goes through every record: one list is filled, no generator per group.
    """
    found: list[tuple[At, T]] = []
    if isinstance(value, kind):
        found.append((at, value))
    elif isinstance(value, _HOLDING):
        _fill(found, kind, value, at)
    return found


_HOLDING = (BaseModel, tuple, list, dict)


def _fill(found: list[tuple[At, T]], kind: type[T], value: object, at: At) -> None:
    for key, inner in _inside(value):
        if isinstance(inner, kind):
            found.append(((*at, key), inner))
        elif isinstance(inner, _HOLDING):
            _fill(found, kind, inner, (*at, key))


def _inside(value: object) -> Iterable[tuple[Key, Any]]:
    """(key, value) of what stands in it; fields that say nothing are left out."""
    if isinstance(value, BaseModel):
        said = vars(value)
        return [(key, inner) for attribute, key in keys_of(type(value)) if (inner := said[attribute])]
    if isinstance(value, dict):
        return [(key, each) for key, inner in value.items() for each in (key, inner)]
    assert isinstance(value, tuple | list)
    return enumerate(value)
