"""A record as open data: every field readers may have, under its Chinese key, in plain values.

One place decides what leaves the column as data: lists to download, open data and the
database are all written from these rows.
"""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord, Part, Record
from gongkai.records.fields.defined import own_first
from gongkai.records.fields.parts import KEPT_INSIDE
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.personal_exception import PersonalException
from gongkai.records.types.standard import Standard
from gongkai.records.types.waiver import Waiver

Json = str | int | float | Decimal | None | list["Json"] | dict[str, "Json"]
Row = dict[str, Json]

#: what every row has beside its fields; ``TEXT`` where the record has one
ID, STATE, CHANGED, ADDRESS, TEXT = "id", "状态", "最后更新", "网址", "正文"


@cache
def exported(model: type[Part]) -> tuple[tuple[str, str], ...]:
    """(attribute, key) of the fields that are data, a record's own before those every record has."""
    found = ((field.attribute, field.key) for field in own_first(model))
    return tuple((name, key) for name, key in found if name not in KEPT_INSIDE)


@cache
def keys(record_type: type[Record]) -> tuple[str, ...]:
    """The keys of a type's rows in order, without the text."""
    own = [key for _, key in exported(record_type)]
    return (ID, *own, *(key for key in (STATE, CHANGED, ADDRESS) if key not in own))


def row(record: Record, register: Register) -> Row:
    """The record's fields, and its id, 状态 on the day, 最后更新, 网址 and 正文 (Markdown)."""
    today = register.today
    made: Row = {ID: record.id}
    made |= {key: plain(record.seen(name, today), today) for name, key in exported(type(record))}
    made.setdefault(STATE, None)
    content = record if isinstance(record, ContentRecord) else None
    if content and (state := register.state(content)):
        made[STATE] = state.value
    if isinstance(record, Standard):
        made[STATE] = record.force_on(today).value
    made[CHANGED] = register.last_change(content).isoformat() if content else None
    made[ADDRESS] = register.column.root + _place(record)
    return made | {TEXT: record.body} if content else made


def _place(record: Record) -> str:
    if isinstance(record, PersonalException):
        return record.anchor
    return record.place if isinstance(record, CatalogueEntry | Standard | Waiver) else record.url


def value(record: Record, key: str, today: dt.date) -> Json:
    """What stands in a record's row under the key of one of its fields."""
    names = {each: name for name, each in exported(type(record))}
    return plain(record.seen(names[key], today), today)


def as_json(made: Json) -> str:
    """A row, or a value in it, as JSON on one line: amounts are numbers."""
    return json.dumps(made, ensure_ascii=False, default=float)


def flat(made: Json) -> str | int | float | Decimal | None:
    """A value as it stands in one cell."""
    if isinstance(made, list) and not any(isinstance(each, dict) for each in made):
        return "；".join(map(str, made))
    return as_json(made) if isinstance(made, list | dict) else made


def plain(value: Any, today: dt.date) -> Json:
    """A field's value as text, number, list or mapping; of parts, what readers see on the day.

    An amount of money keeps its two decimal places; ``as_json`` makes it a number.
    """
    if value is None or type(value) is str:
        return value  # as most are
    if isinstance(value, Part):
        return {key: plain(value.seen(name, today), today) for name, key in exported(type(value))} or None
    if isinstance(value, tuple):
        return [plain(each, today) for each in value]
    if isinstance(value, dict):
        return {str(key): plain(each, today) for key, each in value.items()}
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, dt.date) else value
