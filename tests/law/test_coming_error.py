"""Nothing becomes an error over night without a warning: what is told before, and on which day it begins."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai import pipeline
from gongkai.common.problems import Level, Problem
from gongkai.law.checking import COMING
from gongkai.law.example import CLEAN, a_policy, a_waiver, an_interpretation, an_item

RENSHI = a_policy("renshi", 发文字号="示民发〔2026〕8号")
WAIVED = {**CLEAN, **RENSHI, **a_waiver(有效期至="2026-12-31")}


def said(outcome):
    return [(p.rule, p.level.value, p.path) for p in outcome.problems]


def test_a_waiver_that_ends_is_told_in_its_last_thirty_days(run):
    assert said(run(WAIVED, "2026-12-01")) == []
    outcome = run(WAIVED, "2026-12-02")
    assert said(outcome) == [(COMING, "警告", "content/policies/2026/renshi.md")]
    (problem,) = outcome.problems
    why = "豁免到 2026-12-31 为止（data/waivers/renshi.yml），从 2027-01-01 起是错误"
    assert problem.message.startswith(f"{why}（政策须有解读 interpretation-missing）：规范性文件")
    assert problem.message.endswith("没有已经公布的解读")
    assert problem.at == ("标题",) and "新建解读" in problem.fix


def test_how_long_before_is_a_parameter(run):
    own = "依据: [{文件: 某办法}]\n参数: {提前天数: '60'}\n"
    assert said(run({**WAIVED, "data/rulebook/coming-error.yml": own}, "2026-11-10"))


@pytest.mark.parametrize(
    "end", [{"失效日期": "2026-12-31"}, {"废止日期": "2026-12-20", "废止依据": "某文件"}]
)
def test_nothing_is_told_of_a_waiver_whose_document_ends_before_it(run, end):
    ended = a_policy("renshi", 发文字号="示民发〔2026〕8号", **end)
    assert COMING not in {p.rule for p in run({**WAIVED, **ended}, "2026-12-10").problems}


def test_an_interpretation_promised_and_not_yet_there_is_told_before_its_day(run):
    files = {**CLEAN, **a_policy("renshi", 发文字号="示民发〔2026〕8号", 解读拟公布日期="2026-11-10")}
    outcome = run(files, "2026-11-06")
    assert said(outcome) == [(COMING, "警告", "content/policies/2026/renshi.md")]
    assert outcome.problems[0].message.startswith(
        "从 2026-11-11 起是错误（政策须有解读 interpretation-missing）"
    )
    assert said(run(files, "2026-11-11"))[0][:2] == ("interpretation-missing", "错误")


def test_what_is_to_be_published_is_tried_on_its_day(run):
    coming = a_policy(
        "renshi",
        发文字号="示民发〔2026〕8号",
        发布日期="2026-11-27",
        施行日期="2026-12-01",
        公开事项="[SL-01]",
        解读方案="{解读形式: [一图读懂], 解读人: 局长, 拟公布日期: 2026-11-27, 预计问题: [谁可以申请？]}",
    )
    outcome = run({**CLEAN, **coming})
    assert said(outcome) == [(COMING, "警告", "content/policies/2026/renshi.md")]
    assert "从 2026-11-27 起是错误" in outcome.problems[0].message
    explained = an_interpretation("renshi-jiedu", 解读文件="[renshi]", 发布日期="2026-11-27")
    assert said(run({**CLEAN, **coming, **explained})) == []


def test_an_error_between_two_days_of_the_coming_weeks_is_told_too(run):
    """The interpretation comes two days after its policy: on the days between no build would come through."""
    coming = a_policy("renshi", 发文字号="示民发〔2026〕8号", 发布日期="2026-11-25", 施行日期="2026-12-01")
    explained = an_interpretation("renshi-jiedu", 解读文件="[renshi]", 发布日期="2026-11-27")
    outcome = run({**CLEAN, **coming, **explained})
    assert [p.rule for p in outcome.problems] == [COMING]
    assert "要到 2026-11-27 才公布" in outcome.problems[0].message


def test_a_rule_that_becomes_an_error_is_told_before(run):
    late = an_item(形成日期="2026-09-30", 发布日期="2026-11-04")
    own = "依据: [{文件: 某办法}]\n级别: 错误\n参数: {工作日: '20'}\n"
    assert said(run({**CLEAN, **late})) == [
        ("publish-in-time", "警告", "content/items/minzheng-ju/2026/jiuzhu.md")
    ]
    dated = f"{own}生效日期: 2026-12-01\n"
    # made before that day: held to what held then
    assert [p.rule for p in run({**CLEAN, **late, "data/rulebook/publish-in-time.yml": dated}).problems] == [
        "publish-in-time"
    ]


def test_what_is_to_be_an_error_stops_neither_a_build_nor_a_release(run):
    told = run(WAIVED, "2026-12-02").problems
    warning = Problem("a", "b.md", "错", "改", level=Level.WARNING)

    def stops(*problems: Problem) -> bool:
        return pipeline.Checked(None, problems, (), {}, {}, frozenset(), release=True).stops

    assert not stops(*told) and stops(*told, warning)


def test_a_written_status_that_time_made_wrong_is_a_warning(run):
    files = {**CLEAN, **a_policy(状态="尚未施行")}
    assert said(run(files, "2026-11-30")) == []
    assert said(run(files, "2026-12-01")) == [("policy-status", "警告", "content/policies/2026/yanglao.md")]


def test_documents_from_before_the_duty_and_those_that_ended_need_no_interpretation(run):
    old = {"成文日期": "2012-03-01", "发布日期": "2012-03-05", "施行日期": "2012-04-01"}
    number = {"发文字号": "示民发〔2012〕8号", "索引号": "SL-2012-8"}
    before = a_policy("renshi", **old, **number)
    assert "interpretation-missing" not in {p.rule for p in run({**CLEAN, **before}).problems}
    later = {"成文日期": "2017-03-01", "发布日期": "2017-03-05", "施行日期": "2017-04-01", **number}
    ended = a_policy("renshi", **later, 失效日期="2020-04-01")
    assert "interpretation-missing" not in {p.rule for p in run({**CLEAN, **ended}).problems}
    held = a_policy("renshi", **later)
    assert "interpretation-missing" in {p.rule for p in run({**CLEAN, **held}).problems}


OWN = "依据: [{文件: 某办法}]\n级别: 提示\n生效日期: %s\n"


@pytest.mark.parametrize(("start", "level"), [("2026-11-04", "提示"), ("2026-11-05", "错误")])
def test_any_rule_holds_a_record_to_what_held_on_its_day(run, start, level):
    """The item is of 4 November."""
    files = {
        **CLEAN,
        **an_item(正文="", 公开事项="[SL-99]"),
        "data/rulebook/catalogue-reference.yml": OWN % start,
    }
    files["content/items/minzheng-ju/2026/jiuzhu.md"] = files[
        "content/items/minzheng-ju/2026/jiuzhu.md"
    ].replace("正文: \n", "")
    found = [p.level.value for p in run(files).problems if p.rule == "catalogue-reference"]
    assert found == [level]


def test_a_rule_is_not_asked_of_records_from_before_its_first_day(run):
    own = "名称: 编号\n依据: [{文件: 某办法}]\n生效日期: %s\n"
    wrong = an_item(公开事项="[SL-99]")
    for start, found in (("2026-11-04", ["catalogue-reference"]), ("2026-11-05", [])):
        files = {**CLEAN, **wrong, "data/standards/catalogue-reference.yml": own % start}
        assert [p.rule for p in run(files).problems if p.rule == "catalogue-reference"] == found


def test_another_day_of_the_same_column(build):
    register = build(WAIVED)
    later = register.on(dt.date(2027, 1, 1))
    assert (later.today, register.today) == (dt.date(2027, 1, 1), dt.date(2026, 11, 21))
    assert [p.id for p in later.policies] == [p.id for p in register.policies]
    assert later.files == register.files and later.published == register.published
