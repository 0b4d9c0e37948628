"""How a record will stand on the days ahead, if nobody writes a word: what its page carries for them."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.passing import stages

CONSULTATION = """\
---
标题: 规划（草案）征求意见
单位: 区民政局
发布日期: 2026-11-02
开始日期: 2026-11-25
截止日期: 2026-12-05
反馈拟公布日期: 2027-01-02
方式: [{渠道: 电话, 号码: 010-00000000}]
%s---
草案。
"""
EVENT = """\
---
名称: 走进社区
类型: 政务开放日
日期: 2026-12-10
主办单位: 区民政局
预告日期: 2026-11-02
报名截止: 2026-12-05
报名方式: [{渠道: 电话, 号码: 010-00000000}]
---
请来。
"""
POLICY = """\
---
标题: 补贴办法
发文机关: 区民政局
成文日期: 2026-11-02
发布日期: 2026-11-05
施行日期: 2026-12-01
失效日期: 2027-11-30
是否规范性文件: 否
惠企要素:
  适用对象: 小微企业
  支持方式: [资金补贴]
  支持内容: 30%
  申报条件: [依法纳税]
  申报方式: 网上申报
  申报截止: 2027-06-30
  咨询方式: 010-00000000
---
补贴。
"""
PATHS = {
    "consultation": "content/consultations/2026/x.md",
    "event": "content/events/2026/x.md",
    "policy": "content/policies/2026/x.md",
}


@pytest.fixture
def ahead(small_column):
    def of(kind: str, text: str, awaited: str | None = None):
        register = small_column({PATHS[kind]: text})
        (record,) = (each for each in register.all if each.slug == "x")
        if awaited:
            register.awaited = {record.id: dt.date.fromisoformat(awaited)}
        return [
            (str(each.begins or ""), each.state.value, each.open) for each in stages(register, record)
        ], stages(register, record)

    return of


def test_a_consultation_opens_closes_and_is_late(ahead):
    found, _ = ahead("consultation", CONSULTATION % "", "2027-01-02")
    assert found == [
        ("", "尚未开始", False),
        ("2026-11-25", "征集中", True),
        ("2026-12-06", "已截止待反馈", False),
        ("2027-01-03", "反馈逾期", False),
    ]


def test_what_is_to_be_told_later_is_not_promised(ahead):
    later = "反馈: {公布日期: 2026-12-20, 意见总数: 3, 采纳数: 1}\n"
    found, _ = ahead("consultation", CONSULTATION % later, "2027-01-02")
    assert [state for _, state, _ in found][-1] == "反馈逾期"


def test_an_event_takes_registrations_up_to_its_last_day(ahead):
    found, _ = ahead("event", EVENT, "2026-12-24")
    assert found == [
        ("", "报名中", True),
        ("2026-12-06", "即将举行", False),
        ("2026-12-11", "已举行", False),
        ("2026-12-25", "情况逾期", False),
    ]


def test_a_policy_comes_into_force_and_ends_and_so_does_what_it_gives(ahead):
    found, held = ahead("policy", POLICY)
    assert found == [
        ("", "尚未施行", True),
        ("2026-12-01", "有效", True),
        ("2027-07-01", "有效", True),
        ("2027-12-01", "失效", False),
    ]
    assert [each.applying.value for each in held] == ["尚未开始", "申报中", "已截止", "不能再申报"]
