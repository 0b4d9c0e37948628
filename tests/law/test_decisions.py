"""Major decisions go through all five steps, in order, or say why not."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN
from gongkai.law.rules.decision_steps import PATH

STEPS = {
    "公众参与": "{日期: 2026-06-30}",
    "专家论证": "{日期: 2026-08-20}",
    "风险评估": "{状态: 不适用, 理由: 不影响社会稳定}",
    "合法性审查": "{日期: 2026-09-07}",
    "集体讨论": "{日期: 2026-10-13}",
}
DECIDED = {"决定日期": "2026-10-13"}


def told(run, fields=None, steps=None, today="2026-11-21"):
    written = {"编号": "JC2026-05", "事项": "专项规划", "承办单位": "区民政局", "目录公布日期": "2026-04-13"}
    lines = [
        f"  {key}: {value}" for key, value in {**written, **(DECIDED if fields is None else fields)}.items()
    ]
    lines[0] = "- " + lines[0].strip()
    lines += [
        "  法定程序:",
        *(f"    {key}: {value}" for key, value in {**STEPS, **(steps or {})}.items() if value),
    ]
    outcome = run({**CLEAN, PATH: "\n".join(lines) + "\n"}, today)
    return [(p.level.value, p.at, p.row) for p in outcome.problems if p.rule == "decision-steps"]


def one(*at, level="错误"):
    return [(level, at, 0)]


def test_a_decision_with_all_its_steps_is_whole(run):
    assert told(run) == []
    assert told(run, {}) == []


@pytest.mark.parametrize("name", STEPS)
def test_a_decided_matter_lacks_no_step(run, name):
    assert told(run, steps={name: None}) == one("法定程序", name)
    assert told(run, {}, {name: None}) == []


@pytest.mark.parametrize("name", ["公众参与", "专家论证", "风险评估"])
def test_a_step_may_be_left_out_with_a_reason(run, name):
    assert told(run, steps={name: "{状态: 不适用, 理由: 依法不予公开}"}) == []
    assert told(run, steps={name: "{状态: 不适用}"}) == one("法定程序", name, "状态")


@pytest.mark.parametrize("name", ["合法性审查", "集体讨论"])
def test_two_steps_are_never_left_out(run, name):
    assert told(run, steps={name: "{状态: 不适用, 理由: 时间紧}"}) == one("法定程序", name, "状态")


@pytest.mark.parametrize(
    ("name", "day", "at"),
    [
        ("公众参与", "2026-09-08", "公众参与"),
        ("专家论证", "2026-09-08", "专家论证"),
        ("合法性审查", "2026-10-14", "合法性审查"),
        ("集体讨论", "2026-10-14", "集体讨论"),
    ],
)
def test_steps_follow_one_another(run, name, day, at):
    found = [each for each in told(run, steps={name: f"{{日期: {day}}}"}) if each[1][-1] == "日期"]
    assert found == one("法定程序", at, "日期")


def test_what_is_said_to_be_done_has_its_day(run):
    assert told(run, steps={"专家论证": "{状态: 已完成}"}) == one("法定程序", "专家论证", "状态")


def test_a_decision_of_the_future_is_not_written_yet(run):
    assert told(run, today="2026-10-12")[:1] == one("决定日期")


def test_a_matter_stands_in_the_file_of_its_year_and_is_dropped_with_a_reason(run):
    assert told(run, {"目录公布日期": "2025-12-13"}) == one("目录公布日期")
    assert told(run, {"调出日期": "2026-07-15"}) == one("调出日期")
    assert told(run, {"调出日期": "2026-07-15", "调出理由": "另行选址"}) == []


def test_a_plan_that_has_passed_is_noticed_until_the_matter_is_decided(run):
    late = {"计划完成日期": "2026-10-31"}
    assert told(run, late) == one("计划完成日期", level="提示")
    assert told(run, {**late, **DECIDED}) == []
    assert told(run, late, today="2026-10-31") == []
