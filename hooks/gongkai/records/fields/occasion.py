"""The days of a record: those the public may want in its calendar, and pairs that have an order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.common.problems import At
from gongkai.records.vocabulary.meetings import OccasionKind

#: the name of the earlier day and the day, those of the later, and the field pointed at; a day may be None
DayPair = tuple[str, dt.date | None, str, dt.date | None, At]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What happens on a day; a record has at most one of a kind on it.

    ``key`` is the field the day stands in; ``time`` is Beijing time as ``09:00``, none for a whole day.
    """

    kind: OccasionKind
    key: str
    day: dt.date
    time: str | None = None
    place: str | None = None
