"""公报出版: so many issues a year, each within its part of the year, as far as that was promised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.law.duties.duty import Duty
from gongkai.law.duties.periods import MONTHS, Period, periods
from gongkai.law.duties.terms import Terms
from gongkai.records.fields.values import as_count, as_date, as_text, wrong
from gongkai.records.types.gazette import GazetteIssue

RULE = "gazette-due"


def as_cycle(text: str) -> str:
    """A parameter that is one of the cycles; ValueError, in Chinese, else."""
    if as_text(text) in MONTHS:
        return text
    raise wrong(f"“{text}”不是周期", f"写 {'、'.join(MONTHS)} 之一")


NEEDS = {"周期": as_cycle, "期后天数": as_count, "适用自": as_date}


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a period; nothing where no gazette was ever published."""
    issues = terms.register.public(GazetteIssue)
    if not issues:
        return
    cycle = terms.standard.parameters["周期"]
    begun = max(terms.day("适用自"), issues[-1].printed_on)
    for period in periods(begun, terms.today, MONTHS[cycle]):
        yield _issue(terms, period, [each for each in issues if _within(each, period)], issues[0])


def _issue(terms: Terms, period: Period, printed: list[GazetteIssue], latest: GazetteIssue) -> Duty:
    return terms.duty(
        "gazette",
        printed[-1] if printed else latest,
        f"出版{period}的政府公报",
        due=period.last + dt.timedelta(days=terms.number("期后天数")),
        done=printed[-1].printed_on if printed else None,
        subject=str(period),
        period=str(period),
        evidence=tuple(printed),
        address=printed[-1].url if printed else "gazette/",
    )


def _within(issue: GazetteIssue, period: Period) -> bool:
    return period.first <= issue.printed_on <= period.last
