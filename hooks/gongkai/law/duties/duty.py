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
    ``due`` is the last day on which it is in time; None for a duty without a day.
    ``done`` is the day it was fulfilled, which may be late.
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

    @property
    def open(self) -> bool:
        """True while it is owed and not yet fulfilled."""
        return self.state is not DutyState.DONE

    @property
    def late(self) -> bool:
        """True when it was, or still is, fulfilled after its day."""
        if self.done and self.due:
            return self.done > self.due
        return self.state is DutyState.OVERDUE
