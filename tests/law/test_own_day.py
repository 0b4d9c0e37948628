"""What is entered afterwards is held to its own day, and what ends or begins is told in time."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, a_meeting, a_policy, a_waiver

OLD = {"成文日期": "2015-03-02", "施行日期": "2015-04-01", "失效日期": "2020-03-31"}
SECRECY = "{保密审查日期: 2015-03-03}"


def reviewed(run, day, review):
    fields = {**OLD, "发布日期": day, "审核": review, "是否规范性文件": "否"}
    policy = a_policy("jiu", 发文字号="示民发〔2015〕2号", **fields)
    path = "content/policies/2026/jiu.md"
    found = run({**CLEAN, **policy}).problems
    return [(p.level.value, p.message) for p in found if p.rule == "review-recorded" and p.path == path]


@pytest.mark.parametrize(
    ("day", "review", "told"),
    [
        ("2008-04-30", None, []),
        ("2008-05-01", None, [("提示", "“审核”缺少保密审查日期")]),
        ("2015-03-05", SECRECY, []),
        ("2019-05-14", SECRECY, []),
        ("2019-05-15", SECRECY, [("警告", "“审核”缺少初审、复审、终审")]),
    ],
)
def test_a_document_is_asked_for_the_reviews_of_its_day(run, day, review, told):
    assert reviewed(run, day, review) == told


def test_an_adjustment_that_changes_nothing_from_a_day_on_is_refused(build):
    own = "依据:\n  - {文件: 某办法, 条款: 第一条}\n说明: 从那天起\n生效日期: 2019-05-15\n"
    with pytest.raises(AssertionError, match="没有写从那天起改什么级别或参数"):
        build({**CLEAN, "data/rulebook/review-recorded.yml": own})


def test_the_end_of_a_waiver_of_a_warning_is_told_as_a_notice(run):
    late = {
        **CLEAN,
        **a_policy("chi", 发文字号="示民发〔2026〕9号", 是否规范性文件="否", 成文日期="2026-01-05"),
    }
    waiver = a_waiver(
        "chi", 规则="publish-in-time", 对象="content/policies/2026/chi.md", 有效期至="2026-12-10"
    )
    assert [p.rule for p in run({**late, **waiver}, "2026-11-09").problems] == []
    (told,) = run({**late, **waiver}).problems
    assert (told.rule, told.level.value) == ("coming-error", "提示")
    assert "豁免到 2026-12-10 为止（data/waivers/chi.yml），从 2026-12-11 起是警告" in told.message


def test_no_press_conference_is_missed_before_the_first(run):
    press = a_meeting(
        "fabu", 类型="新闻发布会", 日期="2026-11-03", 会议名称="第一次发布会", 议题=None, 预告日期=None
    )
    found = run({**CLEAN, **press}).problems
    assert [p.message for p in found if p.rule == "yearly-counts"] == []
    later = run({**CLEAN, **press}, "2027-04-02").problems
    assert any("新闻发布会 0 次" in p.message for p in later if p.rule == "yearly-counts")
