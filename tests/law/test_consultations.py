"""Consultations owe an answer in time, and what the answer says must add up."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN
from gongkai.law.rules import ways_complete
from gongkai.law.rules.consultation_feedback import PATH

HEAD = "标题: 养老服务专项规划征求意见\n单位: 区民政局\n方式: [{渠道: 寄信, 地址: 安民大街}]\n"
DAYS = "发布日期: 2026-09-02\n开始日期: 2026-09-02\n截止日期: {closes}\n"
FEEDBACK = "反馈: {{公布日期: {day}, 意见总数: {total}, 采纳数: {taken}, 主要观点: 多建驿站{more}}}\n"
REFUSAL = ", 未采纳理由: [{意见: 每层都建, 理由: 没有场地}]"
JC = "- 编号: JC2026-05\n  事项: 专项规划\n  承办单位: 区民政局\n  目录公布日期: 2026-04-13\n"


def told(run, more="", today="2026-11-21", days=None, files=None):
    days = days or DAYS.format(closes="2026-10-08")
    text = f"---\n{HEAD}{days}{more}---\n欢迎提出意见。\n"
    outcome = run({**CLEAN, PATH: text, **(files or {})}, today)
    return [(p.level.value, p.at) for p in outcome.problems if p.rule == "consultation-feedback"]


def feedback(day="2026-10-20", total=12, taken=5, more=REFUSAL):
    return FEEDBACK.format(day=day, total=total, taken=taken, more=more)


def one(level, *at):
    return [(level, at)]


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2026-10-08", []), ("2026-11-07", []), ("2026-11-08", one("警告", "截止日期"))],
)
def test_an_answer_is_due_after_the_days_of_the_standard(run, today, expected):
    assert told(run, today=today) == expected


def test_the_days_are_a_parameter(run):
    own = (
        "名称: 征集意见须有反馈\n依据: [{文件: 某办法}]\n级别: 错误\n参数: {反馈天数: 60, 决策征集天数: 30}\n"
        "出处: {反馈天数: 本区自定, 决策征集天数: 本区自定}\n"
    )
    assert told(run, files={"data/standards/consultation-feedback.yml": own}) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (feedback(), []),
        (feedback(taken=12, more=""), []),
        (feedback(taken=13), one("错误", "反馈", "采纳数")),
        (feedback(more=""), one("错误", "反馈", "采纳数")),
        (feedback(day="2026-10-08"), one("错误", "反馈", "公布日期")),
        (feedback(day="2026-11-07"), []),
        (feedback(day="2026-11-08"), one("警告", "反馈", "公布日期")),
        (feedback().replace(", 主要观点: 多建驿站", ""), one("提示", "反馈", "意见总数")),
    ],
)
def test_an_answer_adds_up_and_comes_in_time(run, more, expected):
    assert told(run, more) == expected


def test_an_answer_of_the_future_is_not_written_yet(run):
    assert told(run, feedback(), today="2026-10-12") == one("错误", "反馈", "公布日期")


@pytest.mark.parametrize(
    ("opens", "closes", "at"),
    [("2026-09-01", "2026-12-08", "开始日期"), ("2026-09-02", "2026-09-02", "截止日期")],
)
def test_it_opens_when_announced_and_closes_later(run, opens, closes, at):
    days = f"发布日期: 2026-09-02\n开始日期: {opens}\n截止日期: {closes}\n"
    assert told(run, days=days, today="2026-09-10") == one("错误", at)


def test_a_major_decision_is_put_before_the_public_long_enough(run):
    files = {"data/decisions/2026.yml": JC}
    short = DAYS.format(closes="2026-09-30")
    known = {"today": "2026-09-10", "files": files, "days": short}
    assert told(run, "决策事项: JC2026-05\n", **known) == one("提示", "截止日期")
    assert told(run, **known) == []
    named = JC + "  法定程序: {公众参与: {记录: consultations/2026/yanglao}}\n"
    assert told(run, **{**known, "files": {"data/decisions/2026.yml": named}}) == one("提示", "截止日期")
    enough = DAYS.format(closes="2026-10-01")
    assert told(run, "决策事项: JC2026-05\n", **{**known, "days": enough}) == []


def test_a_telephone_is_shown_with_the_area_code_of_the_column(build, standards):
    path = next(iter(ways_complete.EXAMPLE.bad))
    text = ways_complete.EXAMPLE.bad[path].replace(
        "  - {渠道: 电话, 号码: 010-00000000}", "  - 拨打科里的座机"
    )
    register = build({**CLEAN, path: text})
    register.column = register.column.model_copy(update={"contact": "政务公开科 0737-4212345"})
    fixes = " ".join(each.fix for each in ways_complete.check(register, standards["ways-complete"]))
    assert "号码: 0737-…" in fixes and "010" not in fixes
