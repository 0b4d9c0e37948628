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


def _next_review(page: Page, today: dt.date) -> dt.date | None:
    """The last day for going through a page again, counted from its last change; None without a cycle."""
    if page.review_cycle is None:
        return None
    last = page.last_change(today)
    months = last.year * 12 + last.month - 1 + MONTHS[page.review_cycle]
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(last.day, calendar.monthrange(year, month + 1)[1]))


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a page with a cycle: the next time."""
    found = (of_page(terms, page) for page in terms.register.pages)
    return (duty for duty in found if duty)


def of_page(terms: Terms, page: Page) -> Duty | None:
    """The next time for one page; None without a cycle."""
    due = _next_review(page, terms.today)
    title = f"复核“{page.title}”（{page.review_cycle}）"
    return terms.duty("page-review", page, title, due=due) if due else None
