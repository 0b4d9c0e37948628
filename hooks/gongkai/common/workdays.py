"""Days → working days, by the announced table of holidays and make-up days; never guessed.

chinesecalendar carries the announced years. Beyond its last one this raises
``UnknownYear``, unless the year's table is given.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from chinese_calendar import constants

SATURDAY = 5
#: keys of a year's table where it is written as text: ``2027年放假``, ``2027年上班``
YEAR_KEY = re.compile(r"(?P<year>[0-9]{4})年(?P<kind>放假|上班)")
#: what an editor does about a year whose holidays are not known
HOLIDAYS = "写进 data/rulebook/working-days.yml"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class UnknownYear(Exception):
    """The holidays of a year are not announced, or not yet written down."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(f"{year}年的放假安排还没有录入")


@dataclass(frozen=True)
class YearTable:
    """The days off and the make-up working days of one year, as announced."""

    holidays: frozenset[dt.date] = frozenset()
    make_up: frozenset[dt.date] = frozenset()


def read_tables(parameters: Mapping[str, str]) -> dict[int, YearTable]:
    """Year tables written as ``2027年放假: 2027-01-01 …``; ValueError, in Chinese, where one is wrong."""
    found: dict[int, dict[str, frozenset[dt.date]]] = {}
    for key, text in parameters.items():
        if match := YEAR_KEY.fullmatch(key):
            found.setdefault(int(match["year"]), {})[match["kind"]] = _days(key, int(match["year"]), text)
    return {
        year: YearTable(days.get("放假", frozenset()), days.get("上班", frozenset()))
        for year, days in found.items()
    }


def _days(key: str, year: int, text: str) -> frozenset[dt.date]:
    days = set()
    for word in re.split(r"[\s,，、]+", text.strip()):
        try:
            day = dt.date.fromisoformat(word) if _DATE.fullmatch(word) else None
        except ValueError:
            day = None
        if day is None or day.year != year:
            raise ValueError(f"“{key}”里的“{word}”不是 {year} 年的日期")
        days.add(day)
    return frozenset(days)


@dataclass(frozen=True)
class Workdays:
    """The working calendar: announced years, and the tables given beside them."""

    tables: Mapping[int, YearTable] = field(default_factory=dict)

    def is_workday(self, day: dt.date) -> bool:
        """True for a day on which offices work."""
        counts = self._counts(day.year)
        place = day.timetuple().tm_yday
        return counts[place] > counts[place - 1]

    def between(self, start: dt.date, end: dt.date) -> int:
        """The working days after ``start`` up to and including ``end``; negative when ``end`` is earlier."""
        if end < start:
            return -self.between(end, start)
        whole = sum(self._counts(year)[-1] for year in range(start.year, end.year))
        return whole + self._until(end) - self._until(start)

    def after(self, start: dt.date, count: int) -> dt.date:
        """The ``count``-th working day after ``start``."""
        if count < 1:
            return start
        year, goal = start.year, self._until(start) + count
        while goal > (last := self._counts(year)[-1]):
            year, goal = year + 1, goal - last
        return dt.date(year, 1, 1) + dt.timedelta(days=bisect_left(self._counts(year), goal) - 1)

    def is_past(self, start: dt.date, limit: int, day: dt.date) -> bool:
        """Whether ``day`` is after the ``limit``-th working day after ``start``.

        Reckoned from ``start``: UnknownYear only where that last day itself cannot be known yet,
        however far in an unknown year ``day`` lies.
        """
        try:
            return day > self.after(start, limit)
        except UnknownYear as unknown:
            if day.year < unknown.year:
                return False  # the last day comes later still
            raise

    def told(self, start: dt.date, limit: int, day: dt.date) -> str:
        """A day past the ``limit``-th working day, in words: its own number where that can be known."""
        try:
            days = self.between(start, day)
        except UnknownYear:
            days = limit
        return (
            f"第 {days} 个工作日"
            if days > limit
            else f"第 {limit} 个工作日（{self.after(start, limit)}）以后"
        )

    def _until(self, day: dt.date) -> int:
        return self._counts(day.year)[day.timetuple().tm_yday]

    def _counts(self, year: int) -> tuple[int, ...]:
        table = self.tables.get(year)
        if table is not None:
            return _count(year, table.holidays, table.make_up)
        if year not in announced_years():
            raise UnknownYear(year)
        return _announced_counts(year)


@cache
def announced_years() -> frozenset[int]:
    """The years whose whole table is known: those with the holidays of October in it."""
    return frozenset(day.year for day in constants.holidays if day.month == 10)


@cache
def _announced_counts(year: int) -> tuple[int, ...]:
    return _count(year, constants.holidays, constants.workdays)


def _count(year: int, holidays: Collection[dt.date], make_up: Collection[dt.date]) -> tuple[int, ...]:
    """How many working days there are up to each day of the year; index 0 is the day before it."""
    first = dt.date(year, 1, 1)
    days = [first + dt.timedelta(days=n) for n in range((dt.date(year + 1, 1, 1) - first).days)]
    works = [day in make_up or (day.weekday() < SATURDAY and day not in holidays) for day in days]
    return (0, *accumulate(int(each) for each in works))
