"""Register → the days of all public records, in order."""

from __future__ import annotations

import datetime as dt

from gongkai.column.register import Register
from gongkai.exports.made import CalendarDay
from gongkai.records.base import ContentRecord
from gongkai.records.fields.confirmed import moves_of
from gongkai.records.fields.occasion import Occasion
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Status
from gongkai.records.vocabulary.meetings import OccasionKind

DAY = dt.timedelta(days=1)


def occasions(register: Register) -> list[CalendarDay]:
    """Every day of every public record, the earliest first."""
    found = [
        CalendarDay(each, record, tuple(register.units_of(record)), moves_of(record, each.key))
        for record in register.all
        for each in record.occasions
        if _comes(register, record, each)
    ]
    return sorted(found, key=lambda each: (each.day, each.occasion.time or "", each.record.id, each.title))


def _comes(register: Register, record: ContentRecord, occasion: Occasion) -> bool:
    """A document that is repealed before its last day does not come to its end on it."""
    if occasion.kind is not OccasionKind.EXPIRES or not isinstance(record, Policy):
        return True
    return register.standing_on(record, occasion.day + DAY).status is Status.EXPIRED
