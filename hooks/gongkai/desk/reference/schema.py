"""JSON Schema of every record type, for editors' programs that complete and check while typing.

YAML is read as text here and with guessed types there, so a bare number is allowed
where a text is meant; everything else is as strict as the build.
"""

from __future__ import annotations

import json
from typing import Any

from gongkai.records.base import Record
from gongkai.records.description import DRAFT, Value, file_name, ordered_types, values

Schema = dict[str, Any]


def files() -> dict[str, str]:
    """``docs/schema/<type>.json`` → its text."""
    return {f"docs/schema/{each.TYPE}.json": _text(of_type(each)) for each in ordered_types()}


def of_type(record_type: type[Record]) -> Schema:
    """The schema of one file of a type."""
    about = {"title": record_type.LABEL, "description": f"{record_type.LABEL}，放在 {file_name(record_type)}"}
    record = _group(values(record_type))
    shape = {"type": "array", "items": record, "minItems": 1} if record_type.ROWS else record
    return {"$schema": DRAFT, **about, **shape}


def _group(parts: tuple[Value, ...]) -> Schema:
    schema: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {part.key: _property(part) for part in parts},
    }
    required = [part.key for part in parts if part.required]
    return {**schema, "required": required} if required else schema


def _property(value: Value) -> Schema:
    about: Schema = {"title": value.key, "description": value.description or value.kind}
    if value.default:
        about["default"] = value.default
    one = _one(value)
    return {**about, **(_many(one) if value.many else one)}


def _many(one: Schema) -> Schema:
    """A list; a single value stands for a list of one, except a group, which needs its dash."""
    listed = {"type": "array", "items": one, "minItems": 1}
    if one.get("type") == "object":
        return listed
    alone = next((each for each in one.get("anyOf", ()) if each.get("type") != "object"), one)
    return {"anyOf": [alone, listed]}


def _one(value: Value) -> Schema:
    if value.parts:
        group = _group(value.parts)
        return {"anyOf": [{"type": "string", "minLength": 1}, group]} if value.short else group
    if value.extended:
        return _as_typed(value.schema)
    if value.choices:
        return {"enum": list(value.choices)}
    return _as_typed(value.schema)


def _as_typed(schema: Schema) -> Schema:
    """The type's own schema, with numbers allowed where a text without a fixed form is meant."""
    kept = {name: part for name, part in schema.items() if name not in {"title", "description", "default"}}
    if kept.get("type") == "string":
        kept["type"] = ["string", "number"]
    if isinstance(kept.get("additionalProperties"), dict):
        kept["additionalProperties"] = _as_typed(kept["additionalProperties"])
    return kept


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
