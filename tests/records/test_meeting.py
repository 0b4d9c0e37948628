"""A meeting: its states, and the days on which its page changes."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.records.types.meeting import Meeting

MEETING = {
    "会议名称": "第46次会议",
    "届次": "第46次",
    "日期": "2026-11-24",
    "预告日期": "2026-11-18",
    "是否开放": "是",
}
DUE = dt.date(2026, 11, 27)


def made(*topics: dict[str, str], **fields: object) -> Meeting:
    return Meeting.model_validate({**MEETING, "议题": list(topics), **fields})


@pytest.mark.parametrize(
    ("day", "topics", "state"),
    [
        ("2026-11-24", [{"标题": "甲"}], "将召开"),
        ("2026-11-25", [{"标题": "甲"}], "已召开，等结果"),
        ("2026-11-27", [{"标题": "甲"}], "已召开，等结果"),
        ("2026-11-28", [{"标题": "甲"}], "结果逾期"),
        ("2026-11-28", [{"标题": "甲", "议定结果": "通过", "结果公布日期": "2026-11-26"}], "结果已公布"),
        ("2026-11-25", [{"标题": "甲", "议定结果": "通过", "结果公布日期": "2026-11-26"}], "已召开，等结果"),
        ("2026-11-28", [{"标题": "甲", "议定结果": "通过"}, {"标题": "乙"}], "结果逾期"),
        ("2026-11-28", [{"标题": "甲", "是否公开": "否"}], "已召开"),
        ("2026-11-28", [], "已召开"),
    ],
)
def test_its_state_follows_from_its_day_and_its_outcomes(day, topics, state):
    assert made(*topics).state_on(dt.date.fromisoformat(day), DUE) == state


def test_the_day_of_the_meeting_changes_nothing_on_its_page():
    topic = {"标题": "甲", "议定结果": "通过", "结果公布日期": "2026-11-26"}
    days = {day: made(topic).last_change(dt.date(2026, 11, day)).day for day in (20, 24, 25, 26, 30)}
    assert days == {20: 18, 24: 18, 25: 18, 26: 26, 30: 26}


def test_one_can_register_up_to_the_day_before_or_the_day_that_is_written():
    way = [{"渠道": "电话", "号码": "010-00000000"}]
    assert made(报名方式=way).registering(dt.date(2026, 11, 23))
    assert not made(报名方式=way).registering(dt.date(2026, 11, 24))
    assert not made(报名方式=way, 报名截止="2026-11-20").registering(dt.date(2026, 11, 21))
    assert not made().registering(dt.date(2026, 11, 20))


def test_who_came_is_told_from_its_day_on():
    meeting = made(主持="区长", 出席领导=[{"职务": "副区长", "人数": "2"}], 列席单位="区财政局")
    assert [meeting.seen(name, dt.date(2026, 11, 23)) for name in ("chair", "leaders", "attending")] == [
        None,
        (),
        (),
    ]
    assert meeting.seen("chair", dt.date(2026, 11, 24)) == "区长"
    assert meeting.unit_names == (), "who came does not answer for it"
