"""Types as templates meet them: what an attribute, an item, an element or a call of a type gives.

A type is what Python's annotations say (``list[Entry]``, ``dt.date | None``, a class). ``Any``
stands for what cannot be known and is never wrong. ``None`` in a union is left out: whether a
value is there is tried by rendering, not here.
"""

from __future__ import annotations

import builtins
import dataclasses
import datetime as dt
import inspect
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

Kind = Any
#: what members of Python's own types give; the others' are not followed
_BUILT_IN: dict[tuple[type, str], Kind] = {
    **{(dt.date, name): int for name in ("year", "month", "day")},
    (dt.date, "weekday"): Callable[..., int],
    (dt.timedelta, "days"): int,
    **{(str, name): Callable[..., str] for name in ("strip", "lower", "upper", "replace", "removesuffix")},
}


class Missing(Exception):
    """A type has no such attribute, or cannot be used in this way."""


def union(kinds: Iterable[Kind]) -> Kind:
    """One type for several; ``Any`` where one of them is unknown."""
    found = list(dict.fromkeys(member for kind in kinds for member in members(kind)))
    if not found:
        return Any
    return Any if Any in found else typing.Union[tuple(found)]  # noqa: UP007


def members(kind: Kind) -> list[Kind]:
    """The types of a union, without ``None`` and without what is only noted about a type."""
    if isinstance(kind, typing.TypeAliasType if hasattr(typing, "TypeAliasType") else ()):
        kind = kind.__value__
    origin = typing.get_origin(kind)
    if origin is typing.Annotated:
        return members(typing.get_args(kind)[0])
    if origin in (typing.Union, types.UnionType):
        return [each for part in typing.get_args(kind) for each in members(part)]
    if origin is typing.Literal:
        return [type(typing.get_args(kind)[0])]
    return [] if kind in (None, type(None)) else [kind]


def name_of(kind: Kind) -> str:
    """A type in words, for messages."""
    return (
        " | ".join(
            getattr(each, "__name__", str(each)) if not typing.get_args(each) else str(each)
            for each in members(kind)
        )
        or "None"
    )


def attribute(kind: Kind, name: str) -> Kind:
    """The type of an attribute; ``Missing`` where one of the types has none of that name."""
    return union(_attribute(each, name) for each in members(kind)) if members(kind) else Any


def has(kind: Kind, name: str) -> bool:
    """Whether every type of a union has the attribute."""
    try:
        attribute(kind, name)
    except Missing:
        return False
    return True


def _attribute(kind: Kind, name: str) -> Kind:
    if kind is Any:
        return Any
    origin = typing.get_origin(kind) or kind
    if issubclass_(origin, Mapping):
        return _of_mapping(kind, name)
    if not inspect.isclass(origin) or origin is object:
        raise Missing(f"{name_of(kind)} 没有 {name}")
    if issubclass(origin, BaseModel) and name in origin.model_fields:
        return origin.model_fields[name].annotation
    if dataclasses.is_dataclass(origin) and name in {field.name for field in dataclasses.fields(origin)}:
        return hints(origin)[name]
    for parent in origin.__mro__:
        if (parent, name) in _BUILT_IN:
            return _BUILT_IN[parent, name]
        if name in vars(parent) and not name.startswith("_"):
            return _of_class(parent, name)
        if name in vars(parent).get("__annotations__", {}):
            return hints(parent)[name]
    if issubclass(origin, Enum) and name in {"name", "value"}:
        return str
    if issubclass(origin, tuple) and name in getattr(origin, "_fields", ()):
        return hints(origin)[name]
    raise Missing(f"{name_of(kind)} 没有 {name}")


def _of_class(owner: type, name: str) -> Kind:
    found = inspect.getattr_static(owner, name)
    if isinstance(found, property) and found.fget:
        return hints(found.fget).get("return", Any)
    if isinstance(found, cached_property):
        return hints(found.func).get("return", Any)
    if isinstance(found, staticmethod | classmethod):
        found = found.__func__
    if inspect.isfunction(found):
        return Callable[..., hints(found).get("return", Any)]  # type: ignore[misc]
    if isinstance(found, types.MemberDescriptorType):
        return hints(owner).get(name, Any)
    if inspect.ismethoddescriptor(found) or inspect.isbuiltin(found):
        return Any
    if isinstance(found, types.DynamicClassAttribute) or type(found).__name__ == "property":
        return str
    return type(found)


def _of_mapping(kind: Kind, name: str) -> Kind:
    key, value = typing.get_args(kind) or (Any, Any)
    known = {
        "items": Callable[..., list[tuple[key, value]]],  # type: ignore[valid-type]
        "keys": Callable[..., list[key]],  # type: ignore[valid-type]
        "values": Callable[..., list[value]],  # type: ignore[valid-type]
        "get": Callable[..., value],
    }
    if name not in known:
        raise Missing(f"{name_of(kind)} 没有 {name}")
    return known[name]


class _Lenient(dict[str, Any]):
    """Names that a module only knows while its types are checked are unknown here."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, name: str) -> Any:
        if name in self._known or hasattr(builtins, name):
            raise KeyError(name)
        return Any


@cache
def hints(thing: Any) -> dict[str, Kind]:
    """The annotations of a class or function, what is noted about them kept out."""
    if inspect.isclass(thing):
        found: dict[str, Kind] = {}
        for parent in reversed(thing.__mro__):
            module = vars(inspect.getmodule(parent) or types)
            for name, written in vars(parent).get("__annotations__", {}).items():
                found[name] = _evaluated(written, module)
        return found
    return {name: _evaluated(written, thing.__globals__) for name, written in thing.__annotations__.items()}


def _evaluated(written: Any, names: Mapping[str, Any]) -> Kind:
    found = eval(written, dict(names), _Lenient(names)) if isinstance(written, str) else written
    if typing.get_origin(found) is typing.ClassVar:
        found = typing.get_args(found)[0]
    return found


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
        return list[element(kind)]  # type: ignore[misc]
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
    if typing.get_origin(kind) is not typing.get_origin(Callable[..., Any]):
        raise Missing(f"{name_of(kind)} 不能调用")
    return typing.get_args(kind)[1]


def is_a(kind: Kind, wanted: type) -> bool:
    """Whether every type of a union is one of those wanted."""
    return all(each is Any or issubclass_(typing.get_origin(each) or each, wanted) for each in members(kind))


def printable(kind: Kind) -> bool:
    """Whether readers can be shown a value: words, numbers, days, and what says how it is shown."""
    plain = (str, int, float, Decimal, dt.date, Markup, Enum)
    for each in members(kind):
        origin = typing.get_origin(each) or each
        if each is Any or issubclass_(origin, plain) and origin is not bool:
            continue
        if not (inspect.isclass(origin) and "__str__" in vars(origin)):
            return False
    return True


def issubclass_(kind: Any, of: Any) -> bool:
    """``issubclass`` that says no to what is no class."""
    return inspect.isclass(kind) and issubclass(kind, of)
