"""Days of every year, as parameters of rules write them."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.duties.periods import as_month_day, year_day


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
