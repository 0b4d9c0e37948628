"""A day → the months, quarters and years for which things are owed."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMERALS = "一二三四"
#: how many months each 公开时限 that comes again spans
MONTHS = {"每月": 1, "每季度": 3, "每半年": 6, "每年": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """One month, quarter, half or whole year."""

    first: dt.date
    last: dt.date

    @property
    def months(self) -> int:
        return self.last.month - self.first.month + 1

    def __str__(self) -> str:
        """``2026-09``, ``2026年第三季度``, ``2026年上半年``, ``2026年``."""
        year = self.first.year
        if self.months == 1:
            return f"{year}-{self.first.month:02d}"
        if self.months == 3:
            return f"{year}年第{NUMERALS[self.last.month // 3 - 1]}季度"
        half = "上半年" if self.first.month == 1 else "下半年"
        return f"{year}年" if self.months == 12 else f"{year}年{half}"


def period_of(day: dt.date, months: int) -> Period:
    """The period of so many months that a day lies in."""
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return Period(
        dt.date(day.year, first, 1), dt.date(day.year, last, calendar.monthrange(day.year, last)[1])
    )


def periods(since: dt.date, until: dt.date, months: int) -> Iterator[Period]:
    """The whole periods that begin on ``since`` or later, up to the one ``until`` lies in."""
    period = period_of(since, months)
    if period.first < since:
        period = period_of(period.last + dt.timedelta(days=1), months)
    while period.first <= until:
        yield period
        period = period_of(period.last + dt.timedelta(days=1), months)


def year_day(year: int, month_day: str) -> dt.date:
    """``03-31`` in a year; the last day of February where the year has no such day."""
    match = re.fullmatch(r"(\d{2})-(\d{2})", month_day, re.ASCII)
    if match is None or not 1 <= int(match[1]) <= 12:
        raise ValueError(f"“{month_day}”不是月-日，写成 03-31 这样")
    month, day = int(match[1]), int(match[2])
    return dt.date(year, month, max(1, min(day, calendar.monthrange(year, month)[1])))


def as_month_day(text: str) -> str:
    """A parameter that is a day of every year, written ``03-31``; ValueError, in Chinese, else."""
    year_day(2024, text)
    return text
