"""Of which units and of which time evidence tells."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator

from gongkai.column.register import Register
from gongkai.law.duties.periods import NUMERALS
from gongkai.law.matrix.cell import Shown
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.unit import Unit

Found = Iterator[tuple[Unit, Shown]]
#: gives (unit, what it has shown) of one kind of content
Reader = Callable[[Register, DutyNorm], Found]
_MONTH = re.compile(r"(20\d\d)-(\d\d)")
_QUARTER = re.compile(r"(20\d\d)年第([一二三四])季度")
_YEAR = re.compile(r"(20\d\d)年度?")


def of_names(register: Register, names: tuple[str, ...], each: Shown) -> Found:
    """The same evidence for every unit that is named, once."""
    known = {unit.id: unit for name in names if (unit := register.unit(name))}
    return ((unit, each) for unit in known.values())


def a_year(year: int) -> tuple[dt.date, dt.date]:
    """Its first and last day."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def span_of(text: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day of the time that words name: 2026-09, 2026年第三季度, 2026年; None for none."""
    if found := _MONTH.search(text):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _QUARTER.search(text):
        return _months(int(found[1]), NUMERALS.index(found[2]) * 3 + 1, 3)
    return a_year(int(found[1])) if (found := _YEAR.search(text)) else None


def _months(year: int, first: int, count: int) -> tuple[dt.date, dt.date] | None:
    last = first + count - 1
    if not 1 <= first <= last <= 12:
        return None
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
