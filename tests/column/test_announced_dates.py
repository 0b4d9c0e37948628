"""The committed register of announced dates: only ever longer, in the order in which they were told."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column import announced_dates
from gongkai.records import record_types
from gongkai.records.base import Record
from gongkai.records.fields.confirmed import confirmed_keys

MEETING = ("meetings/2026/cw-46", "日期")
MOVED = """\
---
会议名称: 区政府常务会第 46 次会议
日期: 2026-11-24
预告日期: 2026-11-18
日期变更:
  - {字段: 日期, 原日期: 2026-11-23, 新日期: 2026-11-24, 原因: 会场检修, 公布日期: 2026-11-19}
---
会议安排。
"""


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_what_is_announced_are_the_confirmed_dates_of_public_records(small_column):
    found = announced_dates.current(small_column({"content/meetings/2026/cw-46.md": MOVED}))
    fixed = {field: days for field, days in found.items() if field[1] in ("发布日期", "成文日期")}
    assert fixed["items/minzheng-ju/2026/jiuzhu", "发布日期"] == (day("2026-10-12"),)
    assert fixed["policies/2026/jiazhuang-dianti", "成文日期"] == (day("2026-11-02"),)
    assert {field: days for field, days in found.items() if field not in fixed} == {
        MEETING: (day("2026-11-23"), day("2026-11-24")),
        ("policies/2026/jiazhuang-dianti", "施行日期"): (day("2026-11-10"),),
    }


def test_a_row_without_a_page_is_known_by_its_number(small_column):
    rows = "- 编号: MZ-00\n- 编号: MZ-01\n  首次公开期限: 2026-12-31\n"
    found = announced_dates.current(small_column({"data/catalogue/minzheng-ju.yml": rows}))
    assert found["catalogue/MZ-01", "首次公开期限"] == (day("2026-12-31"),)


def test_dates_are_added_behind_those_told_before(tmp_path):
    assert announced_dates.write(tmp_path, {MEETING: (day("2026-11-24"),)}) == 1
    earlier = {
        MEETING: (day("2026-11-24"), day("2026-11-23")),
        ("events/2026/a", "日期"): (day("2026-12-01"),),
    }
    assert announced_dates.write(tmp_path, earlier) == 2
    assert announced_dates.write(tmp_path, {MEETING: (day("2026-11-24"),)}) == 0
    assert announced_dates.read(tmp_path) == (earlier, [])
    files = {path.name: path.read_text("utf-8") for path in (tmp_path / announced_dates.FOLDER).iterdir()}
    assert files == {
        "events.txt": "events/2026/a 日期 2026-12-01\n",
        "meetings.txt": "meetings/2026/cw-46 日期 2026-11-24\nmeetings/2026/cw-46 日期 2026-11-23\n",
    }


@pytest.mark.parametrize(
    "line", ["a 日期", "a 日期 2026-02-30", "a 日期 2026-02-03 b", "a 日期 20260203", "<<<<<<< HEAD"]
)
def test_a_line_that_is_no_date_is_told_with_its_place(tmp_path, line):
    (tmp_path / announced_dates.FOLDER).mkdir(parents=True)
    text = f"# 说明\n{line}\nmeetings/a 日期 2026-11-24\nmeetings/a 日期 2026-11-24\n"
    (tmp_path / announced_dates.FOLDER / "meetings.txt").write_text(text, "utf-8")
    found, problems = announced_dates.read(tmp_path)
    assert found == {("meetings/a", "日期"): (day("2026-11-24"),)}
    assert [(p.path, p.line, p.level.value, p.message) for p in problems] == [
        ("data/dates/meetings.txt", 2, "错误", f"“{line}”不是“标识 字段 日期”"),
        ("data/dates/meetings.txt", 4, "警告", "“meetings/a 日期 2026-11-24”登记了两次"),
    ]


def test_no_folder_means_nothing_announced_yet(tmp_path):
    assert announced_dates.read(tmp_path) == ({}, [])


@pytest.mark.parametrize("record_type", [kind for kind in record_types() if confirmed_keys(kind)])
def test_every_type_with_confirmed_dates_can_say_that_they_moved(record_type: type[Record]):
    assert "moves" in record_type.model_fields
