"""A rule's parameters → what a kind of duty is reckoned by, and how its state follows from its days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from gongkai.column.register import Register
from gongkai.common.workdays import UnknownYear, Workdays, YearTable, read_tables
from gongkai.law.duties.duty import Duty, DutyState
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.values import as_date
from gongkai.records.types.standard import Standard
from gongkai.records.types.unit import Unit

CALENDAR = "working-days"


@dataclass(frozen=True)
class Terms:
    """The register, the rule a kind rests on, the working calendar, and the days of 临期."""

    register: Register
    standard: Standard
    calendar: Workdays
    soon: int = 0

    @classmethod
    def of_rule(cls, register: Register, rule: Standard) -> Terms:
        """For a check: its standard carries the years of holidays beside its own parameters."""
        return cls(register, rule, Workdays(read_tables(rule.parameters)))

    def on(self, day: dt.date) -> Terms | None:
        """The same by the rule as it was on a day; None when there was none."""
        then = self.standard.on(day)
        return replace(self, standard=then) if then else None

    @property
    def today(self) -> dt.date:
        return self.register.today

    def number(self, name: str) -> int:
        """A whole-number parameter."""
        return self.standard.number(name)

    def day(self, name: str) -> dt.date:
        """A parameter that is a day."""
        return as_date(self.standard.parameters[name])

    def working_day(self, start: dt.date, count: int) -> dt.date | None:
        """The ``count``-th working day after ``start``; None where a year's holidays are not known."""
        try:
            return self.calendar.after(start, count)
        except UnknownYear:
            return None

    def state(
        self, due: dt.date | None, done: dt.date | None, *, blank: bool = False, soon: int | None = None
    ) -> DutyState:
        """Where a duty stands on the day; ``blank`` for one that never had a day."""
        if done is not None and done <= self.today:
            return DutyState.DONE
        if due is None:
            return DutyState.BLANK if blank else DutyState.DUE_LATER
        if due < self.today:
            return DutyState.OVERDUE
        near = (due - self.today).days <= (self.soon if soon is None else soon)
        return DutyState.DUE_SOON if near else DutyState.DUE_LATER

    def duty(
        self,
        kind: str,
        record: Record,
        title: str,
        *,
        due: dt.date | None,
        done: dt.date | None = None,
        units: Iterable[Unit] | None = None,
        subject: str | None = None,
        part: str = "",
        period: str = "",
        evidence: tuple[ContentRecord, ...] = (),
        address: str | None = None,
        state: DutyState | None = None,
        soon: int | None = None,
        due_time: dt.time | None = None,
        done_time: dt.time | None = None,
    ) -> Duty:
        """A duty of a record; ``part`` tells it from others of the same kind and record.

        ``subject`` stands in the key instead of the record where that is not the same one
        before and after it is fulfilled.
        """
        done = done if done is not None and done <= self.today else None
        if units is None:
            units = self.register.units_of(record) if isinstance(record, ContentRecord) else ()
        return Duty(
            key="/".join(filter(None, (kind, subject or record.id, part))),
            kind=kind,
            title=title,
            record=record,
            units=tuple(units),
            due=due,
            state=state or self.state(due, done, soon=soon),
            basis=self.standard.basis,
            address=record.url if address is None else address,
            done=done,
            period=period,
            evidence=evidence,
            due_time=due_time,
            done_time=done_time if done is not None else None,
        )


def calendar_of(standards: Mapping[str, Standard]) -> Workdays:
    """The announced years, and those that editors wrote into the calendar's standard."""
    tables: dict[int, YearTable] = {}
    written = standards[CALENDAR].parameters if CALENDAR in standards else {}
    years = {key[:4] for key in written}
    for year in sorted(years):
        try:
            tables.update(read_tables({k: v for k, v in written.items() if k.startswith(year)}))
        except ValueError:
            continue  # the calendar's own rule reports it
    return Workdays(tables)
