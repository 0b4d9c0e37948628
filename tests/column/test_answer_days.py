"""The days ahead on which the state of an answer will be another, told from the day of the build."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.answer_days import ahead
from gongkai.column.answers import gathered
from gongkai.law.example import CLEAN, a_policy, an_interpretation

TODAY = dt.date(2026, 11, 21)
COLUMN = {**CLEAN, "content/interpretations/2026/jiazhuang-dianti-jiedu.md": None}
ASKED = an_interpretation(问答="[{问: 谁可以申请？, 答: 老年人。, 对应条款: 第二条}]")
HOLDS = a_policy(施行日期="2026-11-05")


def stopping(keys: str) -> dict[str, str]:
    """A document readers have already, which does something to the other later."""
    head = (
        "标题: 新办法\n发文机关: 区民政局\n成文日期: 2026-11-10\n发布日期: 2026-11-10\n施行日期: 2027-03-01\n"
    )
    return {"content/policies/2026/xin.md": f"---\n{head}是否规范性文件: 否\n{keys}---\n第一条　甲。\n"}


@pytest.fixture
def days(small_column):
    def told(*files: dict[str, str]) -> list[tuple[str, str]]:
        whole = {**COLUMN, **HOLDS, **ASKED}
        for each in files:
            whole |= each
        register = small_column(whole, TODAY)
        (answer,) = gathered(register)
        return [(day.isoformat(), state.value) for day, state in ahead(register, answer)]

    return told


def test_what_takes_effect_and_what_ends(days):
    assert days() == []
    assert days(a_policy(施行日期="2026-12-01")) == [("2026-12-01", "有效")]
    ends = a_policy(施行日期="2026-12-01", 失效日期="2026-12-31")
    assert days(ends) == [("2026-12-01", "有效"), ("2027-01-01", "已废止失效")]


def test_what_a_later_document_does_to_it(days):
    assert days(stopping("废止: [yanglao]\n")) == [("2027-03-01", "已废止失效")]
    change = "修改: [{文件: yanglao, 操作: [{改: 第二条, 新文: 第二条　残疾人可以申请补贴。}]}]\n"
    assert days(stopping(change)) == [("2027-03-01", "依据已修改")]
    other = "修改: [{文件: yanglao, 操作: [{改: 第一条, 新文: 第一条　别的。}]}]\n"
    assert days(stopping(other)) == []


def test_an_article_that_is_not_carried_out_for_a_time(days):
    stop = "部分废止: [{文件: yanglao, 操作: [{停: 第二条, 止: 2027-12-31}]}]\n"
    assert days(stopping(stop)) == [("2027-03-01", "依据停止执行"), ("2028-01-01", "有效")]
