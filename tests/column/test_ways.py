"""Where a way leads: its own fields, then its unit's contacts, then the unit."""

from __future__ import annotations

import pytest

from gongkai.column.meeting_series import gaps, series
from gongkai.column.ways import target
from gongkai.records.fields.ways import Way

UNIT = "名称: 区民政局\n地址: 示例区安民大街20号\n办公时间: 工作日\n对外电话: 010-00000009\n"
CONTACT = """\
单位: 区民政局
核验日期: 2026-09-01
邮箱: mzj@example.gov.cn
通信地址: 安民大街20号，区民政局收
传真: 010-00000003
电话:
  - {用途: 信息公开咨询, 号码: 010-00000001, 服务时间: 上午}
  - {用途: 业务咨询, 号码: 010-00000002, 服务时间: 全天}
"""
ROOM = """\
名称: 查阅点
单位: 区民政局
地址: 文苑街1号
开放时间: [周一, 周二]
提供: [政府公报]
核验日期: 2026-10-12
"""
FILES = {
    "data/units/minzheng-ju.yml": UNIT,
    "data/contacts/minzheng-ju.yml": CONTACT,
    "data/reading-rooms/wenyuan.yml": ROOM,
}


@pytest.fixture
def leads(small_column):
    def to(files=FILES, **way):
        register = small_column(files)
        found = target(register, Way.model_validate(way), register.unit("区民政局"))
        return found.to, found.hours

    return to


@pytest.mark.parametrize(
    ("way", "to"),
    [
        ({"渠道": "电话"}, ("010-00000002", "全天")),
        ({"渠道": "电话", "用途": "信息公开咨询"}, ("010-00000001", "上午")),
        ({"渠道": "电话", "号码": "12345"}, ("12345", "")),
        ({"渠道": "传真"}, ("010-00000003", "")),
        ({"渠道": "邮件"}, ("mzj@example.gov.cn", "")),
        ({"渠道": "寄信"}, ("安民大街20号，区民政局收", "")),
        ({"渠道": "当面"}, ("示例区安民大街20号", "工作日")),
        ({"渠道": "当面", "地址": "一层"}, ("一层", "")),
        ({"渠道": "当面", "查阅点": "wenyuan"}, ("文苑街1号", "周一，周二")),
        ({"渠道": "网上"}, ("", "")),
        ({"说明": "信函：区民政局"}, ("", "")),
    ],
)
def test_what_is_not_written_is_taken_from_the_contacts(leads, way, to):
    assert leads(**way) == to


def test_without_contacts_the_unit_itself_is_asked(leads):
    bare = {"data/units/minzheng-ju.yml": UNIT}
    assert leads(bare, 渠道="电话") == ("010-00000009", "工作日")
    assert leads(bare, 渠道="邮件") == ("", "")
    words = {"data/units/minzheng-ju.yml": UNIT.replace("010-00000009", "总机")}
    assert leads(words, 渠道="电话") == ("", "")


def test_the_numbers_that_a_series_lacks(small_column):
    text = "---\n会议名称: 第{0}次会议\n届次: 第{0}次\n日期: 2026-11-{1}\n---\n会议安排。\n"
    files = {
        f"content/meetings/2026/cw-{n}.md": text.format(n, day) for n, day in ((38, "03"), (44, 10), (46, 17))
    }
    register = small_column(files)
    known = series(register, register.record("cw-44"))
    assert [each.ordinal for each in known] == [38, 44, 46]
    assert [(each.ordinal, list(numbers)) for each, numbers in gaps(known)] == [
        (44, [39, 40, 41, 42, 43]),
        (46, [45]),
    ]
