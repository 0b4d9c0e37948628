"""A day of a record that the public may want in its calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.records.vocabulary.meetings import OccasionKind


@dataclass(frozen=True, slots=True)
class Occasion:
    """What happens on a day; a record has at most one of a kind.

    ``key`` is the field the day stands in; ``time`` is Beijing time as ``09:00``, none for a whole day.
    """

    kind: OccasionKind
    key: str
    day: dt.date
    time: str | None = None
    place: str | None = None
