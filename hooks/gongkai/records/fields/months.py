"""月份: months of every year in which something is taken, for what is open again and again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator

from gongkai.records.fields.values import Count, as_list, wrong

_DAY = dt.timedelta(days=1)


def as_months(value: Any) -> Any:
    """A list of months, each once and in the order of the year."""
    found = [str(each).strip().removesuffix("月") for each in as_list(value)]
    for each in found:
        if not each.isdecimal() or not 1 <= int(each) <= 12:
            raise wrong(f"“{each}”不是月份", "写 1 到 12 的数字，如 [1, 4, 7, 10]")
    return sorted({int(each) for each in found})


Months = Annotated[tuple[Count, ...], BeforeValidator(as_months)]


def within(months: tuple[int, ...], day: dt.date) -> bool:
    """Whether a day is in one of the months; without any it always is."""
    return not months or day.month in months


def last_day(months: tuple[int, ...], day: dt.date) -> dt.date | None:
    """The last day of the run of months that a day is in; None without months, or where they are all."""
    if not months or len(months) == 12 or day.month not in months:
        return None
    return next(each for each in _firsts(day) if each.month not in months) - _DAY


def begins(months: tuple[int, ...], day: dt.date) -> dt.date | None:
    """The first day after this one on which a run of months begins."""
    found = (each for each in _firsts(day) if each.month in months and (each - _DAY).month not in months)
    return next(found, None)


def turns(months: tuple[int, ...], day: dt.date) -> Iterator[dt.date]:
    """The days of the year ahead on which a run of months begins, or is over."""
    if months:
        yield from (each for each in _firsts(day) if within(months, each) != within(months, each - _DAY))


def said(months: tuple[int, ...]) -> str:
    """The months in words."""
    return f"每年{'、'.join(f'{each}月' for each in months)}"


def _firsts(day: dt.date) -> Iterator[dt.date]:
    """The first days of the twelve months after that of a day."""
    for ahead in range(day.month, day.month + 12):
        yield dt.date(day.year + ahead // 12, ahead % 12 + 1, 1)
