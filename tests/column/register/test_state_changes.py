"""更新日期 counts the day on which a record came to stand otherwise, as readers see it."""

from __future__ import annotations

import datetime as dt

import pytest

PATH = "content/consultations/2026/guihua.md"
CONSULTATION = """\
---
标题: 规划征求意见
单位: 区民政局
发布日期: 2026-10-15
开始日期: 2026-10-20
截止日期: 2026-11-13
---
说明。
"""
MEETING = """\
---
会议名称: 区政府常务会第 46 次会议
类型: 区政府常务会
日期: 2026-11-18
预告日期: 2026-11-12
是否开放: 是
开放方式: [列席]
议题:
  - 标题: 审议规划
    承办单位: 区民政局
---
会议安排。
"""


@pytest.fixture
def changed(small_column):
    def of(files, name, day, due=None):
        register = small_column(files).on(dt.date.fromisoformat(day))
        record = register.record(name)
        register.awaited = {record.id: dt.date.fromisoformat(due)} if due else {}
        return register.last_change(record).isoformat()

    return of


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2026-10-19", "2026-10-15"),
        ("2026-10-20", "2026-10-20"),
        ("2026-11-13", "2026-10-20"),
        ("2026-11-14", "2026-11-14"),
        ("2026-12-13", "2026-11-14"),
        ("2026-12-14", "2026-12-14"),
    ],
)
def test_a_consultation_opens_closes_and_becomes_overdue(changed, day, last):
    assert changed({PATH: CONSULTATION}, "guihua", day, due="2026-12-13") == last


def test_its_answer_is_newer_than_that_it_was_overdue(changed):
    feedback = "反馈:\n  公布日期: 2026-12-20\n  意见总数: 0\n  采纳数: 0\n"
    text = CONSULTATION.replace("---\n说明", f"{feedback}---\n说明")
    assert changed({PATH: text}, "guihua", "2026-12-20") == "2026-12-20"


@pytest.mark.parametrize(
    ("day", "last"),
    [("2026-11-18", "2026-11-12"), ("2026-11-19", "2026-11-19"), ("2026-11-28", "2026-11-28")],
)
def test_a_meeting_changes_after_its_day_and_when_its_result_is_overdue(changed, day, last):
    assert changed({"content/meetings/2026/m.md": MEETING}, "m", day, due="2026-11-27") == last
