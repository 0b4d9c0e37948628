"""Types as templates meet them: what an item, an element or a call of a type gives.

A type is what Python's annotations say (``list[Entry]``, ``dt.date | None``, a class). ``Any``
stands for what cannot be known and is never wrong. ``None`` in a union is left out: whether a
value is there is tried by rendering, not here.
"""

from __future__ import annotations

import datetime as dt
import inspect
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

#: any form of an annotation: typing has no one name for them
Kind = Any
CALL = typing.get_origin(Callable[..., Any])


class Missing(Exception):
    """A type has no such attribute, or cannot be used in this way."""


def of(generic: Any, *kinds: Kind) -> Kind:
    """``list`` of something, a ``tuple`` of these, and so on."""
    return generic[kinds if len(kinds) != 1 else kinds[0]]


def call(gives: Kind) -> Kind:
    """Something that may be called with anything."""
    return of(Callable, ..., gives)


def union(kinds: Iterable[Kind]) -> Kind:
    """One type for several; ``Any`` where one of them is unknown."""
    found = list(dict.fromkeys(member for kind in kinds for member in members(kind)))
    if not found:
        return Any
    return Any if Any in found else of(typing.Union, *found)


@cache
def members(kind: Kind) -> tuple[Kind, ...]:
    """The types of a union, without ``None`` and without what is only noted about a type."""
    origin: Any = typing.get_origin(kind)
    if origin is typing.Annotated:
        return members(typing.get_args(kind)[0])
    if origin in (typing.Union, types.UnionType):
        return tuple(each for part in typing.get_args(kind) for each in members(part))
    if origin is typing.Literal:
        return (type(typing.get_args(kind)[0]),)
    return () if kind in (None, type(None)) else (kind,)


def name_of(kind: Kind) -> str:
    """A type in words, for messages."""
    return " | ".join(getattr(each, "__name__", str(each)) for each in members(kind)) or "None"


def element(kind: Kind) -> Kind:
    """What walking over a value gives."""
    return union(_element(each) for each in members(kind)) if members(kind) else Any


def _element(kind: Kind) -> Kind:
    origin, args = typing.get_origin(kind) or kind, typing.get_args(kind)
    if kind is Any:
        return Any
    if issubclass_(origin, str) or not issubclass_(origin, Iterable):
        raise Missing(f"{name_of(kind)} 不是一列")
    if issubclass_(origin, tuple) and args and args[-1] is not ...:
        return union(args)
    return args[0] if args else Any


def parts(kind: Kind, count: int) -> list[Kind]:
    """The types of the names that a value is divided into."""
    divided = [_parts(each, count) for each in members(kind)] or [[Any] * count]
    return [union(column) for column in zip(*divided, strict=True)]


def _parts(kind: Kind, count: int) -> list[Kind]:
    origin, args = typing.get_origin(kind) or kind, typing.get_args(kind)
    if kind is Any or not args:
        return [Any] * count
    if issubclass_(origin, tuple) and args[-1] is not ...:
        if len(args) != count:
            raise Missing(f"{name_of(kind)} 有 {len(args)} 个部分，这里要 {count} 个")
        return list(args)
    return [_element(kind)] * count


def item(kind: Kind, key: object) -> Kind:
    """What stands at a place of a list or tuple, or under a key."""
    return union(_item(each, key) for each in members(kind)) if members(kind) else Any


def _item(kind: Kind, key: object) -> Kind:
    origin, args = typing.get_origin(kind) or kind, typing.get_args(kind)
    if kind is Any or not args:
        return str if issubclass_(origin, str) else Any
    if issubclass_(origin, Mapping):
        return args[1]
    if isinstance(key, slice):
        return of(list, element(kind))
    if issubclass_(origin, tuple) and args[-1] is not ... and isinstance(key, int):
        if not -len(args) <= key < len(args):
            raise Missing(f"{name_of(kind)} 没有第 {key} 个部分")
        return args[key]
    return _element(kind)


def result(kind: Kind) -> Kind:
    """What a call gives."""
    return union(_result(each) for each in members(kind)) if members(kind) else Any


def _result(kind: Kind) -> Kind:
    if kind is Any:
        return Any
    if typing.get_origin(kind) is not CALL:
        raise Missing(f"{name_of(kind)} 不能调用")
    return typing.get_args(kind)[1]


def is_a(kind: Kind, wanted: tuple[type, ...]) -> bool:
    """Whether every type of a union is one of those wanted."""
    return all(each is Any or issubclass_(typing.get_origin(each) or each, wanted) for each in members(kind))


def printable(kind: Kind) -> bool:
    """Whether readers can be shown a value: words, numbers, days, and what says how it is shown."""
    plain = (str, int, float, Decimal, dt.date, Enum)
    for each in members(kind):
        origin: Any = typing.get_origin(each) or each
        if each is Any or (issubclass_(origin, plain) and origin is not bool):
            continue
        if not (inspect.isclass(origin) and "__str__" in vars(origin)):
            return False
    return True


def issubclass_(kind: Any, of: Any) -> bool:
    """``issubclass`` that says no to what is no class."""
    return inspect.isclass(kind) and issubclass(kind, of)
