"""A duty: what the law or a promise makes a unit do, by when, and where it stands on the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.unit import Unit


class DutyState(Enum):
    """Where a duty stands on the day; the words readers see."""

    DONE = "已公开"
    DUE_LATER = "未到期"
    DUE_SOON = "临期"
    OVERDUE = "逾期"
    #: owed without a day of its own, and nothing has been published yet
    BLANK = "空白"


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing owed: what, by whom, until when, by which rule.

    ``key`` is unique and the same in every run: calendars know a duty by it.
    ``due`` is the last day on which it is in time; None for a duty without a day. ``due_time`` is
    the last moment of that day where the term is one of hours; None: the day counts to its end.
    ``done`` is the day it was fulfilled, which may be late, and ``done_time`` the time where it is known.
    ``record`` is what it arises from (a catalogue entry, a policy, a consultation …) and
    ``evidence`` what fulfils it, newest first. ``period`` names the month, quarter or year
    it is owed for: ``2026-09``, ``2026年第三季度``, ``2026年``.
    """

    key: str
    kind: str
    title: str
    record: Record
    units: tuple[Unit, ...]
    due: dt.date | None
    state: DutyState
    basis: str
    address: str
    done: dt.date | None = None
    period: str = ""
    evidence: tuple[ContentRecord, ...] = ()
    due_time: dt.time | None = None
    done_time: dt.time | None = None

    @property
    def open(self) -> bool:
        """True while it is owed and not yet fulfilled."""
        return self.state is not DutyState.DONE

    @property
    def late(self) -> bool:
        """True when it was fulfilled after its last moment, or is still owed after its day."""
        if self.done and self.due:
            return self.is_past(self.done, self.done_time)
        return self.state is DutyState.OVERDUE

    @property
    def overdue_from(self) -> dt.date | None:
        """The day on which it will be overdue if nothing is published; None where none is to come."""
        ahead = self.state in (DutyState.DUE_LATER, DutyState.DUE_SOON)
        return self.due + dt.timedelta(days=1) if ahead and self.due else None

    def is_past(self, day: dt.date, time: dt.time | None = None) -> bool:
        """Whether what is done at that moment is late; a time that is not known is taken in its favour."""
        if self.due is None:
            return False
        return (day, time or dt.time.min) > (self.due, self.due_time or dt.time.max)

    @property
    def due_told(self) -> str:
        """Its last day, and the time where that counts; empty for a duty without a day."""
        return _moment(self.due, self.due_time)

    @property
    def done_told(self) -> str:
        """The day it was fulfilled, and the time where that counts; empty while it is not."""
        return _moment(self.done, self.done_time if self.due_time else None)


def _moment(day: dt.date | None, time: dt.time | None) -> str:
    if day is None:
        return ""
    return f"{day} {time:%H:%M}" if time else f"{day}"
