"""Rules as data: what a district decides differently, what was before, what has ended, what is to come."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.checking import in_force, rules
from gongkai.law.example import CLEAN, a_policy, an_interpretation, an_item
from gongkai.records.types.standard import Standard

PATH = "data/rulebook/interpretation-timing.yml"
DECISION = "依据: [{文件: 示例区政务公开考核办法, 条款: 第六条}]\n"
#: the third working day after the policy: in time by the shipped rule
THIRD = {**CLEAN, **an_interpretation(发布日期="2026-11-10")}


def told(outcome):
    return [(p.rule, p.level.value) for p in outcome.problems]


def day(text):
    return dt.date.fromisoformat(text)


def test_a_district_says_only_what_differs(run):
    outcome = run({**THIRD, PATH: DECISION + "级别: 错误\n参数: {工作日: 2}\n"})
    assert told(outcome) == [("interpretation-timing", "错误")]
    assert "示例区政务公开考核办法第六条" in outcome.problems[0].basis
    assert "本区采用这条规则的文件" in outcome.problems[0].basis


def test_an_adjustment_holds_for_records_from_its_day_on(run):
    later = {**THIRD, PATH: DECISION + "参数: {工作日: 2}\n生效日期: 2026-11-06\n"}
    assert told(run(later)) == []
    earlier = {**THIRD, PATH: DECISION + "参数: {工作日: 2}\n生效日期: 2026-11-05\n"}
    assert told(run(earlier)) == [("interpretation-timing", "警告")]


def test_a_rule_a_district_has_ended_stops_by_itself(run, build, standards):
    late = {**CLEAN, **an_interpretation(发布日期="2026-11-16")}
    assert told(run(late)) == [("interpretation-timing", "警告")]
    ended = {**late, PATH: DECISION + "失效日期: 2026-11-20\n"}
    assert told(run(ended)) == []
    rule = in_force(standards.values(), build(ended))["interpretation-timing"]
    assert [str(each) for each in rule.ended_by] == ["示例区政务公开考核办法第六条"]


@pytest.mark.parametrize(
    ("name", "lines", "message"),
    [
        ("interpretation-timing", "参数: {小时: 2}", "没有参数“小时”"),
        ("interpretation-timing", "参数: {工作日: 两}", "不是非负整数"),
        ("interpretation-source", "参数: {工作日: 2}", "没有参数“工作日”"),
        ("interpretation-timimg", "级别: 错误", "没有编号为“interpretation-timimg”的规则"),
        ("policy-validity", "参数: {年数: 999999}", "“999999”太大，最多 5000"),
        ("response-time", "参数: {小时: 99999999999}", "“99999999999”太大"),
        ("annual-report-due", "参数: {适用自年度: 0}", "“0”不是年度"),
        ("working-days", "参数: {2027年放假: 元旦}", "不是 2027 年的日期"),
    ],
)
def test_an_adjustment_that_cannot_be_carried_out_changes_nothing_and_is_told(run, name, lines, message):
    path = f"data/rulebook/{name}.yml"
    outcome = run({**THIRD, path: f"{DECISION}{lines}\n"})
    assert [p.path for p in outcome.problems] == [path]
    assert message in outcome.problems[0].message and outcome.problems[0].fix


@pytest.mark.parametrize("lines", ["", "生效日期: 2027-01-01\n失效日期: 2026-01-01\n"])
def test_an_adjustment_that_says_nothing_or_ends_before_it_begins_is_refused(build, lines):
    with pytest.raises(AssertionError, match=r"没有写要调整什么|早于生效日期"):
        build({**THIRD, PATH: DECISION + lines})


def test_the_calendar_of_a_year_is_a_district_s_to_add(run):
    item = an_item("b", 形成日期="2026-12-08", 发布日期="2027-01-06")
    notice = "依据: [{文件: 国务院办公厅关于2027年部分节假日安排的通知}]\n"
    table = "参数: {2027年放假: 2027-01-01, 2027年上班: 2027-01-03}\n"
    outcome = run({**CLEAN, **item, "data/rulebook/working-days.yml": notice + table}, "2027-02-01")
    assert told(outcome) == [("publish-in-time", "警告")]


def test_information_of_earlier_days_is_held_to_the_regulation_of_its_day(run):
    files = {**CLEAN, **an_item(形成日期="2018-03-01", 发布日期="2018-11-04")}
    problem = run(files).problems[0]
    assert problem.rule == "publish-in-time" and "第492号）第十八条" in problem.basis
    problem = run({**CLEAN, **an_item(形成日期="2019-06-03", 发布日期="2019-11-04")}).problems[0]
    assert "第711号）第二十六条" in problem.basis


def test_a_rule_tells_what_it_said_on_a_day(standards):
    rule = standards["publish-in-time"]
    assert rule.on(day("2008-04-30")) is None
    then = rule.on(day("2019-05-14"))
    assert "第492号" in then.basis and then.number("工作日") == 20
    assert then.on(day("2019-05-15")) is rule


def test_what_is_still_to_come_does_not_speak(run):
    own = "名称: 文号\n依据: [{文件: 某文件}]\n生效日期: 2026-11-22\n"
    files = {**rules()["document-number-form"].example.bad_tree}
    files["data/standards/document-number-form.yml"] = own
    assert told(run(files)) == []
    # what was published before the rule is not held to it on a later day either
    assert told(run(files, "2026-11-22")) == []
    today = {k: v.replace("2026-11-05", "2026-11-22") for k, v in files.items()}
    assert ("document-number-form", "错误") in told(run(today, "2026-11-22"))


def test_a_rule_that_has_ended_needs_no_check_one_that_has_not_does(run):
    own = "名称: 旧规则\n依据: [{文件: 某文件}]\n失效日期: 2026-11-20\n"
    files = {**CLEAN, "data/standards/jiu-guize.yml": own}
    assert told(run(files)) == []
    assert told(run(files, "2026-11-20")) == [("unknown-rule", "错误")]


@pytest.mark.parametrize(
    "days",
    [
        [("2010-01-01", "2009-12-31")],
        [("2008-01-01", "2016-12-31"), ("2016-12-31", "2018-01-01")],
        [("2008-01-01", "2020-01-01")],
    ],
)
def test_versions_follow_one_another(days):
    basis = [{"文件": "某文件"}]
    versions = [{"依据": basis, "生效日期": start, "失效日期": end} for start, end in days]
    with pytest.raises(ValueError, match=r"早于生效日期|须从以后的日期开始"):
        Standard.model_validate({"名称": "规则", "依据": basis, "生效日期": "2020-01-01", "历次": versions})


def test_a_policy_before_the_duty_began_is_not_held_to_it(run):
    review = "{初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: 2016-11-01}"
    fields = {"成文日期": "2016-11-02", "发布日期": "2016-11-09", "施行日期": "2016-11-10", "审核": review}
    fields["失效日期"] = "2020-12-31"
    files = {**CLEAN, **a_policy("jiu", 发文字号=None, **fields), **an_interpretation("b", 解读文件="[jiu]")}
    assert told(run(files)) == []
