"""One figure worked out: its cases by year, month and unit, and how it stands to its target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from gongkai.law.figures.case import About, Case, Kind, Period, Tally, percent, tally
from gongkai.records.types.figure import Norm
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.quality import Comparison, Verdict

#: how many years a trend goes back
YEARS = 10


@dataclass(frozen=True)
class Measured:
    """A figure with everything behind it; ``cases`` newest first."""

    id: str
    about: About
    norm: Norm
    cases: tuple[Case, ...]
    today: dt.date

    @property
    def name(self) -> str:
        return self.norm.title

    @property
    def present(self) -> Period | None:
        """What the figure is told for today: ``year``, or (None) everything up to today."""
        return None if self.about.to_date else Period(self.year)

    @cached_property
    def year(self) -> int:
        """This year; in January the last one, of which all is in: of the new one hardly anything is due."""
        this, last = self.today.year, self.today.year - 1
        if self.today.month == 1 and any(case.date.year == last for case in self.cases):
            return last
        return this

    @cached_property
    def years(self) -> tuple[Period, ...]:
        """The years of its trend, oldest first; empty without cases."""
        first = min((case.date.year for case in self.cases), default=None)
        if first is None:
            return ()
        return tuple(
            Period(year) for year in range(max(first, self.today.year - YEARS + 1), self.today.year + 1)
        )

    @property
    def months(self) -> tuple[Period, ...]:
        """The months of the year that is told, up to today."""
        last = self.today.month if self.year == self.today.year else 12
        return tuple(Period(self.year, month) for month in range(1, last + 1))

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units that answer for its cases, in the order of their ids."""
        return tuple(unit for _, (unit, _) in sorted(self._by_unit.items()))

    @cached_property
    def _by_unit(self) -> Mapping[str, tuple[Unit, list[Case]]]:
        found: dict[str, tuple[Unit, list[Case]]] = {}
        for case in self.cases:
            for unit in case.units:
                found.setdefault(unit.id, (unit, []))[1].append(case)
        return found

    def cases_in(self, period: Period | None, unit: Unit | None = None) -> list[Case]:
        """The cases of a period (None: all), of a unit or of all; a stock has those alive on its last day."""
        if unit is not None:
            found: Iterable[Case] = self._by_unit.get(unit.id, (unit, []))[1]
        else:
            found = self.cases
        if self.about.kind is Kind.STOCK:
            day = min(period.last, self.today) if period else self.today
            return [case for case in found if case.date <= day and (case.until is None or case.until > day)]
        return [case for case in found if period is None or period.holds(case.date)]

    def tally(self, period: Period | None, unit: Unit | None = None) -> Tally:
        """The exact counts of a period and a unit."""
        if self.about.kind is Kind.STOCK:
            return tally(self.cases_in(period, unit))
        year, month = (period.year, period.month) if period else (None, None)
        return self._sums.get((unit.id if unit else None, year, month), Tally())

    @cached_property
    def _sums(self) -> Mapping[tuple[str | None, int | None, int | None], Tally]:
        """Unit (None: all), year (None: all), month (None: all) → counts, in one pass over the cases."""
        found: dict[tuple[str | None, int | None, int | None], list[int]] = {}
        for case in self.cases:
            added = (0, 0, 1) if case.waived else (case.counted, case.whole, 0)
            year, month = case.date.year, case.date.month
            for unit in (None, *(each.id for each in case.units)):
                for key in ((unit, None, None), (unit, year, None), (unit, year, month)):
                    sums = found.setdefault(key, [0, 0, 0])
                    for place, number in enumerate(added):
                        sums[place] += number
        return {key: Tally(*sums) for key, sums in found.items()}

    @cached_property
    def now(self) -> Tally:
        """The counts of today's figure."""
        return self.tally(self.present)

    # -- the target ----------------------------------------------------------------------

    def target(self, year: int, unit: Unit | None = None) -> Fraction | None:
        """What is asked for in a year: a share, or a number; None where nothing can be compared with."""
        if self.norm.target is None or not self.norm.holds_in(year):
            return None
        if self.about.kind is not Kind.SHARE:
            return Fraction(self.norm.target)
        asked = Fraction(self.norm.target, 100)
        if self.norm.comparison is not Comparison.RAISED:
            return asked
        before = self.tally(Period(year - 1), unit).share
        return min(Fraction(1), before * (1 + asked)) if before else None

    def verdict(self, period: Period | None, unit: Unit | None = None) -> Verdict:
        """Whether the target of the period's year was reached."""
        counts = self.tally(period, unit)
        year = period.year if period else self.today.year
        if self.norm.target is None or not self.norm.holds_in(year):
            return Verdict.NO_TARGET
        asked = self.target(year, unit)
        value = counts.share if self.about.kind is Kind.SHARE else Fraction(counts.counted)
        if value is None or not self.known:
            return Verdict.NO_CASES
        if asked is None:
            return Verdict.NO_BASE
        low = self.norm.comparison is Comparison.AT_MOST
        return Verdict.MET if (value <= asked if low else value >= asked) else Verdict.MISSED

    # -- words ---------------------------------------------------------------------------

    @property
    def known(self) -> bool:
        """False while no record holds what the figure needs."""
        return bool(self.cases)

    def value(self, counts: Tally) -> str:
        """The figure as readers see it."""
        if not self.known and self.about.missing:
            return "无数据"
        return percent(counts.share) if self.about.kind is Kind.SHARE else str(counts.counted)
