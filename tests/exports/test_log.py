"""What the 发布日志 tells, and what it must not tell yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gongkai import gate
from gongkai.column import kept_log
from gongkai.column.register import Event, Register
from gongkai.exports.log import events, unkept
from gongkai.law.rules.dataset_rows import PACKAGE
from gongkai.records.types.address import MovedAddress
from gongkai.records.vocabulary.publishing import LogKind

CORRECTION = """\
---
标题: 更正临时救助人次
更正对象: jiuzhu
更正日期: {day}
原文: 救助 102 人次。
更正后: 救助 120 人次。
原因: 录入时数字颠倒。
---
"""
MOVED = """\
- 地址: items/minzheng-ju/2026/chongfu/
  撤下日期: {day}
  理由: 重复发布
  说明: 保留先发布的一次
- 地址: items/minzheng-ju/2026/jiu/
  转到: items/minzheng-ju/2026/jiuzhu/
"""


def files(day: str) -> dict[str, str]:
    return {
        "content/corrections/2026/renci.md": CORRECTION.format(day=day),
        "data/addresses/moved.yml": MOVED.format(day=day),
        "content/pages/zhinan.md": "---\n标题: 指南\n更新日期: 2026-09-01\n---\n正文。\n",
    }


def told(register):
    return [(str(event.day), event.kind.value, event.title) for event in events(register)]


def test_everything_that_happened_newest_first(small_column):
    assert told(small_column(files("2026-11-07"))) == [
        ("2026-11-18", "发布", "区政府常务会第 46 次会议"),
        ("2026-11-08", "更新", "示例区老旧小区加装电梯补助办法"),
        ("2026-11-07", "更正", "更正临时救助人次"),
        ("2026-11-07", "撤下", "items/minzheng-ju/2026/chongfu/"),
        ("2026-11-06", "发布", "加装电梯补助问答"),
        ("2026-11-05", "发布", "示例区老旧小区加装电梯补助办法"),
        ("2026-10-12", "发布", "第三季度临时救助情况"),
        ("2026-09-01", "更新", "指南"),
        ("2020-01-01", "撤并", "区旧改办"),
    ]


def test_what_happens_today_is_told_today(small_column):
    assert told(small_column(files("2026-11-21")))[:2] == [
        ("2026-11-21", "更正", "更正临时救助人次"),
        ("2026-11-21", "撤下", "items/minzheng-ju/2026/chongfu/"),
    ]


def test_notes_say_what_was_changed_and_why(small_column):
    notes = {event.kind.value: event.note for event in events(small_column(files("2026-11-07")))[:4]}
    assert notes == {
        "发布": "",
        "更新": "更正附件",
        "更正": "更正对象：第三季度临时救助情况。原因：录入时数字颠倒。",
        "撤下": "理由：重复发布。保留先发布的一次",
    }


def test_a_date_that_moved_is_told_with_its_reason(small_column):
    """From the day the change was announced, for rows without a page as well."""
    move = "{字段: %s, 原日期: 2026-11-23, 新日期: 2026-11-24, 原因: 会场检修, 公布日期: 2026-11-19}"
    head = "---\n会议名称: 常务会\n日期: 2026-11-24\n预告日期: 2026-11-18\n"
    row = "- 编号: MZ-01\n  一级事项: 养老服务\n  首次公开期限: 2026-11-24\n"
    written = {
        "content/meetings/2026/cw-46.md": f"{head}日期变更: [{move % '日期'}]\n---\n会。\n",
        "data/catalogue/minzheng-ju.yml": f"{row}  日期变更: [{move % '首次公开期限'}]\n",
    }
    moved = [each for each in events(small_column(written)) if each.kind is LogKind.MOVED]
    assert [(each.title, each.note, each.address) for each in moved] == [
        (
            "养老服务",
            "首次公开期限由 2026-11-23 改为 2026-11-24。原因：会场检修",
            "catalogue/unit/minzheng-ju/#MZ-01",
        ),
        ("常务会", "日期由 2026-11-23 改为 2026-11-24。原因：会场检修", "meetings/2026/cw-46/"),
    ]
    before = events(small_column(written, dt.date(2026, 11, 18)))
    assert LogKind.MOVED not in {each.kind for each in before}


TODAY = dt.date(2026, 11, 21)
POLICY = "policies/2026/jiazhuang-dianti/"
PUBLISHED = Event(dt.date(2026, 11, 5), LogKind.PUBLISHED, 0, POLICY, "政策文件", "加装电梯补助办法（试行）")
GONE = Event(
    dt.date(2026, 10, 1), LogKind.PUBLISHED, 0, "items/minzheng-ju/2026/jiu/", "信息（示例）", "旧信息"
)
NOTED = Event(dt.date(2026, 10, 2), LogKind.UPDATED, 1, GONE.address, "信息（示例）", "旧信息", "更正电话")


def with_log(small_column, *kept, files=None, today=TODAY):
    register = small_column(files or {}, today)
    register.happened = kept
    return register


def test_what_is_kept_stands_as_it_was_told_and_the_rest_beside_it(small_column):
    """A title as it was then; a record that is gone is still told of, with what it was."""
    found = events(with_log(small_column, GONE, NOTED, PUBLISHED))
    assert [(each.kind.value, each.title, each.note) for each in found if each.address == POLICY] == [
        ("更新", "示例区老旧小区加装电梯补助办法", "更正附件"),
        ("发布", "加装电梯补助办法（试行）", ""),
    ]
    gone = [each for each in found if each.address == GONE.address]
    assert [(each.title, each.note, each.label, each.example, each.record) for each in gone] == [
        ("旧信息", "更正电话", "信息", True, None),
        ("旧信息", "", "信息", True, None),
    ]


def test_an_entry_leads_to_where_its_page_is_now_under_the_id_it_had(small_column):
    moved = f"- {{地址: policies/2026/jiu/, 转到: {POLICY}}}\n"
    kept = replace(PUBLISHED, address="policies/2026/jiu/")
    found = events(with_log(small_column, kept, files={"data/addresses/moved.yml": moved}))
    (event,) = (each for each in found if each.kind is LogKind.PUBLISHED and "试行" in each.title)
    assert (event.record.url, event.id) == (POLICY, "published/0/policies/2026/jiu/")
    assert not [each for each in found if each.id == f"published/0/{POLICY}"]


def test_a_row_of_the_catalogue_that_is_gone_leads_nowhere(small_column):
    """What it was moved to is still told; no page tells what became of a row."""
    row = replace(NOTED, kind=LogKind.MOVED, address="catalogue/unit/minzheng-ju/#MZ-01", label="公开事项")
    found = events(with_log(small_column, row, replace(row, address=f"{row.address}9")))
    assert [each.there for each in found if each.kind is LogKind.MOVED] == [True, False]


def test_a_log_of_any_day_holds_what_was_kept_until_then(small_column):
    kept = (GONE, NOTED, PUBLISHED)
    found = events(with_log(small_column, *kept, today=NOTED.day))
    assert {each.title for each in found if each.day >= GONE.day} == {"旧信息"}
    later = replace(NOTED, day=dt.date(2026, 11, 22), note="还没有到的日子")
    assert "还没有到的日子" not in {each.note for each in events(with_log(small_column, later))}


def test_registering_on_two_days_keeps_the_same_as_registering_once(small_column, tmp_path):
    for folder, days in {"twice": (10, 21, 12), "once": (21,)}.items():
        for day in days:
            register = small_column(files("2026-11-07"), dt.date(2026, 11, day))
            register.happened = kept_log.read(tmp_path / folder)[0]
            kept_log.write(tmp_path / folder, unkept(register))
    twice, once = ((tmp_path / name / "data/log/2026.txt").read_bytes() for name in ("twice", "once"))
    assert twice == once
    register.happened = kept_log.read(tmp_path / "once")[0]
    assert unkept(register) == []


@pytest.mark.parametrize("title", ["甲 ｜ ｜ 乙 ｜", "｜ 甲", "甲｜乙  丙"])
def test_no_title_is_taken_for_a_note(small_column, tmp_path, title):
    files = {"content/pages/zhinan.md": f"---\n标题: {title}\n更新日期: 2026-09-01\n---\n正文。\n"}
    register = small_column(files)
    told = unkept(register)
    kept_log.write(tmp_path / "log", told)
    register.happened, problems = kept_log.read(tmp_path / "log")
    assert (sorted(told, key=lambda each: each.line), problems) == (
        sorted(register.happened, key=lambda each: each.line),
        [],
    )
    assert unkept(register) == []


def test_nothing_that_is_still_to_come_or_closed_is_kept(small_column, tmp_path):
    """Later days, notes of what is closed, and what says it again."""
    small_column()
    plain = (tmp_path / "content/policies/2026/jiazhuang-dianti.md").read_text("utf-8")
    closed = plain.replace("是否规范性文件", "公开属性: 不予公开\n不公开理由: 内部\n是否规范性文件")
    written = {"content/policies/2026/jiazhuang-dianti.md": closed}
    released = gate.released(small_column(written))
    lines = "\n".join(event.line for event in unkept(released))
    assert POLICY in lines and "第三季度临时救助情况" in lines
    for word in ("更正附件", "还没有到的日子", "还没有公布的文件", "加装电梯补助问答"):
        assert word not in lines


def test_what_is_to_come_is_not_told(small_column):
    register = small_column(files("2026-11-22"))
    assert {event.kind.value for event in events(register)} == {"发布", "更新", "撤并"}
    assert max(event.day for event in events(register)) <= register.today


def test_the_log_only_grows(small_column):
    """What was told on one day stands, as it was, at the end of the log of every later day."""
    before = events(small_column(files("2026-11-07"), dt.date(2026, 11, 10)))
    later = events(small_column(files("2026-11-07"), dt.date(2027, 1, 10)))
    assert [event.id for event in later][-len(before) :] == [event.id for event in before]
    assert len(later) > len(before)


def test_every_entry_has_an_id_of_its_own_day(small_column):
    found = [(event.day, event.id) for event in events(small_column(files("2026-11-07")))]
    assert len(set(found)) == len(found)


def test_the_english_version_is_told_of_too(small_column):
    translation = (
        "---\n原文: policies/2026/jiazhuang-dianti\n标题: Lift Subsidies\n译文日期: 2026-11-12\n---\nText.\n"
    )
    page = "---\n标题: Guide\n更新日期: 2026-11-10\n---\nText.\n"
    files = {"content/en/records/2026/dianti.md": translation, "content/en/pages/guide.md": page}
    found = told(small_column(files))
    assert ("2026-11-12", "发布", "Lift Subsidies") in found
    assert ("2026-11-10", "更新", "Guide") in found


@pytest.mark.parametrize(
    ("reason", "title", "expected"),
    [
        ("内容有误", None, "登记的标题"),
        ("内容有误", "写明的标题", "写明的标题"),
        ("涉及个人隐私", None, "items/minzheng-ju/2026/chongfu/"),
        ("涉及个人隐私", "一份公示", "一份公示"),
    ],
)
def test_what_was_withdrawn_is_named_by_its_title_unless_that_had_to_go(identity, reason, title, expected):
    gone = MovedAddress.model_validate(
        {"地址": "items/minzheng-ju/2026/chongfu/", "标题": title, "撤下日期": "2026-11-07", "理由": reason}
    )
    register = Register([gone], dt.date(2026, 11, 21), identity, published={gone.address: "登记的标题"})
    assert [event.title for event in events(register)] == [expected]


def test_rows_that_are_there_no_more_are_told_with_the_reason(small_column):
    less = (
        "数据减少:\n  - {年份: 2026, 原行数: 3, 现行数: 2, 原因: 一行重复, 公布日期: 2026-11-16}\n"
        "  - {年份: 2026, 原行数: 2, 现行数: 1, 原因: 还没有到的日子, 公布日期: 2026-12-16}\n"
    )
    found = events(small_column({"data/datasets/xuke/datapackage.yml": PACKAGE + less}))
    assert [(str(event.day), event.note) for event in found if "行减为" in event.note] == [
        ("2026-11-16", "2026年的数据由 3 行减为 2 行。原因：一行重复")
    ]
