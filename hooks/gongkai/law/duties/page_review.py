"""页面复核: guides and rules are gone through again once in every 复核周期."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from gongkai.law.duties.duty import Duty
from gongkai.law.duties.periods import MONTHS
from gongkai.law.duties.terms import Terms
from gongkai.records.types.page import Page

RULE = "page-review"
NEEDS: dict[str, object] = {}


def next_review(page: Page, today: dt.date) -> dt.date | None:
    """The last day for going through a page again, counted from its last change; None without a cycle."""
    if page.review_cycle is None:
        return None
    last = page.last_change(today)
    months = last.year * 12 + last.month - 1 + MONTHS[page.review_cycle]
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(last.day, calendar.monthrange(year, month + 1)[1]))


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a page with a cycle: the next time."""
    for page in terms.register.pages:
        due = next_review(page, terms.today)
        if due is not None:
            title = f"复核“{page.title}”（{page.review_cycle}）"
            yield terms.duty("page-review", page, title, due=due)
