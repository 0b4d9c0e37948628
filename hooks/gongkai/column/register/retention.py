"""Records and the rule of retention → how long each is kept, and what is due for the archive on the day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord
from gongkai.records.fields.values import as_date
from gongkai.records.types.retention import RetentionRule
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.publishing import ArchiveState, Keeping


@dataclass(frozen=True)
class Terms:
    """When the records of a year are filed and handed over.

    ``file_by`` is the month and day of the following year, as ``06-30``; ``hand_over_after`` a
    number of years.
    """

    file_by: str
    hand_over_after: int

    @classmethod
    def of(cls, standard: Standard) -> Terms:
        return cls(standard.parameters["归档截止"], standard.number("移交年限"))

    def filed(self, year: int) -> dt.date:
        """The last day for the archive of the unit itself."""
        return as_date(f"{year + 1}-{self.file_by}")

    def handed_over(self, year: int) -> dt.date:
        """The day on which the records of a year have been kept so long that they are handed over."""
        return dt.date(year + self.hand_over_after, 12, 31)


def as_month_day(text: str) -> str:
    """A day of every year, as ``06-30``; ValueError else."""
    as_date(f"2001-{text}")
    return text


def rule_of(register: Register, record: ContentRecord) -> RetentionRule | None:
    """The category a record belongs to: the first that fits."""
    return next((rule for rule in register.everything(RetentionRule) if rule.fits(record)), None)


@dataclass(frozen=True)
class Year:
    """What was published in a year, by how long it is kept; None: not settled."""

    year: int
    records: dict[Keeping | None, list[ContentRecord]]
    file_by: dt.date
    hand_over: dt.date
    state: ArchiveState

    def count(self, keeping: Keeping | None) -> int:
        return len(self.records.get(keeping, ()))

    @property
    def total(self) -> int:
        return sum(map(len, self.records.values()))


def years(register: Register, terms: Terms) -> list[Year]:
    """Every year with records, the newest first."""
    found: dict[int, dict[Keeping | None, list[ContentRecord]]] = defaultdict(lambda: defaultdict(list))
    for record in register.all:
        rule = rule_of(register, record)
        found[record.published.year][rule.keeping if rule else None].append(record)
    return [
        Year(
            year,
            dict(records),
            terms.filed(year),
            terms.handed_over(year),
            state_on(terms, year, register.today),
        )
        for year, records in sorted(found.items(), reverse=True)
    ]


def state_on(terms: Terms, year: int, today: dt.date) -> ArchiveState:
    """Where the records of a year stand on a day."""
    if today.year <= year:
        return ArchiveState.GATHERING
    if today <= terms.filed(year):
        return ArchiveState.FILING
    return ArchiveState.FILED if today <= terms.handed_over(year) else ArchiveState.HANDED_OVER


def runs_out(record: ContentRecord, keeping: Keeping) -> dt.date | None:
    """The last day of a record's period, counted from the end of its year; None for 永久."""
    return dt.date(record.published.year + keeping.years, 12, 31) if keeping.years else None
