"""What can be watched or heard stands in one list: from the day on which it may be, where it was said."""

from __future__ import annotations

import datetime as dt

from gongkai.render.gathering.recordings import recordings

WATCH = "https://www.example.gov.cn/huifang/1/"
MEETING = f"""\
---
会议名称: 公开的会
类型: 部门会议
日期: 2026-03-03
预告日期: 2026-02-20
主办单位: 区民政局
回放: {WATCH}
---
会议安排。
"""
TALK = f"""\
---
名称: 政策公开讲
类型: 政策公开讲
日期: 2026-03-04
预告日期: 2026-02-20
主办单位: 区民政局
回放: {WATCH}
---
讲一讲。
"""
FILES = {"content/meetings/2026/hui.md": MEETING, "content/events/2026/jiang.md": TALK}


def test_the_newest_first_with_what_it_is_and_where(small_column):
    rows = recordings(small_column(FILES))
    assert [(row.record.slug, row.kind, row.words, row.address, row.units) for row in rows] == [
        ("jiang", "政策公开讲", "看录像", WATCH, "区民政局"),
        ("hui", "部门会议", "看录像", WATCH, "区民政局"),
    ]


def test_nothing_before_its_day_and_nothing_without_a_recording(small_column):
    assert recordings(small_column(FILES, dt.date(2026, 3, 2))) == []
    assert [row.record.slug for row in recordings(small_column(FILES, dt.date(2026, 3, 3)))] == ["hui"]
    silent = {"content/events/2026/jiang.md": TALK.replace(f"回放: {WATCH}\n", "")}
    silent |= {"content/meetings/2026/hui.md": MEETING.replace(f"回放: {WATCH}\n", "")}
    assert recordings(small_column(silent)) == []
