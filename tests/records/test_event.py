"""The state of an event on each day, and what a reader is told of it."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.records.types.event import Event

FIELDS = {
    "名称": "开放日",
    "类型": "政务开放日",
    "日期": "2026-11-20",
    "时间": "09:30",
    "主办单位": "区民政局",
    "预告日期": "2026-11-02",
}


def event(**more: str) -> Event:
    return Event.model_validate({**FIELDS, **more})


@pytest.mark.parametrize(
    ("more", "day", "state"),
    [
        ({}, "2026-11-02", "即将举行"),
        ({}, "2026-11-20", "即将举行"),
        ({}, "2026-11-21", "已举行"),
        ({"报名方式": "登记"}, "2026-11-19", "报名中"),
        ({"报名方式": "登记"}, "2026-11-20", "即将举行"),
        ({"报名方式": "登记", "报名截止": "2026-11-10"}, "2026-11-10", "报名中"),
        ({"报名方式": "登记", "报名截止": "2026-11-10"}, "2026-11-11", "即将举行"),
        ({"情况公布日期": "2026-11-25"}, "2026-11-24", "已举行"),
        ({"情况公布日期": "2026-11-25"}, "2026-11-25", "已公布情况"),
    ],
)
def test_the_state_follows_the_dates(more, day, state):
    assert event(**more).state_on(dt.date.fromisoformat(day)) == state


def test_the_report_is_news():
    made = event(情况公布日期="2026-11-25")
    assert made.published == dt.date(2026, 11, 2)
    assert made.last_change(dt.date(2026, 11, 19)) == dt.date(2026, 11, 2)
    assert made.last_change(dt.date(2026, 11, 24)) == dt.date(2026, 11, 2), "it was held, nothing was written"
    assert made.last_change(dt.date(2026, 11, 30)) == dt.date(2026, 11, 25)


def test_a_report_that_is_due_may_be_late():
    due = dt.date(2026, 12, 20)
    assert event().state_on(due, due) == "已举行"
    assert event().state_on(due + dt.timedelta(days=1), due) == "情况逾期"


def test_a_list_tells_when_it_is_held():
    assert event().facts == ("政务开放日", "2026年11月20日（星期五）9时30分举行")
