"""Materials of services, contents of the gazette, telephones of reading rooms: what is taken and refused."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from gongkai.records.types.gazette import GazetteIssue
from gongkai.records.types.reading_room import ReadingRoom
from gongkai.records.types.service import Service

SERVICE = {
    "事项名称": "认养",
    "受理单位": "区民政局",
    "办理依据": "办法",
    "基本流程": ["申请"],
    "收费依据及标准": "不收费",
    "办理时限": "5个工作日",
    "咨询方式": "窗口",
    "发布日期": "2026-01-05",
}
ISSUE = {"编号": "2026-01", "期号": "2026年第1期", "出版日期": "2026-07-20"}
ROOM = {
    "名称": "查阅点",
    "单位": "区图书馆",
    "地址": "文苑街1号",
    "开放时间": "每天",
    "提供": ["政府公报"],
    "核验日期": "2026-10-12",
}


def test_a_material_may_be_just_its_name():
    made = Service.model_validate({**SERVICE, "申请材料": ["申请表", {"名称": "合同", "份数": "2"}]})
    assert [(each.name, each.copies) for each in made.materials] == [("申请表", None), ("合同", "2")]


def test_the_review_of_a_service_is_news_and_its_hours_are_shown():
    made = Service.model_validate({**SERVICE, "复核日期": "2026-09-01", "服务对象": "企业"})
    assert made.last_change(dt.date(2026, 11, 1)) == dt.date(2026, 9, 1)
    assert made.facts == ("面向企业", "办理时限：5个工作日")


@pytest.mark.parametrize(
    ("contents", "taken"),
    [
        ([{"文件": "banfa", "页码": "3"}], True),
        ([{"标题": "人事任免", "页码": "3"}], True),
        ([{"文件": "banfa", "标题": "人事任免", "页码": "3"}], False),
        ([{"标题": "人事任免", "页码": "3", "正文": "任命甲。"}], True),
        ([{"文件": "banfa", "页码": "3", "正文": "第一条"}], False),
        ([{"页码": "3"}], False),
        ([{"文件": "banfa", "页码": "三"}], False),
        ([], False),
    ],
)
def test_a_line_of_the_contents_says_one_thing(contents, taken):
    fields = {**ISSUE, "目录": contents}
    if taken:
        assert GazetteIssue.model_validate(fields).facts == ("目录1项",)
    else:
        with pytest.raises(ValidationError):
            GazetteIssue.model_validate(fields)


@pytest.mark.parametrize(
    ("phone", "taken"),
    [
        ("010-00000000", True),
        ("0312-1234567转12", True),
        ("12345", True),
        ("13800000000", False),
        ("00000000", False),
    ],
)
def test_a_reading_room_has_a_fixed_line(phone, taken):
    fields = {**ROOM, "电话": phone}
    if taken:
        assert ReadingRoom.model_validate(fields).phone == phone
    else:
        with pytest.raises(ValidationError):
            ReadingRoom.model_validate(fields)
