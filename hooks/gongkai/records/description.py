"""A record type → what it is made of, read from its definition once for every writer."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any

from annotated_types import MaxLen
from pydantic import BaseModel, BeforeValidator, TypeAdapter, ValidationError, WithJsonSchema
from pydantic.fields import FieldInfo

from gongkai.records import record_types
from gongkai.records.base import Record
from gongkai.records.fields.defined import own_first
from gongkai.records.fields.own_words import Extended
from gongkai.records.fields.values import as_amount, as_count, as_date, as_file, as_link, as_yes

#: the JSON Schema that field descriptions are written in
DRAFT = "http://json-schema.org/draft-07/schema#"
_KINDS: dict[Callable[[Any], Any], str] = {
    as_date: "日期，如 2026-11-05",
    as_yes: "是 或 否",
    as_count: "非负整数",
    as_amount: "万元，两位小数，如 12.50",
    as_link: "网址",
    as_file: "文件路径",
}
MAPPING = "若干行“名称: 值”"
_CHOICE = re.compile(r"\^\(([^\[\]\\(){}]+)\)\$")


@dataclass(frozen=True)
class Value:
    """One key of a record, in the words of editors."""

    key: str
    attribute: str
    kind: str
    required: bool
    many: bool
    description: str
    default: str
    choices: tuple[str, ...]
    #: the class of a closed list, for the glossary
    term: type[Enum] | None
    #: whether a district may add words to that list
    extended: bool
    longest: int | None
    #: the class of a group, and the keys below this one
    group: type[BaseModel] | None
    parts: tuple[Value, ...]
    #: True where a group may also be written as a text alone
    short: bool
    schema: dict[str, Any]
    #: what a single value is once it is read
    leaf: Any

    @property
    def says_choices(self) -> bool:
        """True when the description is nothing but the choices in words."""
        return bool(self.choices) and all(choice in self.description for choice in self.choices)


def ordered_types() -> list[type[Record]]:
    """Every record type in the order in which an editor meets them."""
    return sorted(record_types(), key=lambda each: (each.ORDER, each.TYPE))


@cache
def values(model: type[BaseModel]) -> tuple[Value, ...]:
    """The keys of a record or of a group inside one; the record's own before those it shares."""
    return tuple(_value(field.attribute, field.info) for field in own_first(model))


def file_name(record_type: type[Record]) -> str:
    """``PATH`` with its variable parts in Chinese."""
    words = {"{year}": "年份", "{unit}": "单位", "{slug}": "文件名"}
    return re.sub(r"\{\w+\}", lambda found: f"〈{words[found[0]]}〉", record_type.PATH)


def _value(name: str, info: FieldInfo) -> Value:
    whole = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    leaf, metadata, many = _unwrap(whole, [])
    group = leaf if isinstance(leaf, type) and issubclass(leaf, BaseModel) else None
    term = leaf if isinstance(leaf, type) and issubclass(leaf, Enum) else None
    longest = next((each.max_length for each in metadata if isinstance(each, MaxLen)), None)
    return Value(
        key=info.alias or name,
        attribute=name,
        kind=_kind(leaf, metadata),
        required=info.is_required(),
        many=many,
        description=info.description or "",
        default="" if info.is_required() else _default(info.default),
        choices=tuple(str(each.value) for each in term) if term else _listed(metadata),
        term=term,
        extended=any(isinstance(each, Extended) for each in metadata),
        longest=longest,
        group=group,
        parts=values(group) if group else (),
        short=group is not None and _takes_text(whole),
        leaf=leaf,
        schema={} if group else _leaf_schema(leaf, metadata, longest),
    )


def _unwrap(annotation: Any, metadata: list[Any]) -> tuple[Any, list[Any], bool]:
    """The innermost type, what is said about it, and whether there may be many."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return _unwrap(arguments[0], [*metadata, *_flat(arguments[1:])])
    if origin in {types.UnionType, typing.Union}:
        return _unwrap(next(each for each in arguments if each is not type(None)), metadata)
    if origin is tuple and any(isinstance(each, WithJsonSchema) for each in metadata):
        return annotation, metadata, False  # the type describes the whole line itself
    if origin is tuple:
        leaf, said, _ = _unwrap(arguments[0], [])
        return leaf, said, True
    return annotation, metadata, False


def _flat(metadata: typing.Iterable[Any]) -> Iterator[Any]:
    for each in metadata:
        if isinstance(each, FieldInfo):
            yield from each.metadata
        else:
            yield each


def _kind(leaf: Any, metadata: list[Any]) -> str:
    if typing.get_origin(leaf) is dict:
        return MAPPING
    if typing.get_origin(leaf) is tuple:
        return "一行数"
    if issubclass(leaf, Enum):
        return "从可填的值里选"
    readers = [each.func for each in metadata if isinstance(each, BeforeValidator)]
    return next((word for reader, word in _KINDS.items() if reader in readers), "文字")


def _patterns(metadata: list[Any]) -> list[str]:
    return [str(each.pattern) for each in metadata if getattr(each, "pattern", None)]


def _listed(metadata: list[Any]) -> tuple[str, ...]:
    """The words of a pattern that is nothing but a list of words."""
    found = next(filter(None, map(_CHOICE.fullmatch, _patterns(metadata))), None)
    return tuple(found[1].split("|")) if found else ()


def _leaf_schema(leaf: Any, metadata: list[Any], longest: int | None) -> dict[str, Any]:
    """The type's own schema; what a field adds to a type that brings its own is put beside it."""
    whole: Any = Annotated[leaf, *metadata] if metadata else leaf
    schema = _inlined(TypeAdapter(whole).json_schema())
    for pattern in _patterns(metadata):
        schema["pattern"] = pattern
    if "pattern" in schema:
        # programs for editors know the names of groups in another form, and need none
        schema["pattern"] = re.sub(r"\(\?P<\w+>", "(", schema["pattern"])
    return schema if longest is None else {**schema, "maxLength": longest}


def _inlined(schema: dict[str, Any]) -> dict[str, Any]:
    """Named parts stand where they are used: inside a larger schema their names would lead nowhere."""
    named = {f"#/$defs/{name}": part for name, part in schema.pop("$defs", {}).items()}

    def put_in(value: Any) -> Any:
        if isinstance(value, list):
            return [put_in(each) for each in value]
        if not isinstance(value, dict):
            return value
        if "$ref" in value:
            return put_in(
                {**named[value["$ref"]], **{key: each for key, each in value.items() if key != "$ref"}}
            )
        return {key: put_in(each) for key, each in value.items()}

    inlined: dict[str, Any] = put_in(schema)
    return inlined


def _default(default: Any) -> str:
    if default in (None, (), {}):
        return ""
    if isinstance(default, bool):
        return "是" if default else "否"
    return str(default.value if isinstance(default, Enum) else default)


def _takes_text(annotation: Any) -> bool:
    try:
        TypeAdapter(annotation).validate_python("文字")
    except ValidationError:
        return False
    return True
