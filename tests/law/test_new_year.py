"""What is late stays late when a year begins whose holidays nobody has announced (2027 here)."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.checking import in_force
from gongkai.law.duties import DutyState, duties
from gongkai.law.example import CLEAN, a_meeting, a_policy, an_interpretation, an_item

TOPIC = "[{标题: 议题, 承办单位: 区民政局}]"
DONE = "[{标题: 议题, 承办单位: 区民政局, 议定结果: 通过, 结果公布日期: %s, 未形成文件说明: 只听取汇报}]"


def said(outcome, rule):
    return [(p.level.value, p.message) for p in outcome.problems if p.rule == rule]


def a_meeting_of(day, topic=TOPIC):
    return {**CLEAN, **a_meeting(日期=day, 预告日期=day, 议题=topic)}


@pytest.mark.parametrize("today", ["2026-12-14", "2026-12-15", "2026-12-31", "2027-01-01", "2029-06-01"])
def test_a_missing_outcome_is_told_on_every_day_after_its_last(run, build, standards, today):
    files = a_meeting_of("2026-12-09")
    found = said(run(files, today), "meeting-outcome")
    assert [level for level, _ in found] == ([] if today == "2026-12-14" else ["警告"])
    register = build(files, today)
    (duty,) = [
        d for d in duties(register, in_force(standards.values(), register)) if d.kind == "meeting-outcome"
    ]
    assert (duty.due, duty.state is DutyState.OVERDUE) == (dt.date(2026, 12, 14), bool(found))
    if today > "2027":
        assert found[0][1] == ("议题“议题”到会后第 3 个工作日（2026-12-14）以后还没有公布议定结果，超过 3 个")


@pytest.mark.parametrize(("today", "late"), [("2026-12-31", False), ("2027-01-01", True)])
def test_a_last_day_that_is_the_last_of_the_year(run, today, late):
    """28 December and three working days: 31 December."""
    assert bool(said(run(a_meeting_of("2026-12-28"), today), "meeting-outcome")) is late


@pytest.mark.parametrize(
    ("today", "told"), [("2026-12-31", False), ("2027-01-01", True), ("2027-02-01", True)]
)
def test_a_last_day_that_nobody_can_know_is_said_to_be_unknown(run, today, told):
    found = said(run(a_meeting_of("2026-12-29"), today), "meeting-outcome")
    words = "议题“议题”的结果最迟哪一天公布算不出来：2027年的放假安排还没有录入"
    assert found == ([("警告", words)] if told else [])


@pytest.mark.parametrize(("day", "late"), [("2026-12-14", False), ("2026-12-31", True), ("2027-01-01", True)])
def test_an_outcome_that_came_late(run, day, late):
    found = said(run(a_meeting_of("2026-12-09", DONE % day), "2027-02-01"), "meeting-outcome")
    assert [f"的结果到 {day} 会后第" in message for _, message in found] == [True] * late


@pytest.mark.parametrize(
    ("made", "day", "late"),
    [
        ("2026-12-03", "2026-12-31", False),
        ("2026-12-02", "2026-12-31", True),
        ("2026-12-03", "2027-01-01", True),
        ("2026-12-04", "2027-01-29", False),
    ],
)
def test_information_published_after_the_year_of_its_last_day(run, made, day, late):
    """The twentieth working day after 3 December is 31 December."""
    found = said(run({**CLEAN, **an_item(形成日期=made, 发布日期=day)}, "2027-02-01"), "publish-in-time")
    assert len(found) == late
    if day == "2027-01-01":
        assert "到 2027-01-01 第 20 个工作日（2026-12-31）以后才公开，超过 20 个工作日" in found[0][1]


@pytest.mark.parametrize(
    ("published", "day", "late"),
    [
        ("2026-12-28", "2026-12-31", False),
        ("2026-12-25", "2026-12-31", True),
        ("2026-12-28", "2027-01-01", True),
        ("2026-12-29", "2027-01-01", False),
    ],
)
def test_an_interpretation_after_the_year_of_its_last_day(run, published, day, late):
    policy = a_policy("renshi", 发文字号="示民发〔2026〕8号", 发布日期=published, 施行日期=published)
    files = {**CLEAN, **policy, **an_interpretation("b", 解读文件="[renshi]", 发布日期=day)}
    found = said(run(files, "2027-02-01"), "interpretation-timing")
    assert len(found) == late
    if (published, day) == ("2026-12-28", "2027-01-01"):
        assert "第 3 个工作日（2026-12-31）以后才公布解读" in found[0][1]


@pytest.mark.parametrize(
    ("published", "due", "words"),
    [
        ("2026-12-28", "2026-12-31", None),
        ("2026-12-30", "2026-12-31", None),
        ("2026-12-28", "2027-01-01", "是发布后第 3 个工作日（2026-12-31）以后，超过 3 个"),
        ("2026-12-30", "2027-01-04", "算不出是发布后第几个工作日（2027年的放假安排还没有录入）"),
    ],
)
def test_an_interpretation_promised_for_the_new_year(run, published, due, words):
    days = {"发布日期": published, "施行日期": published, "解读拟公布日期": due}
    files = {**CLEAN, **a_policy("renshi", 发文字号="示民发〔2026〕8号", **days)}
    found = said(run(files, "2026-12-31"), "interpretation-missing")
    assert [words in message for _, message in found] == ([True] if words else [])
