"""依申请公开月度数字: each month's counts are published so many days after the month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.law.duties.duty import Duty
from gongkai.law.duties.periods import periods
from gongkai.law.duties.terms import Terms
from gongkai.records.fields.values import as_count, as_date
from gongkai.records.types.request_stats import RequestStats

RULE = "request-stats-due"
NEEDS = {"月后天数": as_count, "适用自": as_date}


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a month for every unit that publishes such counts, from its first year on."""
    latest: dict[str, RequestStats] = {}
    for stats in terms.register.public(RequestStats):
        latest.setdefault(stats.unit, stats)
    for name, stats in sorted(latest.items()):
        unit = terms.register.unit(name)
        yield from _months(terms, name, unit.slug if unit else name, stats)


def _months(terms: Terms, unit: str, slug: str, latest: RequestStats) -> Iterator[Duty]:
    years = [each for each in terms.register.public(RequestStats) if each.unit == unit]
    shown = {month.month: (each, month) for each in years for month in each.months_on(terms.today)}
    begun = dt.date.fromisoformat(f"{min(shown)}-01") if shown else terms.today
    for period in periods(max(begun, terms.day("适用自")), terms.today, 1):
        stats, month = shown.get(str(period), (latest, None))
        yield terms.duty(
            "request-stats",
            stats,
            f"公布 {period} 依申请公开的数字",
            due=period.last + dt.timedelta(days=terms.number("月后天数")),
            done=month.published_on if month else None,
            subject=slug,
            part=str(period),
            period=str(period),
            evidence=(stats,) if month else (),
        )
