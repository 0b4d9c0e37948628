"""A record type → the schema that its form is drawn from: one kind a key, lists everywhere, nothing chosen.

The schemas of ``docs/schema`` allow what may stand in a file; a form has one way to write each thing.
"""

from __future__ import annotations

from typing import Any

from gongkai.load.document import Raw
from gongkai.records.base import Record
from gongkai.records.description import MAPPING, Value, values
from gongkai.records.fields.own_words import NONE, OwnWords, names
from gongkai.records.vocabulary.term import Term

Schema = dict[str, Any]
_DAY, _TEXT, _NUMBERS, _YES = "日期，如 2026-11-05", "文字", "一行数", "是 或 否"
#: keys whose text has several lines as a rule
_LONG = frozenset(("答", "内容", "摘要", "说明", "职责", "更正后", "原文", "原因"))
_UNCHOSEN = "请选择"
#: what comes first: all that has to be there
_LATER = 1000


def of(record_type: type[Record], own: OwnWords = NONE) -> Schema:
    """The form of one file of a type; ``own``: the words that the district added to lists."""
    record = _group(values(record_type), record_type.LABEL, own)
    if record_type.ROWS:
        return {"type": "array", "title": record_type.LABEL, "items": record}
    return record


def as_form(data: Any, record_type: type[Record]) -> Any:
    """What a file holds, as the form has it."""
    parts = values(record_type)
    if isinstance(data, list):
        return [_formed(each, parts) for each in data]
    return _formed(data, parts)


def as_written(form: Any, before: Any, record_type: type[Record]) -> Any:
    """What a form holds, written as before where it is the same."""
    parts = values(record_type)
    if isinstance(form, list):
        old = before if isinstance(before, list) else []
        return [_said(each, old[at] if at < len(old) else {}, parts) for at, each in enumerate(form)]
    return _said(form, before, parts)


def _group(parts: tuple[Value, ...], title: str, own: OwnWords) -> Schema:
    schema: Schema = {
        "type": "object",
        "title": title,
        "additionalProperties": False,
        "properties": {part.key: _property(part, at, own) for at, part in enumerate(parts)},
    }
    required = [part.key for part in parts if part.required]
    return {**schema, "required": required} if required else schema


def _property(value: Value, at: int, own: OwnWords) -> Schema:
    about: Schema = {"title": value.key, "propertyOrder": at + (0 if value.required else _LATER)}
    plain = value.choices or value.kind in (_TEXT, _DAY, _YES)
    said = value.description or ("" if plain else value.kind)
    if said and not value.says_choices:
        about["description"] = said
    one = _one(value, own)
    if value.many:
        return {**about, "type": "array", "items": {"title": value.key, **one}}
    return {**one, **about}


def _one(value: Value, own: OwnWords) -> Schema:
    if value.parts:
        return _group(value.parts, value.key, own)
    if value.choices or value.kind == _YES:
        choices = value.choices or ("是", "否")
        if value.extended and value.term and issubclass(value.term, Term):
            choices = tuple(names(value.term, own))
        titles = [_UNCHOSEN, *choices]
        return {"type": "string", "enum": ["", *choices], "options": {"enum_titles": titles}}
    if value.kind == MAPPING:
        return {"type": "object", "additionalProperties": {"type": "string"}}
    if value.kind == _NUMBERS:
        return {"type": "array", "items": {"type": "string", "title": "数"}}
    return _text(value)


def _text(value: Value) -> Schema:
    schema: Schema = {"type": "string"}
    if value.kind == _DAY:
        schema["format"] = "date"
    elif value.key in _LONG:
        schema["format"] = "textarea"
    if value.required:
        schema["minLength"] = 1
    if value.longest:
        schema["maxLength"] = value.longest
    return schema


def _formed(data: Raw, parts: tuple[Value, ...]) -> Any:
    if not isinstance(data, dict):
        return {}
    known = {part.key: part for part in parts}
    return {key: _entered(value, known[key]) for key, value in data.items() if key in known}


def _entered(data: Raw, value: Value) -> Any:
    if value.many:
        return [_single(each, value) for each in (data if isinstance(data, list) else [data])]
    return _single(data, value)


def _single(data: Raw, value: Value) -> Any:
    if not value.parts:
        return data
    if value.short and isinstance(data, str):
        return {value.parts[0].key: data}
    return _formed(data, value.parts)


def _said(form: Any, before: Any, parts: tuple[Value, ...]) -> Any:
    """Keys that the form does not know stay as they are."""
    old = before if isinstance(before, dict) else {}
    known = {part.key: part for part in parts}
    kept = {key: value for key, value in old.items() if key not in known}
    made = {key: _back(value, old.get(key), known[key]) for key, value in form.items() if key in known}
    return {**made, **kept}


def _back(form: Any, before: Any, value: Value) -> Any:
    if before is not None and _entered(before, value) == form:
        return before
    if value.many:
        return [_shortened(each, value) for each in form] if isinstance(form, list) else form
    return _shortened(form, value)


def _shortened(form: Any, value: Value) -> Any:
    """A group that has its first part alone is written as that."""
    if value.short and isinstance(form, dict) and list(form) == [value.parts[0].key]:
        return form[value.parts[0].key]
    return form
