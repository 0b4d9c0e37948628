"""Events and what came of them; answers to concerns, and how soon they came."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN

EVENT = "名称: 开放日\n类型: 政务开放日\n日期: {date}\n主办单位: 区民政局\n预告日期: 2026-09-01\n{more}"
RESPONSE = "标题: 供水\n关切: 何时恢复\n回应单位: 区民政局\n渠道: [{channel}]\n{more}"


def event(run, more, date="2026-09-10", today="2026-09-20"):
    text = f"---\n{EVENT.format(date=date, more=more)}---\n欢迎参加。\n"
    return told(run({**CLEAN, "content/events/2026/a.md": text}, today), "event-report")


def response(run, *lines, channel="新闻发布会"):
    fields = RESPONSE.format(channel=channel, more="\n".join(lines))
    text = f"---\n{fields}\n---\n已经恢复。\n"
    return told(run({**CLEAN, "content/responses/2026/a.md": text}), "response-time")


def told(outcome, rule):
    return [(p.level.value, p.at[-1]) for p in outcome.problems if p.rule == rule]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", []),
        ("情况公布日期: 2026-09-12\n参加人数: 3\n", []),
        ("情况公布日期: 2026-09-09\n", [("错误", "情况公布日期")]),
        ("情况公布日期: 2026-09-21\n", [("错误", "情况公布日期")]),
        ("参加人数: 0\n", [("错误", "参加人数")]),
        ("答疑: [{问: 几点, 答: 九点}]\n", [("错误", "答疑")]),
        ("意见: [{意见: 多开, 回应: 好}]\n", [("错误", "意见")]),
        ("报名截止: 2026-09-11\n", [("错误", "报名截止")]),
        ("情况公布日期: 2026-09-12\n问卷: {发放: 2, 收回: 3}\n", [("错误", "收回")]),
    ],
)
def test_what_is_said_of_an_event(run, more, expected):
    assert event(run, more) == expected


def test_an_event_owes_its_report_after_so_many_days(run):
    assert event(run, "", today="2026-10-10") == []
    assert event(run, "", today="2026-10-11") == [("提示", "日期")]


def test_an_event_is_announced_before_it_is_held(run):
    assert event(run, "", date="2026-08-31") == [("错误", "预告日期")]


GRAVE = ("突发事件: 重大", "发生日期: 2026-11-04")


@pytest.mark.parametrize(
    ("lines", "late"),
    [
        (("发生时间: 18:20", "回应日期: 2026-11-05", "回应时间: 18:20"), False),
        (("发生时间: 18:20", "回应日期: 2026-11-05", "回应时间: 18:21"), True),
        (("回应日期: 2026-11-05", "回应时间: 23:59"), False),
        (("发生时间: 00:00", "回应日期: 2026-11-05"), False),
        (("回应日期: 2026-11-06",), True),
    ],
)
def test_a_grave_incident_is_answered_within_a_day(run, lines, late):
    assert response(run, *GRAVE, *lines) == ([("警告", "回应日期")] if late else [])


def test_only_the_levels_of_the_rule_are_timed(run):
    late = ("发生日期: 2026-11-04", "回应日期: 2026-11-20")
    assert response(run, *late) == []
    assert response(run, *late, "突发事件: 较大") == []
    assert response(run, *late, "突发事件: 特别重大") == [("警告", "回应日期")]


def test_a_grave_incident_needs_a_press_conference(run):
    soon = (*GRAVE, "回应日期: 2026-11-05")
    assert response(run, *soon, channel="政府网站") == [("警告", "渠道")]


@pytest.mark.parametrize("times", [(), ("发生时间: 10:00", "回应时间: 09:00")])
def test_an_answer_before_its_question_is_an_error(run, times):
    day = "2026-11-04" if times else "2026-11-03"
    assert response(run, "发生日期: 2026-11-04", f"回应日期: {day}", *times) == [("错误", "回应日期")]
