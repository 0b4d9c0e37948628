"""What readers can do on a day: at the last day and the first after it, each thing once, in its order."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.actions import actions
from gongkai.law.example import a_policy
from gongkai.records.types.event import Event
from gongkai.records.types.service import Service

TODAY = dt.date(2026, 11, 21)
BENEFIT = """
  适用对象: 小微企业
  支持方式: [资金补贴]
  支持内容: 补贴30%
  申报条件: [依法纳税]
  申报方式:
    - 渠道: 网上
      网址: https://www.example.gov.cn/shenbao/
  申报截止: {end}
  咨询方式: 窗口"""
CONSULTATION = """\
---
标题: 征求意见
单位: 区民政局
发布日期: 2026-11-02
开始日期: 2026-11-02
截止日期: {end}
领域: 养老服务
---
说明。
"""
EVENT = (
    Event.EXAMPLE.replace("2026-11-12", "{day}")
    .replace("情况公布日期: 2026-11-16\n", "")
    .partition("参加人数")[0]
)
SERVICE = Service.EXAMPLE.replace("望槐街道", "区民政局").replace("示建发〔2026〕21号", "{document}")


def told(register):
    return [(each.kind.value, each.record.slug, each.until) for each in actions(register)]


@pytest.mark.parametrize(("end", "there"), [("2026-11-21", True), ("2026-11-20", False)])
def test_a_consultation_is_open_on_its_last_day(small_column, end, there):
    register = small_column({"content/consultations/2026/z.md": CONSULTATION.format(end=end)})
    assert told(register) == ([("提意见", "z", TODAY)] if there else [])


def test_a_list_tells_which_way_ends_before_the_others(small_column):
    ways = "方式: [{渠道: 电话, 号码: 010-00000000, 截止日期: 2026-11-%s}]\n"
    for day, note in (("21", "电话：到2026年11月21日（星期六）为止"), ("20", "")):
        text = CONSULTATION.format(end="2026-11-30").replace("领域:", ways % day + "领域:")
        (found,) = actions(small_column({"content/consultations/2026/z.md": text}))
        assert found.note == note


@pytest.mark.parametrize(("day", "there"), [("2026-11-22", True), ("2026-11-21", False)])
def test_without_a_term_one_registers_for_an_event_up_to_the_day_before(small_column, day, there):
    text = EVENT.format(day=day) + "---\n请参观。\n"
    register = small_column({"content/events/2026/h.md": text})
    assert told(register) == ([("报名", "h", TODAY)] if there else [])


def test_what_a_guide_is_for_stands_once_and_what_closes_first_stands_first(small_column):
    policy = a_policy("tie", 发文字号="示民发〔2026〕9号", 施行日期="2026-11-10", 服务对象="企业",
                      领域="营商环境", 惠企要素=BENEFIT.format(end="2026-12-31"))  # fmt: skip
    files = {
        **policy,
        "data/services/tie.yml": SERVICE.format(document="示民发〔2026〕9号"),
        "data/services/dianti.yml": SERVICE.format(document="示建发〔2026〕21号"),
        "content/consultations/2026/z.md": CONSULTATION.format(end="2026-12-03"),
    }
    found = actions(small_column(files))
    assert [(each.kind.value, each.record.id, each.until) for each in found] == [
        ("提意见", "consultations/2026/z", dt.date(2026, 12, 3)),
        ("申报", "services/tie", dt.date(2026, 12, 31)),
        ("申请", "services/dianti", None),
    ]
    assert [[name.value for name in each.domains] for each in found] == [
        ["养老服务"],
        ["营商环境"],
        ["城市更新"],
    ]


def test_a_guide_whose_policy_has_ended_is_no_more(small_column):
    ended = a_policy("jiu", 发文字号="示民发〔2020〕9号", 失效日期="2026-11-20")
    text = SERVICE.format(document="示民发〔2020〕9号")
    assert told(small_column({**ended, "data/services/jiu.yml": text})) == []


def test_a_guide_is_offered_while_its_matter_is_taken(small_column):
    """From the first day to the last; without days always."""
    text = SERVICE.replace("相关政策: [{document}]\n", "") + "受理开始: 2026-05-06\n受理截止: 2026-05-31\n"
    for day, offered in ((5, False), (6, True), (31, True), (32, False)):
        today = dt.date(2026, 5, 1) + dt.timedelta(days=day - 1)
        register = small_column({"data/services/ruxue.yml": text.replace("2026-10-08", "2026-04-20")}, today)
        until = [each.until for each in actions(register) if each.record.id == "services/ruxue"]
        assert until == ([dt.date(2026, 5, 31)] if offered else []), today
