"""Answers as they hold on a day: whether what they rest on still does, and what is said twice."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.answers import about, answers, gathered
from gongkai.law.example import CLEAN, a_policy, an_interpretation

#: without the question that the usual column has
COLUMN = {**CLEAN, "content/interpretations/2026/jiazhuang-dianti-jiedu.md": None}
TODAY = dt.date(2026, 11, 21)
ASKED = an_interpretation(问答="[{问: 谁可以申请？, 答: 老年人。, 对应条款: 第二条}]")


def later(keys: str, day: str = "2026-11-10", body: str = "第一条　甲。"):
    """A document of a later day that does something to yanglao."""
    return {
        "content/policies/2026/xin.md": (
            f"---\n标题: 新办法\n发文机关: 区民政局\n成文日期: {day}\n发布日期: {day}\n施行日期: {day}\n"
            f"是否规范性文件: 否\n{keys}---\n{body}\n"
        )
    }


@pytest.fixture
def state(small_column):
    """The answer's state on a day, of a document that took effect on 5 November, and later files."""

    def make(files=None, today: dt.date = TODAY, asked=ASKED) -> str:
        whole = {**COLUMN, **a_policy(施行日期="2026-11-05"), **asked, **(files or {})}
        [answer] = gathered(small_column(whole, today))
        return answer.state.value

    return make


def test_an_answer_holds_as_long_as_its_document(state):
    assert state() == "有效"
    assert state(a_policy(施行日期="2026-12-01")) == "尚未施行"
    assert state(a_policy(施行日期="2026-11-05", 失效日期="2026-11-20")) == "已废止失效"
    assert state(a_policy(施行日期="2026-11-05", 失效日期="2026-11-21")) == "有效"
    assert state(later("废止: [yanglao]\n")) == "已废止失效"


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        ("改: 第二条, 新文: 第二条　残疾人可以申请补贴。", "依据已修改"),
        ("改: 第一条, 新文: 第一条　别的。", "有效"),
    ],
)
def test_only_a_change_of_its_own_article_touches_it(state, operation, expected):
    change = f"修改: [{{文件: yanglao, 操作: [{{{operation}}}]}}]\n"
    assert state(later(change)) == expected


def test_a_change_it_was_given_after_does_not_touch_it(state):
    change = "修改: [{文件: yanglao, 操作: [{改: 第二条, 新文: 第二条　残疾人可以申请。}]}]\n"
    knowing = an_interpretation(发布日期="2026-11-10", 问答="[{问: 谁？, 答: 残疾人。, 对应条款: 第二条}]")
    assert state(later(change), asked=knowing) == "有效"
    assert state(later(change, "2026-11-11"), asked=knowing) == "依据已修改"
    coming = change.replace("文件: yanglao,", "文件: yanglao, 日期: 2026-11-15,")
    assert state(later(coming), asked=knowing) == "有效"
    assert state(later(coming, "2026-11-11"), asked=knowing) == "依据已修改"


def test_what_was_said_before_the_document_was_made_is_told_apart(state):
    """Also before it takes effect: those present heard of a plan."""
    made = {"成文日期": "2026-11-02", "施行日期": "2026-11-05"}
    assert state(a_policy(**made), asked=an_event("2026-11-01")) == "早于文件"
    assert state(a_policy(**made), asked=an_event("2026-11-02")) == "有效"
    assert state(a_policy(**made | {"施行日期": "2026-12-01"}), asked=an_event("2026-11-01")) == "早于文件"
    assert state(a_policy(**made, 失效日期="2026-11-20"), asked=an_event("2026-11-01")) == "已废止失效"


def an_event(reported: str):
    """An open day in whose report the question was answered."""
    return {
        "content/events/2026/kaifangri.md": (
            f"---\n名称: 开放日\n类型: 政务开放日\n日期: 2026-10-20\n地点: 大厅\n主办单位: 区民政局\n"
            f"预告日期: 2026-10-10\n情况公布日期: {reported}\n参加人数: 9\n"
            "答疑: [{问: 谁可以申请？, 答: 正在定。}]\n"
            "报名方式: [{渠道: 当面, 动作: 登记报名, 地址: 大厅}]\n报名截止: 2026-10-18\n"
            "相关文件: yanglao\n---\n正文。\n"
        )
    }


def test_an_article_that_is_not_carried_out_is_told(state):
    stop = "部分废止: [{文件: yanglao, 操作: [{停: 第二条, 止: 2026-12-31}]}]\n"
    assert state(later(stop)) == "依据停止执行"


def test_what_no_operation_tells_touches_every_answer(state):
    assert state(later("修改: [yanglao]\n")) == "依据已修改"


def twice(second: str, **more: str):
    return {
        **COLUMN,
        **ASKED,
        **an_interpretation("b-jiedu", 问答=f"[{{问: 谁可以申请, 答: {second}}}]", **more),
    }


def test_equal_words_about_one_document_stand_once_in_lists_and_keep_both_pages(small_column):
    register = small_column(twice("老年人"), TODAY)
    [shown] = gathered(register)
    assert [each.record.slug for each in (shown.asked, *shown.also)] == ["b-jiedu", "yanglao-jiedu"]
    assert len({each.url for each in answers(register)}) == 2
    assert about(register, "policies/2026/yanglao") == (shown,)


def test_other_words_or_another_document_are_not_joined(small_column):
    assert len(gathered(small_column(twice("所有的人"), TODAY))) == 2
    other = {**twice("老年人", 解读文件="[b]"), **a_policy("b", 发文字号="示民发〔2026〕22号")}
    assert len(gathered(small_column(other, TODAY))) == 2


def test_what_has_ended_stands_last(small_column):
    ended = a_policy("b", 发文字号="示民发〔2026〕22号", 施行日期="2026-11-06", 失效日期="2026-11-10")
    newer = an_interpretation("b-jiedu", 解读文件="[b]", 发布日期="2026-11-08", 问答="[{问: 甲？, 答: 乙。}]")
    found = gathered(small_column({**COLUMN, **ASKED, **ended, **newer}, TODAY))
    assert [each.asked.question for each in found] == ["谁可以申请？", "甲？"]
    assert found[1].since == dt.date(2026, 11, 11)


def test_what_holds_today_stands_before_what_is_to_come(small_column):
    coming = a_policy("b", 发文字号="示民发〔2026〕22号", 施行日期="2027-01-01")
    newer = an_interpretation("b-jiedu", 解读文件="[b]", 发布日期="2026-11-08", 问答="[{问: 甲？, 答: 乙。}]")

    def order(today: dt.date) -> list[str]:
        found = gathered(small_column({**COLUMN, **ASKED, **coming, **newer}, today))
        return [each.asked.question for each in found]

    assert order(dt.date(2026, 12, 31)) == ["谁可以申请？", "甲？"]
    assert order(dt.date(2027, 1, 1)) == ["甲？", "谁可以申请？"]
