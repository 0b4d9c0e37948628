"""How a record will stand on the days ahead, if nobody writes a word: what its page carries for them."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.effects import effects
from gongkai.column.passing import stages, taken
from gongkai.law.duties.interpretation import held
from gongkai.records.types.service import Service

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
  申报方式:
    - 渠道: 网上
      网址: https://www.example.gov.cn/shenbao/
  申报截止: 2027-06-30
  咨询方式: 010-00000000
---
补贴。
"""
GUIDE = """\
事项名称: 入学登记
受理单位: 区民政局
办理依据: [义务教育法]
基本流程: [登记]
收费依据及标准: 不收费
办理时限: 当场
受理开始: 2026-12-01
受理截止: 2026-12-20
咨询方式: 010-00000000
发布日期: 2026-11-02
"""
PATHS = {
    "guide": "data/services/x.yml",
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
        return stages(register, record)

    return of


@pytest.mark.parametrize(
    ("kind", "text", "awaited", "expected"),
    [
        (
            "consultation",
            CONSULTATION % "",
            "2027-01-02",
            [
                ("", "尚未开始", False),
                ("2026-11-25", "征集中", True),
                ("2026-12-06", "已截止待反馈", False),
                ("2027-01-03", "反馈逾期", False),
            ],
        ),
        (
            "event",
            EVENT,
            "2026-12-24",
            [
                ("", "报名中", True),
                ("2026-12-06", "即将举行", False),
                ("2026-12-11", "已举行", False),
                ("2026-12-25", "情况逾期", False),
            ],
        ),
        ("guide", GUIDE, None, [("", "", False), ("2026-12-01", "", True), ("2026-12-21", "", False)]),
        (
            "policy",
            POLICY,
            None,
            [
                ("", "尚未施行", True),
                ("2026-12-01", "有效", True),
                ("2027-07-01", "有效", True),
                ("2027-12-01", "失效", False),
            ],
        ),
    ],
)
def test_each_day_that_changes_how_a_record_stands_begins_a_stage(ahead, kind, text, awaited, expected):
    found = [
        (str(each.begins or ""), each.state.value if each.state else "", each.open)
        for each in ahead(kind, text, awaited)
    ]
    assert found == expected


def test_what_is_to_be_told_later_is_not_promised(ahead):
    later = "反馈: {公布日期: 2026-12-20, 意见总数: 3, 采纳数: 1}\n"
    assert ahead("consultation", CONSULTATION % later, "2027-01-02")[-1].state.value == "反馈逾期"


def test_what_a_policy_gives_has_days_of_its_own(ahead):
    assert [each.applying.value for each in ahead("policy", POLICY)] == [
        "尚未开始", "申报中", "已截止", "不能再申报",
    ]  # fmt: skip


def test_a_document_of_another_district_is_in_force_here_on_no_day(ahead):
    (only,) = {each.state for each in ahead("policy", f"---\n制定地区: 北京市大兴区\n{POLICY[4:]}")}
    assert only.value == "外区文件"


@pytest.mark.parametrize(("place", "here"), [("", True), ("制定地区: 北京市大兴区\n", False)])
def test_what_another_district_made_carries_nothing_here(small_column, place, here):
    text = POLICY[4:].replace(
        "是否规范性文件: 否", "是否规范性文件: 是\n废止日期: 2027-03-01\n废止依据: 清理结果"
    )
    guide = GUIDE + "相关政策: [补贴办法]\n"
    register = small_column({PATHS["policy"]: f"---\n{place}{text}", PATHS["guide"]: guide})
    (policy,) = (each for each in register.policies if each.slug == "x")
    (service,) = (each for each in register.all if isinstance(each, Service) and each.slug == "x")
    assert taken(register, service, dt.date(2026, 12, 5)) is here
    assert bool(register.ended_on(policy)) is here
    assert bool(register.benefit_state(policy)) is here
    assert any(each.on is policy for each in effects(register)) is here
    assert (policy in held(register)) is here
