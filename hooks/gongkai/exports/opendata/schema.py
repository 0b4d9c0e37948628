"""JSON Schema of a line of JSON Lines: what the files always hold, stricter than what editors may write."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from gongkai.exports import record_rows
from gongkai.exports.row_shapes import EXTRA, own_values, public_values
from gongkai.records.base import ContentRecord, Record
from gongkai.records.description import DRAFT, Value
from gongkai.records.fields.own_words import NONE, OwnWords

Schema = dict[str, Any]

DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_EXTRA: dict[str, Schema] = {
    record_rows.ID: {"type": "string", "minLength": 1},
    record_rows.STATE: {"type": ["string", "null"]},
    record_rows.CHANGED: {**DAY, "type": ["string", "null"]},
    record_rows.ADDRESS: {"type": "string", "format": "uri", "pattern": "^https?://"},
    record_rows.TEXT: {"type": "string"},
}


def of_type(record_type: type[Record], address: str = "", column: OwnWords = NONE) -> Schema:
    """The schema of one line: every key is always there, null or an empty list where nothing is said.

    ``address`` is where it can be read, by which others refer to it; ``column``: the words that it added
    to open lists.
    """
    own = own_values(record_type, column)
    text = (record_rows.TEXT,) if issubclass(record_type, ContentRecord) else ()
    properties = {
        key: _property(own[key]) if key in own else {"description": EXTRA[key], **_EXTRA[key]}
        for key in (*record_rows.keys(record_type), *text)
    }
    return headed(address, record_type.LABEL, whole_of(properties))


def headed(address: str, name: str, whole: Schema) -> Schema:
    """A schema with where it stands and what it is of."""
    return {
        "$schema": DRAFT,
        **({"$id": address} if address else {}),
        "title": f"{name}（JSON Lines 的一行）",
        **whole,
    }


def whole_of(properties: dict[str, Schema]) -> Schema:
    """An object with these keys, all of them and no other."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": list(properties),
    }


def _property(value: Value) -> Schema:
    about: Schema = {"description": value.description or value.kind}
    one = _one(value)
    if value.many:
        return {**about, "type": "array", "items": one}
    said = value.required or value.default
    return {**about, **(one if said else {"anyOf": [one, {"type": "null"}]})}


def _one(value: Value) -> Schema:
    if value.parts:
        return whole_of({part.key: _property(part) for part in public_values(value.parts)})
    if value.choices:
        return {"enum": list(value.choices)}
    return _written(value)


def _written(value: Value) -> Schema:
    """A single value as it is written in JSON: numbers are numbers there, not digits."""
    if value.leaf is dt.date:
        return DAY
    if value.kind == "非负整数":
        return {"type": "integer", "minimum": 0}
    if value.leaf in (int, float, Decimal):
        return {"type": "number"}
    kept = ("type", "enum", "pattern", "minLength", "maxLength", "additionalProperties")
    return {name: value.schema[name] for name in kept if name in value.schema}
