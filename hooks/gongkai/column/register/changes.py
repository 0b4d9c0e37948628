"""What readers were told of changes to a record: its corrections, the day it last changed, its wordings."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from gongkai.column.register.names import NamedRecords
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.correction import Correction
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting

_DAY = dt.timedelta(days=1)


class Wording(NamedTuple):
    """A text as readers had it, by its digest and those of its lines.

    ``day``: of the last change they were told of, ``changes``: how many there had been.
    """

    day: dt.date
    changes: int
    digest: str
    lines: str = ""

    def line(self, record: str, key: str) -> str:
        """Its line of the register."""
        return f"{record} {key} {self.day} {self.changes} {self.digest} {self.lines}".rstrip()


class Kept(NamedTuple):
    """A text that was published before and has changed since: from ``day`` on readers had it."""

    day: dt.date
    text: str
    path: str


class ChangedRecords(NamedRecords):
    """Records with what was corrected in them."""

    def corrections_of(self, record: ContentRecord) -> list[Correction]:
        """The public corrections of a record, oldest first."""
        return self._corrections.get(record.id, [])

    @cached_property
    def _corrections(self) -> dict[str, list[Correction]]:
        found: dict[str, list[Correction]] = defaultdict(list)
        # of one day in the order of their names: name, name-2
        for correction in sorted(self.public(Correction), key=lambda each: (each.corrected_on, each.id)):
            if target := self.record(correction.target):
                found[target.id].append(correction)
        return found

    def last_change(self, record: ContentRecord) -> dt.date:
        """The newest day on which readers got something new of a record, corrections too."""
        corrected = (each.corrected_on for each in self.corrections_of(record))
        return max((record.last_change(self.today), *corrected))


def turned(record: ContentRecord, due: dt.date | None, today: dt.date) -> Iterator[dt.date]:
    """The days up to today on which its state changed, of what people take part in; ``due``: of its answer.

    An answer that was given has its own day.
    """
    days = [due + _DAY] if due else []
    if isinstance(record, Consultation):
        days += [record.opens_on, record.closes_on + _DAY]
    elif isinstance(record, Event | Meeting):
        days.append(record.date + _DAY)
    yield from (each for each in days if record.published <= each <= today)
