"""The Register: what the public may see on a day, and links both ways."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai.column.register import Register
from gongkai.column.register.subjects import public_waivers
from gongkai.column.validate import Broken
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy

DIANTI = "content/policies/2026/jiazhuang-dianti.md"
JIEDU = "content/interpretations/2026/jiazhuang-dianti-jiedu.md"


def interpretation(day, documents="[jiazhuang-dianti]", extra=""):
    return f"---\n标题: 解读{day}\n解读文件: {documents}\n发布日期: {day}\n{extra}---\n说明。\n"


def ids(records):
    return [record.id for record in records]


def test_everything_public_stands_newest_first_and_nothing_else(small_column):
    register = small_column()
    assert ids(register.all) == [
        "meetings/2026/cw-46",
        "interpretations/2026/jiazhuang-dianti-jiedu",
        "policies/2026/jiazhuang-dianti",
        "items/minzheng-ju/2026/jiuzhu",
    ]
    assert "policies/2027/weilai" in ids(register.everything(Policy))
    assert "policies/2027/weilai" in ids(register.content)


def test_a_draft_is_public_on_no_day(small_column):
    text = interpretation("2026-11-06", extra="草稿: 是\n")
    for day in (dt.date(2026, 11, 21), dt.date(2126, 1, 1)):
        register = small_column({JIEDU: text}, day)
        assert register.interpretations == []
        assert register.interpretations_of(register.policy("jiazhuang-dianti")) == []
        assert JIEDU in [record.source.path for record in register.content]


def test_records_of_one_day_stand_in_order_of_their_names(small_column):
    files = {f"content/interpretations/2026/{name}.md": interpretation("2026-11-07") for name in "cab"}
    assert [r.slug for r in small_column(files).interpretations][:3] == ["a", "b", "c"]


def test_a_future_policy_shows_from_nowhere(small_column):
    register = small_column({"content/interpretations/2026/zao.md": interpretation("2026-11-07", "[weilai]")})
    early = next(record for record in register.interpretations if record.slug == "zao")
    assert register.policies_of(early) == []
    assert register.units_of(early) == []
    later = small_column({}, dt.date(2027, 1, 5))
    assert "policies/2027/weilai" in ids(later.policies)


def test_interpretations_of_a_policy_stand_oldest_first(small_column):
    files = {
        "content/interpretations/2026/er.md": interpretation("2026-11-08", "[示建发〔2026〕21号]"),
        "content/interpretations/2026/weilai-jiedu.md": interpretation("2026-12-08"),
    }
    register = small_column(files)
    found = register.interpretations_of(register.policy("jiazhuang-dianti"))
    assert [record.slug for record in found] == ["jiazhuang-dianti-jiedu", "er"]


def test_an_interpretation_answers_with_its_policies_issuers_unless_it_names_units(small_column):
    register = small_column(
        {"content/interpretations/2026/er.md": interpretation("2026-11-08", extra="解读单位: [区民政局]\n")}
    )
    answer = {
        record.slug: [unit.slug for unit in register.units_of(record)] for record in register.interpretations
    }
    assert answer == {"er": ["minzheng-ju"], "jiazhuang-dianti-jiedu": ["zhufang-jianshe-wei"]}


def test_a_unit_named_twice_answers_once(small_column):
    text = interpretation(
        "2026-11-08", extra="解读单位: [区住房城市建设委, 区住房和城市建设委员会, 不存在]\n"
    )
    register = small_column({JIEDU: text})
    assert [unit.slug for unit in register.units_of(register.interpretations[0])] == ["zhufang-jianshe-wei"]


def test_what_units_answer_for_is_found_from_both_ends(small_column):
    register = small_column()
    for record in register.all:
        for unit in register.units_of(record):
            assert record in register.records_of(unit)
    for unit in register.units:
        for record in register.records_of(unit):
            assert unit in register.units_of(record)
    assert ids(register.records_of(register.unit("区民政局"))) == [
        "meetings/2026/cw-46",
        "items/minzheng-ju/2026/jiuzhu",
    ]


def test_what_fulfils_an_entry_is_public_and_newest_first(small_column):
    item = "---\n标题: {0}\n单位: 区民政局\n发布日期: {0}\n公开事项: [MZ-01, 无此编号]\n---\n正文。\n"
    files = {f"content/items/minzheng-ju/2026/{d}.md": item.format(d) for d in ("2026-11-20", "2026-12-01")}
    register = small_column(files)
    found = register.fulfilled_by(register.entry("MZ-01"))
    assert ids(found) == ["items/minzheng-ju/2026/2026-11-20", "items/minzheng-ju/2026/jiuzhu"]


def test_a_policy_knows_the_topics_it_came_of(small_column):
    meeting = """\
---
会议名称: 第 {0} 次会议
日期: {1}
议题:
  - 标题: 别的事
  - 标题: 审议电梯办法
    形成的文件: [jiazhuang-dianti]
---
安排。
"""
    files = {
        "content/meetings/2026/cw-44.md": meeting.format(44, "2026-10-20"),
        "content/meetings/2026/cw-40.md": meeting.format(40, "2026-08-20"),
        "content/meetings/2026/cw-50.md": meeting.format(50, "2026-12-20"),
    }
    register = small_column(files)
    found = register.topics_of(register.policy("jiazhuang-dianti"))
    assert [(m.slug, number, topic.title) for m, number, topic in found] == [
        ("cw-40", 2, "审议电梯办法"),
        ("cw-44", 2, "审议电梯办法"),
    ]


def test_units_stand_by_their_number_then_kind_then_name(small_column):
    files = {
        "data/units/z.yml": "名称: 末位\n排序: '1'\n",
        "data/units/jie.yml": "名称: 东街\n类别: 街道\n",
        "data/units/a.yml": "名称: 甲局\n",
    }
    slugs = [unit.slug for unit in small_column(files).units]
    assert slugs == ["z", "a", "jiu-ban", "minzheng-ju", "zhufang-jianshe-wei", "jie"]


@pytest.mark.parametrize("name", ["养老办法", "示民发〔2026〕3号", "yanglao", "policies/2026/yanglao"])
def test_a_name_that_may_mean_a_broken_file_is_not_called_unknown(small_column, name):
    sound = small_column()
    data: dict[str, Any] = {"标题": "养老办法", "发文字号": "示民发〔2026〕3号", "发布日期": ["错"]}
    register = Register(
        sound.content, sound.today, sound.column, broken=[Broken(Policy, "policies/2026/yanglao", data)]
    )
    assert register.is_broken(Policy, name)
    assert not register.is_broken(ContentRecord, name)
    assert not register.is_broken(Policy, "别的办法")


def test_a_waiver_is_told_of_unless_it_names_what_is_not_public_yet(small_column):
    text = "规则: date-order\n对象: {name}\n理由: 无\n批准人: 办公室\n有效期至: 2027-12-31\n"
    named = {"jian": "jiuzhu", "wei": "weilai", "jia": "content/meetings"}
    files = {f"data/waivers/{slug}.yml": text.format(name=name) for slug, name in named.items()}
    assert {waiver.slug for waiver in public_waivers(small_column(files))} == {"jian", "jia"}
