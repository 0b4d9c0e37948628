"""Days of every year, as parameters of rules write them."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.duties.periods import as_month_day, period_of, periods, year_day


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("01-31", 2026, dt.date(2026, 1, 31)),
        ("12-31", 2026, dt.date(2026, 12, 31)),
        ("02-29", 2024, dt.date(2024, 2, 29)),
        ("02-29", 2026, dt.date(2026, 2, 28)),
        ("06-31", 2026, dt.date(2026, 6, 30)),
        ("05-01", 2026, dt.date(2026, 5, 1)),
        ("05-00", 2026, dt.date(2026, 5, 1)),
    ],
)
def test_a_day_of_every_year(text, year, day):
    assert year_day(year, text) == day
    assert as_month_day(text) == text


@pytest.mark.parametrize("text", ["00-10", "13-01", "1-31", "01-31 ", "一月"])
def test_what_is_no_day_of_a_year_is_refused(text):
    with pytest.raises(ValueError, match="不是月-日"):
        as_month_day(text)


@pytest.mark.parametrize(
    ("day", "months", "name", "first", "last"),
    [
        (dt.date(2026, 2, 28), 1, "2026-02", dt.date(2026, 2, 1), dt.date(2026, 2, 28)),
        (dt.date(2026, 9, 30), 3, "2026年第三季度", dt.date(2026, 7, 1), dt.date(2026, 9, 30)),
        (dt.date(2026, 6, 30), 6, "2026年上半年", dt.date(2026, 1, 1), dt.date(2026, 6, 30)),
        (dt.date(2026, 7, 1), 6, "2026年下半年", dt.date(2026, 7, 1), dt.date(2026, 12, 31)),
        (dt.date(2026, 7, 1), 12, "2026年", dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    ],
)
def test_a_day_lies_in_a_period_with_a_name(day, months, name, first, last):
    found = period_of(day, months)
    assert (str(found), found.first, found.last) == (name, first, last)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2026-09-01", "2026-11-01", ["2026-09", "2026-10", "2026-11"]),
        ("2026-09-02", "2026-10-31", ["2026-10"]),
        ("2026-11-02", "2026-11-30", []),
    ],
)
def test_whole_months_count_up_to_the_one_that_has_begun(since, until, found):
    days = dt.date.fromisoformat(since), dt.date.fromisoformat(until)
    assert [str(period) for period in periods(*days, 1)] == found
