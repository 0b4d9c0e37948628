"""What happens to records after they were published is told on its day, once, to those whom it concerns."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.exports import life_log
from gongkai.exports.feeds import plan
from gongkai.exports.made import day_of
from gongkai.records.vocabulary.following import LifeKind
from gongkai.records.vocabulary.term import Term

DAY = dt.timedelta(days=1)
EXPIRES = dt.date(2026, 12, 31)
BEGINS = dt.date(2026, 3, 1)


def policy(title: str, day: str, more: str = "") -> str:
    return (
        f"---\n标题: {title}\n发文机关: 区民政局\n成文日期: {day}\n发布日期: {day}\n是否规范性文件: 否\n"
        f"服务对象: 个人\n领域: 养老服务\n{more}---\n第一条　甲。\n"
    )


YANGLAO = "content/policies/2026/yanglao.md"
LIVES = {YANGLAO: policy("养老办法", "2026-02-01", f"施行日期: {BEGINS}\n失效日期: {EXPIRES}\n")}
ENDED = {
    **LIVES,
    "content/policies/2026/xin.md": policy(
        "新养老办法", "2026-05-10", "施行日期: 2026-06-01\n废止: [{文件: 养老办法}]\n"
    ),
}


def told(register, kind: LifeKind, about: str = "养老办法") -> list[tuple[dt.date, str]]:
    found = [turn.entry for turn in life_log.turns(register)]
    return [(each.day, each.note) for each in found if each.kind is kind and each.title == about]


@pytest.mark.parametrize(("day", "count"), [(BEGINS - DAY, 0), (BEGINS, 1)])
def test_coming_into_force_is_told_on_its_day(small_column, day, count):
    assert len(told(small_column(LIVES, day), LifeKind.EFFECTIVE)) == count


def test_what_holds_from_its_publication_is_not_told_twice(small_column):
    same = {YANGLAO: policy("养老办法", "2026-03-01", "施行日期: 2026-03-01\n")}
    assert told(small_column(same, BEGINS), LifeKind.EFFECTIVE) == []


@pytest.mark.parametrize(
    ("day", "ending", "expired"),
    [
        (EXPIRES + DAY - 31 * DAY, 0, 0),
        (EXPIRES + DAY - 30 * DAY, 1, 0),
        (EXPIRES, 1, 0),
        (EXPIRES + DAY, 0, 1),
    ],
)
def test_an_end_is_told_a_month_ahead_and_then_when_it_has_come(small_column, day, ending, expired):
    register = small_column(LIVES, day)
    assert (
        told(register, LifeKind.ENDING) == [(dt.date(2026, 12, 2), "有效期到2026年12月31日为止。")] * ending
    )
    assert (
        told(register, LifeKind.EXPIRED)
        == [(dt.date(2027, 1, 1), "有效期到2026年12月31日为止，自2027年1月1日起失效。")] * expired
    )


def test_a_repeal_to_come_is_told_when_it_is_known_and_on_its_day_with_its_basis(small_column):
    before, after = small_column(ENDED, dt.date(2026, 5, 31)), small_column(ENDED, dt.date(2026, 6, 1))
    assert told(before, LifeKind.ENDING) == [(dt.date(2026, 5, 10), "自2026年6月1日起废止。")]
    assert told(before, LifeKind.REPEALED) == []
    assert told(after, LifeKind.ENDING) == []
    assert told(after, LifeKind.REPEALED) == [
        (dt.date(2026, 6, 1), "自2026年6月1日起废止，依据《新养老办法》。")
    ]
    # it was repealed before its last day
    assert told(small_column(ENDED, EXPIRES + DAY), LifeKind.EXPIRED) == []


MORE = {
    **LIVES,
    "content/interpretations/2026/jie.md": (
        "---\n标题: 养老办法问答\n解读文件: 养老办法\n解读形式: 文字\n发布日期: 2026-02-03\n---\n正文。\n"
    ),
    "content/corrections/2026/geng.md": (
        "---\n标题: 更正养老办法\n更正对象: policies/2026/yanglao\n更正日期: 2026-04-02\n"
        "原文: 第一条　乙。\n更正后: 第一条　甲。\n原因: 录入有误。\n---\n"
    ),
    "content/consultations/2026/zheng.md": (
        "---\n标题: 养老征集\n单位: 区民政局\n发布日期: 2026-01-05\n"
        "开始日期: 2026-01-05\n截止日期: 2026-02-08\n"
        "方式: [信函：区民政局]\n领域: 养老服务\n"
        "日期变更:\n  - {字段: 截止日期, 原日期: 2026-02-05, 新日期: 2026-02-08, 原因: 延长,\n"
        "     公布日期: 2026-01-20}\n"
        "反馈: {公布日期: 2026-02-20, 意见总数: 3, 采纳数: 2}\n---\n正文。\n"
    ),
}


def test_corrections_moves_answers_and_interpretations_are_told_of_what_they_concern(small_column):
    register = small_column(MORE)
    assert told(register, LifeKind.CORRECTED) == [(dt.date(2026, 4, 2), "更正原因：录入有误。")]
    assert told(register, LifeKind.INTERPRETED) == [
        (dt.date(2026, 2, 3), "《养老办法问答》2026年2月3日公布。")
    ]
    assert told(register, LifeKind.ANSWERED, "养老征集") == [(dt.date(2026, 2, 20), "收到意见3条，采纳2条。")]
    moved = told(register, LifeKind.MOVED, "养老征集")
    assert [day for day, _ in moved] == [dt.date(2026, 1, 20)] and "原因：延长" in moved[0][1]


@pytest.mark.parametrize("name", ["unit-minzheng-ju", "domain-elderly", "audience-person"])
def test_units_subjects_and_readers_have_what_happened_among_their_records(small_column, name):
    feed = {each.name: each for each in plan(small_column(MORE))}[name]
    kinds = [each.kind for each in feed.events if each.record and each.record.name == "养老办法"]
    assert kinds == [LifeKind.CORRECTED, LifeKind.EFFECTIVE]
    days = [day_of(each) for each in feed.entries]
    assert days == sorted(days, reverse=True) and feed.records and feed.events


def test_what_a_record_in_the_feed_tells_itself_is_not_told_twice(small_column):
    """The interpretation stands in the feed of its policy's unit, with its own title."""
    feed = {each.name: each for each in plan(small_column(MORE))}["unit-minzheng-ju"]
    assert "养老办法问答" in [record.name for record in feed.records]
    assert LifeKind.INTERPRETED not in [each.kind for each in feed.events]


def test_each_kind_of_what_happens_has_a_feed_once_it_has_happened(small_column):
    names = {each.name for each in plan(small_column(MORE)) if each.name.startswith("life-")}
    assert names == {"life-effective", "life-answered", "life-corrected", "life-renamed"}
    assert "life-changed" in {each.name for each in plan(small_column(ENDED))}


def test_a_consultation_closes_and_an_answer_that_was_due_is_late(small_column):
    days = "发布日期: 2026-11-02\n开始日期: 2026-11-02\n截止日期: 2026-11-10\n"
    text = f"标题: 规划征求意见\n单位: 区民政局\n{days}"
    files = {"content/consultations/2026/guihua.md": f"---\n{text}---\n说明。\n"}
    for day, closed, late in (("2026-11-10", 0, 0), ("2026-11-11", 1, 0), ("2026-11-16", 1, 1)):
        register = small_column(files, dt.date.fromisoformat(day))
        register.awaited = {register.record("guihua").id: dt.date(2026, 11, 15)}
        assert len(told(register, LifeKind.CLOSED, "规划征求意见")) == closed
        assert len(told(register, LifeKind.LATE, "规划征求意见")) == late


HELD = {
    "content/meetings/2026/hui.md": (
        "---\n会议名称: 常务会\n日期: 2026-09-21\n预告日期: 2026-09-14\n是否开放: 是\n开放方式: [列席]\n"
        "议题: [{标题: 审议规划, 承办单位: 区民政局}]\n---\n会议。\n"
    ),
    "content/events/2026/can.md": (
        "---\n名称: 参观\n类型: 政务开放日\n日期: 2026-09-21\n地点: 大厅\n主办单位: 区民政局\n"
        "预告日期: 2026-09-14\n报名方式: [{渠道: 当面, 动作: 登记报名, 地址: 大厅}]\n---\n参观。\n"
    ),
    "content/consultations/2026/zheng.md": (
        "---\n标题: 征集\n单位: 区民政局\n发布日期: 2026-09-01\n开始日期: 2026-09-01\n截止日期: 2026-09-21\n"
        "方式: [信函：区民政局]\n---\n正文。\n"
    ),
}
DUE = dt.date(2026, 9, 24)
OWED = {"常务会": "会议的结果", "参观": "活动的情况", "征集": "收到的意见和采纳情况"}


@pytest.mark.parametrize("name", OWED)
@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (dt.date(2026, 9, 21), []),
        (dt.date(2026, 9, 22), ["over"]),
        (DUE, ["over"]),
        (DUE + DAY, ["late", "over"]),
    ],
)
def test_what_is_over_tells_by_when_its_outcome_is_there_and_then_that_it_is_late(
    small_column, name, day, kinds
):
    register = small_column(HELD, day)
    register.awaited = {each.id: DUE for each in register.all if each.name == name}
    over = LifeKind.CLOSED if name == "征集" else LifeKind.HELD
    found = [turn.entry for turn in life_log.turns(register) if turn.entry.title == name]
    assert [each.kind for each in found] == [{"over": over, "late": LifeKind.LATE}[each] for each in kinds]
    words: dict[Term, str] = {
        over: f"{OWED[name]}在2026年9月24日（星期四）以前公布。",
        LifeKind.LATE: f"{OWED[name]}应当在2026年9月24日（星期四）以前公布，现在还没有。",
    }
    assert all(each.note.endswith(words[each.kind]) for each in found)


@pytest.mark.parametrize("name", ["常务会", "参观"])
def test_an_outcome_is_told_on_its_day_and_nothing_is_awaited_then(small_column, name):
    files = {
        path: text.replace("区民政局}]\n", "区民政局, 议定结果: 通过, 结果公布日期: 2026-09-24}]\n").replace(
            "预告日期", "情况公布日期: 2026-09-24\n预告日期" if "events" in path else "预告日期"
        )
        for path, text in HELD.items()
    }
    before, after = (small_column(files, day) for day in (DUE - DAY, DUE))
    assert told(before, LifeKind.RESULT, name) == []
    assert told(after, LifeKind.RESULT, name) == [(DUE, f"{OWED[name]}公布。")]
    assert told(after, LifeKind.HELD, name) == told(after, LifeKind.LATE, name) == []


def test_the_whole_column_and_a_type_tell_what_happened_and_nothing_twice(small_column):
    feeds = {each.name: each for each in plan(small_column(MORE))}
    kinds = {
        name: [each.kind for each in feeds[name].events] for name in ("all", "policies", "consultations")
    }
    assert kinds["policies"] == [
        LifeKind.EFFECTIVE,
        LifeKind.INTERPRETED,
        LifeKind.CORRECTED,
        LifeKind.EFFECTIVE,
        LifeKind.INTERPRETED,
    ]
    assert kinds["consultations"] == [LifeKind.ANSWERED, LifeKind.CLOSED, LifeKind.MOVED]
    # the correction and the interpretation stand there themselves
    assert not {LifeKind.CORRECTED, LifeKind.INTERPRETED} & {*kinds["all"]} and len(kinds["all"]) > 3
