"""What an attribute of a type is: fields of dataclasses and records, properties, methods."""

from __future__ import annotations

import builtins
import dataclasses
import datetime as dt
import inspect
import types
import typing
from collections.abc import Mapping
from enum import Enum
from functools import cache, cached_property
from typing import Any

from pydantic import BaseModel

from template_contract.kinds import Kind, Missing, call, issubclass_, members, name_of, of, union

#: what members of Python's own types give; the others' are not followed
_BUILT_IN: dict[tuple[type, str], Kind] = {
    **{(dt.date, name): int for name in ("year", "month", "day")},
    (dt.date, "weekday"): call(int),
    (dt.timedelta, "days"): int,
    **{(str, name): call(str) for name in ("strip", "lower", "upper", "replace", "removesuffix")},
}


@cache
def attribute(kind: Kind, name: str) -> Kind:
    """The type of an attribute; ``Missing`` where one of the types has none of that name."""
    return union(_attribute(each, name) for each in members(kind)) if members(kind) else Any


@cache
def written(kind: Kind, name: str) -> Kind:
    """The same as it is written, ``None`` kept; of a union the first type that has it."""
    for each in members(kind):
        if has(each, name):
            return _attribute(each, name)
    raise Missing(f"{name_of(kind)} 没有 {name}")


def has(kind: Kind, name: str) -> bool:
    """Whether every type of a union has the attribute."""
    try:
        attribute(kind, name)
    except Missing:
        return False
    return True


def _attribute(kind: Kind, name: str) -> Kind:
    origin = typing.get_origin(kind) or kind
    if kind is Any:
        return Any
    if typing.is_typeddict(origin) and name in hints(origin):
        return hints(origin)[name]
    if issubclass_(origin, Mapping):
        return _of_mapping(kind, name)
    if not inspect.isclass(origin) or origin is object:
        raise Missing(f"{name_of(kind)} 没有 {name}")
    found = _field(origin, name)
    if found is None:
        found = next((each for owner in origin.__mro__ if (each := _own(owner, name)) is not None), None)
    if found is None:
        raise Missing(f"{name_of(kind)} 没有 {name}")
    return found


def _field(owner: type, name: str) -> Kind | None:
    """A field of a record, dataclass or named tuple, or what every word of a closed list has."""
    if issubclass(owner, BaseModel) and name in owner.model_fields:
        return owner.model_fields[name].annotation
    if dataclasses.is_dataclass(owner) and name in {field.name for field in dataclasses.fields(owner)}:
        return hints(owner)[name]
    if name in getattr(owner, "_fields", ()):
        return hints(owner)[name]
    return str if issubclass(owner, Enum) and name in {"name", "value"} else None


def _own(owner: type, name: str) -> Kind | None:
    """What a class itself has of that name."""
    if (owner, name) in _BUILT_IN:
        return _BUILT_IN[owner, name]
    if name in vars(owner) and not name.startswith("_"):
        return _of_class(owner, name)
    return hints(owner)[name] if name in vars(owner).get("__annotations__", {}) else None


def _of_class(owner: type, name: str) -> Kind:
    found = inspect.getattr_static(owner, name)
    if isinstance(found, staticmethod | classmethod):
        found = found.__func__
    if isinstance(found, property | cached_property):
        reads = found.fget if isinstance(found, property) else found.func
        return hints(reads).get("return", Any)
    if inspect.isfunction(found):
        return call(hints(found).get("return", Any))
    if isinstance(found, types.MemberDescriptorType):
        return hints(owner).get(name, Any)
    return Any if inspect.isroutine(found) else type(found)


def _of_mapping(kind: Kind, name: str) -> Kind:
    key, value = typing.get_args(kind) or (Any, Any)
    known = {
        "items": call(of(list, of(tuple, key, value))),
        "keys": call(of(list, key)),
        "values": call(of(list, value)),
        "get": call(value),
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


def hints(thing: Any) -> dict[str, Kind]:
    """The annotations of a class or function, what is noted about them kept out."""
    return _hints(thing)


@cache
def _hints(thing: Any) -> dict[str, Kind]:
    if not inspect.isclass(thing):
        return {name: _evaluated(each, thing.__globals__) for name, each in thing.__annotations__.items()}
    found: dict[str, Kind] = {}
    for parent in reversed(thing.__mro__):
        module = vars(inspect.getmodule(parent) or types)
        own = vars(parent).get("__annotations__", {})
        found.update({name: _evaluated(each, module) for name, each in own.items()})
    return found


def _evaluated(written: Any, names: Mapping[str, Any]) -> Kind:
    if isinstance(written, typing.ForwardRef):  # as a TypedDict keeps them
        written = written.__forward_arg__
    found = eval(written, dict(names), _Lenient(names)) if isinstance(written, str) else written
    if typing.get_origin(found) is typing.ClassVar:
        found = typing.get_args(found)[0]
    return found
