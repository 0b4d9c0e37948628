"""Every day of seven years against the notices of 国务院办公厅, as they were announced."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pytest

from gongkai.common.workdays import Workdays

CALENDAR = Workdays()


class Notice(NamedTuple):
    """国务院办公厅关于部分节假日安排的通知: its number, spans of days off and make-up days, month/day."""

    number: str
    off: str
    worked: str


NOTICES = {
    # 国办发明电〔2020〕1号 lengthened the spring festival of 2020 to 2 February; Saturday 1 February
    # was thereby not worked
    2020: Notice(
        "国办发明电〔2019〕16号，国办发明电〔2020〕1号",
        "1/1 1/24-2/2 4/4-4/6 5/1-5/5 6/25-6/27 10/1-10/8",
        "1/19 4/26 5/9 6/28 9/27 10/10",
    ),
    2021: Notice(
        "国办发明电〔2020〕27号",
        "1/1-1/3 2/11-2/17 4/3-4/5 5/1-5/5 6/12-6/14 9/19-9/21 10/1-10/7",
        "2/7 2/20 4/25 5/8 9/18 9/26 10/9",
    ),
    2022: Notice(
        "国办发明电〔2021〕11号",
        "1/1-1/3 1/31-2/6 4/3-4/5 4/30-5/4 6/3-6/5 9/10-9/12 10/1-10/7 12/31",
        "1/29 1/30 4/2 4/24 5/7 10/8 10/9",
    ),
    2023: Notice(
        "国办发明电〔2022〕16号",
        "1/1-1/2 1/21-1/27 4/5 4/29-5/3 6/22-6/24 9/29-10/6",
        "1/28 1/29 4/23 5/6 6/25 10/7 10/8",
    ),
    2024: Notice(
        "国办发明电〔2023〕7号",
        "1/1 2/10-2/17 4/4-4/6 5/1-5/5 6/10 9/15-9/17 10/1-10/7",
        "2/4 2/18 4/7 4/28 5/11 9/14 9/29 10/12",
    ),
    2025: Notice(
        "国办发明电〔2024〕12号",
        "1/1 1/28-2/4 4/4-4/6 5/1-5/5 5/31-6/2 10/1-10/8",
        "1/26 2/8 4/27 9/28 10/11",
    ),
    2026: Notice(
        "国办发明电〔2025〕7号",
        "1/1-1/3 2/15-2/23 4/4-4/6 5/1-5/5 6/19-6/21 9/25-9/27 10/1-10/7",
        "1/4 2/14 2/28 5/9 9/20 10/10",
    ),
}


def days(year: int, spans: str) -> set[dt.date]:
    found = set()
    for span in spans.split():
        first, _, last = span.partition("-")
        day, end = (dt.date(year, *map(int, each.split("/"))) for each in (first, last or first))
        while day <= end:
            found.add(day)
            day += dt.timedelta(days=1)
    return found


@pytest.mark.parametrize("year", NOTICES)
def test_every_day_of_the_year_is_as_announced(year):
    notice = NOTICES[year]
    off, worked = days(year, notice.off), days(year, notice.worked)
    assert all(day.weekday() >= 5 for day in worked) and not off & worked
    day = dt.date(year, 1, 1)
    while day.year == year:
        expected = day in worked or (day.weekday() < 5 and day not in off)
        assert CALENDAR.is_workday(day) is expected, (day, notice.number)
        day += dt.timedelta(days=1)


@pytest.mark.parametrize("year", NOTICES)
def test_a_term_counts_make_up_days_and_leaves_holidays_out(year):
    """From the last working day before the national day, three working days on."""
    notice = NOTICES[year]
    off, worked = days(year, notice.off), days(year, notice.worked)
    start = dt.date(year, 9, 30)
    day, left = start, 3
    while left:
        day += dt.timedelta(days=1)
        left -= day in worked or (day.weekday() < 5 and day not in off)
    assert CALENDAR.after(start, 3) == day
    assert CALENDAR.between(start, day) == 3
