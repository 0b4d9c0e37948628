"""A kept entry of the 发布日志 beside what a record says now: whether the two say the same."""

from __future__ import annotations

from gongkai.column.register import Event, Register
from gongkai.law.shared.corrected_day import corrected
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.confirmed import fixed_keys
from gongkai.records.types.correction import Correction
from gongkai.records.vocabulary.publishing import LogKind


def day_excused(register: Register, record: Record, event: Event, now: Event) -> bool:
    """Whether another rule looks at the day, or readers were told that it was wrong, or it still counts."""
    if event.number or not isinstance(record, ContentRecord):
        return False
    held = "发布日期" in fixed_keys(type(record)) or event.day in record.change_days
    return held or corrected(register.corrections_of(record), event.day, now.day)


def same_words(record: Record, event: Event, now: Event) -> bool:
    """Publication has no words; a correction names what it corrects by its title of the day."""
    if isinstance(record, Correction) and event.kind is LogKind.CORRECTED:
        return event.note.endswith(now.note.partition("原因：")[2] or now.note)
    return event.kind is LogKind.PUBLISHED or event.note == now.note


def words(event: Event) -> str:
    """The entry as a message names it."""
    return f"{event.day} {event.kind.value}" + (f"“{event.note}”" if event.note else "")
