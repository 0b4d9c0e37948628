"""A record's fields as a table for readers, worked out from their types: any type of record has one."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Any

from markupsafe import Markup, escape
from pydantic import BaseModel

from gongkai.common.said_days import said
from gongkai.records.base import ContentRecord
from gongkai.records.fields.defined import own_first
from gongkai.records.fields.references import refers_to
from gongkai.records.fields.values import Refers
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.render.records.views import common
from gongkai.render.site import Site

#: fields with a place of their own on the page
_ELSEWHERE = {
    "title",
    "summary",
    "asked",
    "attachments",
    "review",
    "updates",
    "moves",
    "draft",
    "example",
    "origin",
    "origin_link",
    "ways_title",
    "ways_lead",
}
#: days on which somebody must be somewhere, or have said so
_THERE = frozenset(("date", "register_by"))


def metadata(site: Site, record: ContentRecord) -> list[tuple[str, Markup]]:
    """(label, value) of every field that says something, in the order of the record's definition."""
    rows = []
    for field in own_first(type(record)):
        cell = None if field.attribute in _ELSEWHERE else _cell(site, record, field.attribute)
        if cell:
            rows.append((field.key, cell))
    return rows


def _cell(site: Site, record: ContentRecord, name: str) -> Markup | None:
    value = record.seen(name, site.facts.register.today)
    if value in (None, (), "") or _holds_parts(value):
        return None
    if name == "replay":
        return Markup('<a href="{}">看录像</a>').format(value)
    if isinstance(value, dt.date) and isinstance(record, Event | Meeting) and name in _THERE:
        return common.day_of_week(value)
    names = value if isinstance(value, tuple) else (value,)
    refers = refers_to(type(record), name)
    if refers in (Refers.UNIT, Refers.NAMED_UNIT):
        return common.unit_links(site, record.url, names)
    if refers is Refers.ENTRY:
        return common.entry_links(site, record.url, names)
    if refers is Refers.POLICY:
        return common.policy_links(site, record.url, names)
    if refers is Refers.RECORD:
        return common.record_links(site, record.url, names)
    return common.joined([_plain(each) for each in names])


def _holds_parts(value: Any) -> bool:
    return isinstance(value, BaseModel) or (isinstance(value, tuple) and isinstance(value[0], BaseModel))


def _plain(value: Any) -> Markup:
    if isinstance(value, dt.date):
        return common.day(value)
    if isinstance(value, bool):
        return Markup("是" if value else "否")
    return Markup(escape(value.value if isinstance(value, Enum) else said(str(value))))
