"""Rules that count working days: the days they hold from, and years not yet announced."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, a_meeting, a_policy, an_interpretation, an_item

CALENDAR = "data/standards/working-days.yml"
HEAD = "名称: 放假安排须已录入\n依据: [{文件: 某通知}]\n级别: 警告\n参数:\n"
YEAR = "  2027年放假: 2027-01-01\n  2027年上班: 2027-01-03\n"


def told(outcome):
    return [(p.rule, p.path) for p in outcome.problems]


def of_year(slug, made, published):
    review = f"{{初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: {made}}}"
    fields = {"成文日期": made, "发布日期": published, "施行日期": published, "审核": review}
    return {**a_policy(slug, 发文字号=None, **fields), **an_interpretation("b", 解读文件=f"[{slug}]")}


@pytest.mark.parametrize(("published", "late"), [("2016-11-09", False), ("2016-11-10", True)])
def test_interpretations_have_had_to_be_in_time_since_the_rules_of_2016(run, published, late):
    outcome = run({**CLEAN, **of_year("jiu", "2016-11-02", published)})
    assert ("interpretation-timing" in [rule for rule, _ in told(outcome)]) is late


@pytest.mark.parametrize(("made", "late"), [("2008-04-30", False), ("2008-05-01", True)])
def test_information_has_had_to_be_in_time_since_the_regulation(run, made, late):
    outcome = run({**CLEAN, **an_item(形成日期=made)})
    assert ("publish-in-time" in [rule for rule, _ in told(outcome)]) is late


@pytest.mark.parametrize(("day", "late"), [("2016-09-06", False), ("2016-09-07", True)])
def test_outcomes_have_had_to_be_in_time_since_the_plan_of_2016(run, day, late):
    outcome = run({**CLEAN, **a_meeting(日期=day, 预告日期=day)})
    assert ("meeting-outcome" in [rule for rule, _ in told(outcome)]) is late


def test_a_year_that_is_not_announced_is_told_once_and_nothing_is_guessed(run):
    files = {**CLEAN, **an_item("b", 形成日期="2026-12-07", 发布日期="2027-01-06")}
    files |= an_item("c", 形成日期="2026-12-07", 发布日期="2027-01-07")
    outcome = run(files, "2027-02-01")
    assert told(outcome) == [("working-days", "content/items/minzheng-ju/2026/b.md")]
    assert outcome.problems[0].level.value == "警告"


def test_a_table_written_by_an_editor_is_used_by_every_rule(run):
    item = an_item("b", 形成日期="2026-12-08", 发布日期="2027-01-06")
    files = {**CLEAN, **item, CALENDAR: HEAD + YEAR}
    outcome = run(files, "2027-02-01")
    assert told(outcome) == [("publish-in-time", "content/items/minzheng-ju/2026/b.md")]
    assert "第 21 个工作日" in outcome.problems[0].message


@pytest.mark.parametrize("line", ["  2027年放假: 元旦\n", "  2027放假: 2027-01-01\n"])
def test_a_table_that_cannot_be_read_is_told(run, line):
    assert told(run({**CLEAN, CALENDAR: HEAD + line})) == [("working-days", CALENDAR)]
