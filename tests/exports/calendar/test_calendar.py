"""Calendars read back with a reader of their own: the days of the records, and what is owed."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from icalendar import Calendar

from gongkai.exports import calendar
from gongkai.law.duties import Duty, DutyState

MEETING = """\
---
会议名称: 区政府常务会第 46 次会议，审议；决定
日期: 2026-11-24
时间: "09:00"
地点: 第一会议室
预告日期: 2026-11-18
日期变更:
  - {字段: 日期, 原日期: 2026-11-23, 新日期: 2026-11-24, 原因: 会场检修, 公布日期: 2026-11-19}
主办单位: 区民政局
---
会议安排。
"""
CONSULTATION = """\
---
标题: 养老规划征求意见
单位: 区住房城市建设委
发布日期: 2026-11-02
开始日期: 2026-11-02
截止日期: 2026-12-03
---
说明。
"""
EXPIRING = """\
---
标题: 示例区{name}办法
发文机关: 区民政局
成文日期: 2024-11-02
发布日期: 2024-11-05
失效日期: 2026-12-31
是否规范性文件: 否
{more}---
第一条　为服务群众，制定本办法。
"""
FILES = {
    "content/meetings/2026/cw-46.md": MEETING,
    "content/consultations/2026/yanglao.md": CONSULTATION,
    "content/policies/2024/zanxing.md": EXPIRING.format(name="暂行", more=""),
    "content/policies/2024/feizhi.md": EXPIRING.format(name="废止", more="废止日期: 2026-06-01\n"),
}
ROOT, ALL = "https://www.example.gov.cn/zwgk/", "calendar/all.ics"


@pytest.fixture
def register(small_column):
    return small_column(FILES)


def a_duty(register, key: str, due: dt.date | None, state: DutyState) -> Duty:
    unit = register.unit("区民政局")
    return Duty(
        key=key, kind="catalogue", title=f"公开“{key}”", record=register.catalogue[0], units=(unit,),
        due=due, state=state, basis="某办法第一条", address="catalogue/unit/minzheng-ju/#MZ-01",
    )  # fmt: skip


def written(register, owed=()) -> dict[str, bytes]:
    return calendar.make(register, calendar.occasions(register), owed)[1]


def days(text: bytes) -> dict[str, Any]:
    found = Calendar.from_ical(text).walk("VEVENT")
    assert len({str(each["uid"]) for each in found}) == len(found)
    return {str(each["uid"]).partition("@")[0]: each for each in found}


def categories(event: Any) -> str:
    return event["categories"].to_ical().decode()


def test_every_day_of_public_records_is_there_once(register):
    found = days(written(register)[ALL])
    assert sorted(found) == [
        "consultations/2026/yanglao/closes",
        "consultations/2026/yanglao/opens",
        "meetings/2026/cw-46/meeting",
        "policies/2024/zanxing/expires",
        "policies/2026/jiazhuang-dianti/effective",
    ]
    assert {(str(each["uid"]).partition("@")[2]) for each in found.values()} == {"www.example.gov.cn"}


def test_a_day_with_a_time_is_in_beijing_time_and_says_that_it_moved(register):
    meeting = days(written(register)[ALL])["meetings/2026/cw-46/meeting"]
    start = meeting.decoded("dtstart")
    assert (start.isoformat(), str(meeting["dtstart"].params["TZID"])) == (
        "2026-11-24T09:00:00+08:00",
        "Asia/Shanghai",
    )
    assert str(meeting["summary"]) == "会议：区政府常务会第 46 次会议，审议；决定"
    assert (meeting.decoded("sequence"), str(meeting["location"])) == (1, "第一会议室")
    assert "原因：会场检修" in meeting["description"]
    assert meeting.decoded("dtstamp") == dt.datetime(2026, 11, 18, 16, tzinfo=dt.UTC)


def test_a_day_without_a_time_is_a_whole_day(register):
    closing = days(written(register)[ALL])["consultations/2026/yanglao/closes"]
    assert closing.decoded("dtstart") == dt.date(2026, 12, 3)
    assert closing.decoded("dtend") == dt.date(2026, 12, 4)
    assert str(closing["url"]) == f"{ROOT}consultations/2026/yanglao/"
    assert (str(closing["summary"]), categories(closing)) == ("征集截止：养老规划征求意见", "征集截止")


def test_types_and_units_have_their_own(register):
    made = written(register)
    assert sorted(made) == [
        "calendar/all.ics",
        "calendar/domain-renewal.ics",
        "calendar/topic-building.ics",
        "calendar/type-consultations.ics",
        "calendar/type-meetings.ics",
        "calendar/type-policies.ics",
        "calendar/unit-minzheng-ju.ics",
        "calendar/unit-zhufang-jianshe-wei.ics",
    ]
    assert set(days(made["calendar/unit-minzheng-ju.ics"])) == {
        "meetings/2026/cw-46/meeting",
        "policies/2024/zanxing/expires",
    }
    assert set(days(made["calendar/type-meetings.ics"])) == {"meetings/2026/cw-46/meeting"}


def test_what_is_said_of_the_files_is_what_there_is(register):
    owed = [a_duty(register, "a", dt.date(2026, 12, 15), DutyState.DUE_LATER)]
    said, files = calendar.make(register, calendar.occasions(register), owed)
    every = [
        *(*said.public, *said.of_units.values(), *said.of_duties.values()),
        *said.of_subjects.values(),
    ]
    assert {each.path for each in every} == set(files) and len(every) == len(files)
    assert [each.label for each in said.public] == ["全部日程", "意见征集", "会议开放", "政策文件"]
    assert {slug: (each.path, each.label) for slug, each in said.of_duties.items()} == {
        "minzheng-ju": ("calendar/duties-minzheng-ju.ics", "区民政局")
    }


def test_what_is_owed_is_there_with_its_reminders(register):
    day = dt.date(2026, 12, 15)
    owed = [
        a_duty(register, "a", day, DutyState.DUE_LATER),
        a_duty(register, "b", dt.date(2026, 11, 15), DutyState.OVERDUE),
        a_duty(register, "c", None, DutyState.BLANK),
        a_duty(register, "d", day, DutyState.DONE),
    ]
    found = days(written(register, owed)["calendar/duties-minzheng-ju.ics"])
    assert sorted(found) == ["duty/a", "duty/b"]
    assert found["duty/a"].decoded("dtstart") == day
    assert str(found["duty/b"]["summary"]) == "（逾期）公开“b”"
    assert found["duty/a"].decoded("dtend") == dt.date(2026, 12, 16)
    assert str(found["duty/a"]["description"]) == "责任单位：区民政局\n依据：某办法第一条"
    assert str(found["duty/a"]["url"]) == f"{ROOT}catalogue/unit/minzheng-ju/#MZ-01"
    assert [categories(found[key]) for key in ("duty/a", "duty/b")] == ["未到期", "逾期"]
    midnight = dt.datetime.combine(day, dt.time())
    alarms = found["duty/a"].walk("VALARM")
    speaks = [midnight + alarm.decoded("trigger") for alarm in alarms]
    assert [each.isoformat() for each in speaks] == [
        "2026-11-17T09:00:00",
        "2026-12-08T09:00:00",
        "2026-12-16T09:00:00",
    ]
    assert [str(alarm["description"]) for alarm in alarms] == [
        "四周后到期：公开“a”",
        "一周后到期：公开“a”",
        "昨天到期：公开“a”",
    ]


def test_what_is_owed_for_an_example_says_so(register):
    owed = a_duty(register, "a", dt.date(2026, 12, 15), DutyState.DUE_LATER)
    owed = dataclasses.replace(owed, record=register.interpretations[0])
    found = days(written(register, [owed])["calendar/duties-minzheng-ju.ics"])
    assert str(found["duty/a"]["description"]).endswith("\n示例：为演示编写。")


def test_a_calendar_says_whose_it_is(register):
    owed = [a_duty(register, "a", dt.date(2026, 12, 15), DutyState.DUE_LATER)]
    made = written(register, owed)
    names = {path: str(Calendar.from_ical(text)["x-wr-calname"]) for path, text in made.items()}
    assert names == {
        "calendar/all.ics": "政务公开专栏：日程",
        "calendar/type-consultations.ics": "政务公开专栏：意见征集",
        "calendar/type-meetings.ics": "政务公开专栏：会议开放",
        "calendar/type-policies.ics": "政务公开专栏：政策文件",
        "calendar/domain-renewal.ics": "政务公开专栏：日程（领域：城市更新）",
        "calendar/topic-building.ics": "政务公开专栏：日程（主题：城乡建设、环境保护）",
        "calendar/unit-minzheng-ju.ics": "区民政局：日程",
        "calendar/unit-zhufang-jianshe-wei.ics": "区住房和城市建设委员会：日程",
        "calendar/duties-minzheng-ju.ics": "区民政局：公开待办",
    }


def test_a_day_stays_for_a_year_and_no_longer(small_column):
    text = CONSULTATION.replace("2026-11-02", "2025-11-19").replace("2026-12-03", "2025-11-20")
    register = small_column({"content/consultations/2025/yanglao.md": text})
    kept = [key for key in days(written(register)[ALL]) if key.startswith("consultations/")]
    assert kept == ["consultations/2025/yanglao/closes"]


def test_a_way_that_ends_before_the_others_has_a_day_of_its_own(small_column):
    ways = (
        "方式:\n  - {渠道: 当面, 地址: 一层意见箱, 截止日期: 2026-11-27}\n"
        "  - {渠道: 寄信, 地址: 示例区安民大街20号, 截止日期: 2026-12-03}\n"
    )
    text = CONSULTATION.replace("截止日期: 2026-12-03\n", f"截止日期: 2026-12-03\n{ways}")
    register = small_column({"content/consultations/2026/yanglao.md": text})
    found = written(register)[ALL]
    kept = [key for key in days(found) if key.startswith("consultations/")]
    assert kept == [
        f"consultations/2026/yanglao/{name}" for name in ("opens", "way-closes-2026-11-27", "closes")
    ]
    told = days(found)[kept[1]]
    assert told["location"] == "当面一层意见箱"


def test_what_comes_first_on_a_day_stands_first(small_column):
    later, sooner = MEETING.replace("09:00", "15:00"), MEETING
    register = small_column(
        {"content/meetings/2026/cw-46.md": later, "content/meetings/2026/cw-47.md": sooner}
    )
    told = [each.record.slug for each in calendar.occasions(register) if each.day == dt.date(2026, 11, 24)]
    assert told == ["cw-47", "cw-46"]


def test_the_same_register_makes_the_same_bytes(register, small_column):
    assert written(register) == written(small_column(FILES))


def test_lines_end_and_fold_as_the_format_asks(register):
    for text in written(register).values():
        lines = text.split(b"\r\n")
        assert lines[-1] == b"" and all(b"\n" not in line and len(line) <= 75 for line in lines)
