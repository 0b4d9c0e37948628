"""How often a norm asks → the periods it asks for on a day, each with its last day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.common.workdays import UnknownYear, Workdays
from gongkai.law.duties.periods import Period, period_of, year_day
from gongkai.records.types.duty_norm import DutyNorm, Limit
from gongkai.records.vocabulary.norms import Cycle, TermUnit

#: what is owed for each case is looked for in so many days
CASES = 365


@dataclass(frozen=True, slots=True)
class Asked:
    """A time for which something is owed. ``due`` None: no day is fixed; ``begun``: it is asked already."""

    first: dt.date | None
    last: dt.date | None
    name: str = ""
    due: dt.date | None = None
    begun: bool = True


def asked(norm: DutyNorm, today: dt.date, calendar: Workdays, soon: int) -> list[Asked]:
    """The latest period whose day is past, and the coming one when its day is near or nothing came before.

    What is owed without periods is one: the standing one has no days, that of cases the last year's.
    """
    if norm.cycle is Cycle.STANDING:
        return [Asked(None, None)]
    if norm.cycle is Cycle.EACH:
        since = today - dt.timedelta(days=CASES)
        return [Asked(max(since, norm.valid_from or since), today)]
    past = [each for each in _periods(norm, today, calendar) if _held(norm, each)]
    lapsed = [each for each in past if _over(each, today)]
    coming = [each for each in past if not _over(each, today)]
    near = [each for each in coming if each.due and (each.due - today).days <= soon]
    return [*lapsed[-1:], *(near[:1] or ([] if lapsed else coming[:1]))]


def shown_until(norm: DutyNorm, brought_to: dt.date, calendar: Workdays) -> dt.date | None:
    """Up to which day a source says that every case was published in its term; None where it has none.

    A case of the day after it was last brought up to date would be late from then on.
    """
    return _after(brought_to, norm.limit, calendar) if norm.limit.count else None


def _over(each: Asked, today: dt.date) -> bool:
    """Whether it is missing when it is not there: its day is past or, without a day, it is being asked."""
    return each.due < today if each.due else each.begun


def _held(norm: DutyNorm, each: Asked) -> bool:
    """Whether the norm was in force when the period ended."""
    return norm.valid_from is None or (each.last is not None and norm.valid_from <= each.last)


def _periods(norm: DutyNorm, today: dt.date, calendar: Workdays) -> list[Asked]:
    """Some periods around the day, the oldest first."""
    months, found = norm.cycle.months, []
    period = period_of(today, months)
    for _ in range(3):
        found.append(_asked(norm.limit, period, today, calendar))
        period = period_of(period.first - dt.timedelta(days=1), months)
    return found[::-1]


def _asked(limit: Limit, period: Period, today: dt.date, calendar: Workdays) -> Asked:
    if limit.until:
        due = _day(limit.until, period)
        return Asked(period.first, period.last, str(period), due)
    if limit.asked_from:
        begun = _day(limit.asked_from, period) <= today
        return Asked(period.first, period.last, str(period), None, begun)
    return Asked(period.first, period.last, str(period), _after(period.last, limit, calendar))


def _day(text: str, period: Period) -> dt.date:
    """``次年01-31`` of a period."""
    return year_day(period.last.year + (text[:2] == "次年"), text[2:])


def _after(last: dt.date, limit: Limit, calendar: Workdays) -> dt.date | None:
    count = limit.count or 0
    if limit.unit is TermUnit.DAYS:
        return last + dt.timedelta(days=count)
    try:
        return calendar.after(last, count)
    except UnknownYear:
        return None
