"""Questions as they are kept: as text that says what was asked of what, in this build and in another one."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from typing import Any

from gongkai.common.asking import STAND_INS, Way, ask
from gongkai.records.base import Record

_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
#: values that say all of themselves by being equal
_EQUAL = frozenset((int, bool, type(None), dt.date))

#: file, key and row of a record
_Place = tuple[str, str, int | None]


class NotSaid(Exception):
    """Something that cannot be said so that another build understands it."""


class Questions:
    """Questions as text and back; records are called by their places."""

    def __init__(self, records: Iterable[Record], roots: Mapping[str, Any]) -> None:
        """``roots``: what is asked first, by name."""
        self.roots = roots
        #: what a page begins with of its own
        self.own: Mapping[str, Any] = {}
        self._records = {_place(each): each for each in records}

    @cached_property
    def _classes(self) -> dict[str, type]:
        """Types of records and lists of words, by their names."""
        found = [*_below(Record), *_below(Enum)]
        return {f"{each.__module__}:{each.__qualname__}": each for each in found}

    def said(self, way: Way) -> str:
        """A way as text; raises NotSaid."""
        return _TEXT([self._value(each) for each in way])

    def _value(self, value: Any) -> Any:
        if type(value) in (str, int, bool) or value is None:
            return value
        if isinstance(value, tuple | list):
            return ["(" if isinstance(value, tuple) else "[", *map(self._value, value)]
        if isinstance(value, dict):
            return ["{", *(item for key, each in value.items() for item in (key, self._value(each)))]
        if isinstance(value, Record):
            return ["r", *self._known_place(value)]
        return self._named(value)

    def _named(self, value: Any) -> Any:
        if isinstance(value, Enum):
            return ["e", _class(type(value)), value.name]
        if type(value) is dt.date:
            return ["d", value.isoformat()]
        if isinstance(value, type):
            return ["t", _class(value)]
        if type(value) in STAND_INS:
            return ["w", *map(self._value, value._way)]
        raise NotSaid(type(value))

    def key(self, way: Way) -> tuple[Any, ...]:
        """What tells a way from all others in this build, without its text; raises NotSaid."""
        return tuple(map(self._key, way))

    def _key(self, value: Any) -> Any:
        kind = type(value)
        if kind is str:
            return value
        if isinstance(value, Record):
            return self._known_place(value)
        if kind in (tuple, list):
            return (kind, *map(self._key, value))
        if kind is dict:
            return (kind, *value, *map(self._key, value.values()))
        if kind in _EQUAL or isinstance(value, Enum | type):
            return kind, value
        if kind in STAND_INS:
            return kind, self.key(value._way)
        raise NotSaid(kind)

    def _known_place(self, record: Record) -> _Place:
        place = _place(record)
        if self._records.get(place) is not record:
            raise NotSaid(place)
        return place

    def answer(self, said: str) -> Any:
        """What is answered now; raises LookupError, AttributeError or NotSaid where it cannot be asked."""
        return self._follow(json.loads(said))

    def _follow(self, steps: list[Any]) -> Any:
        first = steps[0]
        found = self.own[first] if first in self.own else self.roots[first]
        for step in steps[1:]:
            found = ask(found, self._meant(step))
        return found

    def _meant(self, said: Any) -> Any:
        if not isinstance(said, list):
            return said
        kind, *rest = said
        if kind == "{":
            return {key: self._meant(each) for key, each in zip(rest[::2], rest[1::2], strict=True)}
        if kind in "([":
            found = map(self._meant, rest)
            return tuple(found) if kind == "(" else [*found]
        return self._known(kind, rest)

    def _known(self, kind: str, rest: list[Any]) -> Any:
        """What is called by its place or by its name."""
        match kind:
            case "r":
                return self._records[rest[0], rest[1], rest[2]]
            case "w":
                return self._follow(rest)
            case "d":
                return dt.date.fromisoformat(*rest)
            case "t":
                return self._classes[rest[0]]
            case "e":
                return getattr(self._classes[rest[0]], rest[1])
        raise NotSaid(kind)


def _place(record: Record) -> _Place:
    return record.source.path, record.source.key, record.source.row


def _class(kind: type) -> str:
    if "<" in kind.__qualname__ or not issubclass(kind, Enum | Record):
        raise NotSaid(kind)
    return f"{kind.__module__}:{kind.__qualname__}"


def _below(kind: type) -> Iterator[type]:
    found: list[type] = type.__subclasses__(kind)
    for each in found:
        yield each
        yield from _below(each)
