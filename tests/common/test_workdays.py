"""The working calendar against the announced days off and make-up days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.common.workdays import UnknownYear, Workdays, YearTable, announced_years, read_tables

CALENDAR = Workdays()
KNOWN = st.dates(dt.date(2004, 1, 1), dt.date(2026, 12, 31))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    "text",
    # make-up days, all on weekends, as announced for each year
    [
        "2023-01-28",
        "2023-01-29",
        "2023-04-23",
        "2023-05-06",
        "2023-06-25",
        "2023-10-07",
        "2023-10-08",
        "2024-02-04",
        "2024-02-18",
        "2024-04-07",
        "2024-04-28",
        "2024-05-11",
        "2024-09-14",
        "2024-09-29",
        "2024-10-12",
        "2025-01-26",
        "2025-02-08",
        "2025-04-27",
        "2025-09-28",
        "2025-10-11",
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
        "2026-09-20",
        "2026-10-10",
    ],
)
def test_make_up_days_are_worked(text):
    assert day(text).weekday() >= 5
    assert CALENDAR.is_workday(day(text))


@pytest.mark.parametrize(
    "text",
    [
        "2023-01-27",
        "2023-05-03",
        "2023-10-06",
        "2024-02-16",
        "2024-10-07",
        "2025-02-04",
        "2025-10-08",
        "2026-01-02",
        "2026-02-16",
        "2026-02-23",
        "2026-04-06",
        "2026-05-05",
        "2026-06-19",
        "2026-10-07",
    ],
)
def test_days_off_in_the_week_are_not_worked(text):
    assert day(text).weekday() < 5
    assert not CALENDAR.is_workday(day(text))


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-11-05", "2026-11-05", 0),
        ("2026-11-05", "2026-11-10", 3),  # Thursday to Tuesday
        ("2026-09-30", "2026-10-08", 1),  # the seven days of the national day between
        ("2026-10-08", "2026-10-12", 3),  # Saturday 10 October is worked
        ("2025-12-30", "2026-01-05", 3),  # the new year: 31, the worked Sunday, Monday
        ("2026-11-10", "2026-11-05", -3),
        ("2024-12-31", "2025-12-31", 248),
    ],
)
def test_working_days_between(start, end, days):
    assert CALENDAR.between(day(start), day(end)) == days


def test_the_nth_working_day_after():
    assert CALENDAR.after(day("2026-09-30"), 3) == day("2026-10-10")
    assert CALENDAR.after(day("2026-09-30"), 0) == day("2026-09-30")


@given(KNOWN, KNOWN)
def test_between_counts_what_is_workday_says(start, end):
    first, last = sorted((start, end))
    last = min(last, first + dt.timedelta(days=40))
    days = [first + dt.timedelta(days=n + 1) for n in range((last - first).days)]
    assert CALENDAR.between(first, last) == sum(map(CALENDAR.is_workday, days))


def test_years_not_announced_are_not_guessed():
    beyond = max(announced_years()) + 1
    with pytest.raises(UnknownYear) as caught:
        CALENDAR.between(dt.date(beyond - 1, 12, 30), dt.date(beyond, 1, 6))
    assert caught.value.year == beyond
    with pytest.raises(UnknownYear):
        CALENDAR.is_workday(dt.date(2003, 6, 2))


def test_a_given_table_makes_a_year_known():
    tables = read_tables(
        {"2031年放假": "2031-01-01、2031-01-02 2031-01-03", "2031年上班": "2031-01-05", "工作日": "3"}
    )
    assert tables[2031] == YearTable(
        frozenset({day("2031-01-01"), day("2031-01-02"), day("2031-01-03")}), frozenset({day("2031-01-05")})
    )
    calendar = Workdays(tables)
    assert [calendar.is_workday(dt.date(2031, 1, n)) for n in range(1, 8)] == [False] * 4 + [True] * 3


@pytest.mark.parametrize("text", ["2031-02-30", "2030-12-31", "二月三日", "2031/01/01", "20310101"])
def test_a_table_with_what_is_no_day_of_the_year_is_refused(text):
    with pytest.raises(ValueError, match="2031年放假"):
        read_tables({"2031年放假": f"2031-01-01 {text}"})


def test_whether_a_day_is_past_needs_no_year_after_the_last_day():
    """Late is late in any later year; only a last day that lies in an unknown year is not known."""
    last = max(announced_years())
    start = CALENDAR.after(dt.date(last, 12, 1), 1)
    due = CALENDAR.after(start, 3)
    assert not CALENDAR.is_past(start, 3, due)
    for day in (due + dt.timedelta(days=1), dt.date(last, 12, 31), dt.date(last + 1, 1, 1), dt.date.max):
        assert CALENDAR.is_past(start, 3, day)
    end = dt.date(last, 12, 31)
    assert not CALENDAR.is_past(end, 1, end)
    with pytest.raises(UnknownYear):
        CALENDAR.is_past(end, 1, dt.date(last + 1, 2, 1))


@given(start=KNOWN, limit=st.integers(1, 30), end=KNOWN)
def test_a_day_is_past_when_the_working_days_are_over_by_then(start, limit, end):
    if end < start:
        assert not CALENDAR.is_past(start, limit, end)
    elif CALENDAR.is_past(start, limit, end):
        assert CALENDAR.between(start, end) >= limit
        assert f"第 {max(limit, CALENDAR.between(start, end))} 个工作日" in CALENDAR.told(start, limit, end)
    else:
        assert CALENDAR.between(start, end) <= limit


def test_the_last_working_day_of_a_year_needs_no_year_behind_it():
    assert CALENDAR.after(day("2026-12-30"), 1) == day("2026-12-31")
    with pytest.raises(UnknownYear):
        CALENDAR.after(day("2026-12-31"), 1)
