"""Meetings that are numbered: which of a series have no page, and why, as far as anybody says."""

from __future__ import annotations

import pytest

from gongkai.column.meeting_series import absences, series, skipped_near
from gongkai.law.example import a_meeting


def told(small_column, *meetings):
    files: dict[str, str] = {}
    for place, (session, more) in enumerate(meetings):
        files |= a_meeting(f"m{place}", 届次=session, 日期=f"2026-11-{place + 2:02}", **more)
    return [(each.said, each.reason) for each in absences(small_column(files))]


@pytest.mark.parametrize(
    ("sessions", "wanted"),
    [
        (["第1次", "第2次"], []),
        (["第五次"], [("第1次至第4次", None)]),
        (["第1次", "第4次"], [("第2次至第3次", None)]),
        # each year is counted from 1
        (["2025年第1次", "2025年第2次", "2026年第1次"], []),
        (["2025年第2次", "2026年第2次"], [("第1次", None), ("第1次", None)]),
    ],
)
def test_numbers_up_to_the_last_of_a_series_that_have_no_page(small_column, sessions, wanted):
    assert told(small_column, *((each, {}) for each in sessions)) == wanted


def test_what_is_explained_is_told_with_its_reason_and_apart_from_the_rest(small_column):
    why = {"缺号": "[{从: 2, 到: 3, 说明: 没有可以公开的议题}]"}
    assert told(small_column, ("第1次", {}), ("第6次", why)) == [
        ("第2次至第3次", "没有可以公开的议题"),
        ("第4次至第5次", None),
    ]


def test_a_meeting_tells_of_the_numbers_up_to_the_next_on_either_side(small_column):
    why = {"缺号": "[{从: 2, 说明: 没有议题}, {从: 4, 到: 5, 说明: 内部会议}]"}
    files = {
        **a_meeting("m1", 届次="第1次", 日期="2026-11-02"),
        **a_meeting("m3", 届次="第3次", 日期="2026-11-03", **why),
        **a_meeting("m6", 届次="第6次", 日期="2026-11-04"),
    }
    register = small_column(files)
    near = {
        name: [each.first for each in skipped_near(register, register.record(name))]
        for name in ("m1", "m3", "m6")
    }
    assert near == {"m1": [2], "m3": [2, 4], "m6": [4]}
    assert [each.slug for each in series(register, register.record("m6"))] == ["m1", "m3", "m6"]
