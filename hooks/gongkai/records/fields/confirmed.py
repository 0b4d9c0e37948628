"""A type → which of its fields hold a day that readers count on; a record → what they held before."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from gongkai.common.problems import At
from gongkai.records.fields.defined import fields_of
from gongkai.records.fields.parts import Move, Part
from gongkai.records.fields.values import Confirmed

#: the keys of days that no 日期变更 moves
FIXED = ("形成日期", "成文日期", "发布日期")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field stands: by its keys in the file, and by its attributes."""

    at: At
    attributes: tuple[str, ...]

    def date(self, record: Part) -> dt.date | None:
        """The day that stands there."""
        found: Any = record
        for name in self.attributes:
            found = getattr(found, name) if found is not None else None
        day: dt.date | None = found
        return day


@cache
def confirmed_keys(record_type: type[Part]) -> dict[str, Place]:
    """Key → place of the fields marked ``Confirmed``, in their order; those of single groups too."""
    return {str(place.at[-1]): place for place in _places(record_type)}


def _places(model: type[Part]) -> Iterator[Place]:
    for field in fields_of(model):
        key, name = field.key, field.attribute
        if any(isinstance(each, Confirmed) for each in field.said):
            yield Place((key,), (name,))
        for group in _group(field.info.annotation):
            yield from (Place((key, *p.at), (name, *p.attributes)) for p in _places(group))


def _group(annotation: Any) -> list[type[Part]]:
    """The group a field holds; a list of them has no one day of its own."""
    if typing.get_origin(annotation) is tuple:
        return []
    kinds = typing.get_args(annotation) or (annotation,)
    return [each for each in kinds if isinstance(each, type) and issubclass(each, Part)]


def moves_of(record: Part, key: str) -> tuple[Move, ...]:
    """The 日期变更 of one field as written, the oldest first."""
    return tuple(move for move in getattr(record, "moves", ()) if move.key == key)


def told_dates(record: Part, key: str) -> tuple[dt.date, ...]:
    """Every day readers were told for a field, the present one last."""
    day = confirmed_keys(type(record))[key].date(record)
    before = tuple(move.old for move in moves_of(record, key))
    return before if day is None else (*before, day)


@cache
def fixed_keys(record_type: type[Part]) -> dict[str, str]:
    """Key → attribute of the days that say when a record was made and published: they never move."""
    return {field.key: field.attribute for field in fields_of(record_type) if field.key in FIXED}
