"""Records and the rule of retention → how long each is kept, and what is due for the archive on the day."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord
from gongkai.records.fields.values import as_date
from gongkai.records.types.handover import Handover
from gongkai.records.types.retention import RetentionRule
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.publishing import ArchiveState, ArchiveStep, Keeping


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

    def due(self, step: ArchiveStep, year: int) -> dt.date:
        """The last day of a step for the records of a year."""
        return self.filed(year) if step is ArchiveStep.FILED else self.handed_over(year)


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
    #: the state of those that are furthest behind, and how many these are
    state: ArchiveState
    standing: int

    def count(self, keeping: Keeping | None) -> int:
        return len(self.records.get(keeping, ()))

    @property
    def total(self) -> int:
        return sum(map(len, self.records.values()))


#: the state of a year is the first of these that one of its records has
_BEHIND = (
    ArchiveState.HANDED_OVER,
    ArchiveState.FILED,
    ArchiveState.FILING,
    ArchiveState.GATHERING,
    ArchiveState.KEPT,
    ArchiveState.GIVEN,
)


def years(register: Register, terms: Terms) -> list[Year]:
    """Every year with records, the newest first."""
    found: dict[int, dict[Keeping | None, list[ContentRecord]]] = defaultdict(lambda: defaultdict(list))
    states: dict[int, Counter[ArchiveState]] = defaultdict(Counter)
    for record in register.all:
        rule, year = rule_of(register, record), record.published.year
        found[year][rule.keeping if rule else None].append(record)
        states[year][state_of(register, terms, record)] += 1
    return [
        _year(year, dict(records), terms, states[year])
        for year, records in sorted(found.items(), reverse=True)
    ]


def _year(
    year: int,
    records: dict[Keeping | None, list[ContentRecord]],
    terms: Terms,
    states: Counter[ArchiveState],
) -> Year:
    state = next(each for each in _BEHIND if states[each])
    return Year(year, records, terms.filed(year), terms.handed_over(year), state, states[state])


def state_on(terms: Terms, year: int, today: dt.date) -> ArchiveState:
    """Where the records of a year have to stand on a day, whatever was delivered."""
    if today.year <= year:
        return ArchiveState.GATHERING
    if today <= terms.filed(year):
        return ArchiveState.FILING
    return ArchiveState.FILED if today <= terms.handed_over(year) else ArchiveState.HANDED_OVER


def state_of(register: Register, terms: Terms, record: ContentRecord) -> ArchiveState:
    """Where one record stands: what was delivered counts; only what is kept long goes on to the archive."""
    if any(covers(register, each, record) for each in deliveries(register, ArchiveStep.MOVED)):
        return ArchiveState.GIVEN
    due, rule = state_on(terms, record.published.year, register.today), rule_of(register, record)
    if due is ArchiveState.HANDED_OVER and (rule is None or rule.keeping.handed_over):
        return due
    if any(covers(register, each, record) for each in deliveries(register, ArchiveStep.FILED)):
        return ArchiveState.KEPT
    return ArchiveState.FILED if due is ArchiveState.HANDED_OVER else due


def deliveries(register: Register, step: ArchiveStep) -> list[Handover]:
    """What was delivered up to the day, the newest first."""
    found = (each for each in register.everything(Handover) if each.step is step)
    done = [each for each in found if each.done_on(register.today)]
    return sorted(done, key=lambda each: (each.delivered_on, each.id), reverse=True)


def covers(register: Register, delivery: Handover, record: ContentRecord) -> bool:
    """Whether a record was in a delivery: of its year, and of the kinds and units that it names."""
    if delivery.year != str(record.published.year):
        return False
    if delivery.kinds and record.LABEL not in delivery.kinds:
        return False
    named = {unit.id for name in delivery.units if (unit := register.unit(name))}
    return not named or any(unit.id in named for unit in register.units_of(record))


def runs_out(record: ContentRecord, keeping: Keeping) -> dt.date | None:
    """The last day of a record's period, counted from the end of its year; None for 永久."""
    return dt.date(record.published.year + keeping.years, 12, 31) if keeping.years else None
