"""Waivers: what they take out of the list, and when they are themselves a problem."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, a_policy, a_waiver, an_item

PATH = "content/policies/2026/renshi.md"
MISSING = {**CLEAN, **a_policy("renshi", 发文字号="示民发〔2026〕8号")}


def told(problems):
    return [(p.rule, p.level.value) for p in problems]


@pytest.mark.parametrize(
    "name",
    [
        PATH,
        "policies/2026/renshi",
        "renshi",
        "示民发〔2026〕8号",
        "示民发[2026]8号",
        "示例区养老服务办法（renshi）",
    ],
)
def test_a_waiver_in_force_takes_its_problem_out_and_keeps_it(run, name):
    outcome = run({**MISSING, **a_waiver(对象=f"'{name}'")})
    assert outcome.problems == ()
    assert [(p.rule, p.path) for p in outcome.waived] == [("interpretation-missing", PATH)]


def test_a_waiver_holds_on_its_last_day_and_no_longer(run):
    files = {**MISSING, **a_waiver(有效期至="2026-11-21")}
    assert told(run(files).problems) == [("coming-error", "警告")]
    outcome = run(files, "2026-11-22")
    assert told(outcome.problems) == [("interpretation-missing", "错误"), ("waiver-valid", "警告")]
    assert f"已于 2026-11-21 到期，{PATH} 的问题还在" in outcome.problems[1].message
    assert outcome.waived == ()


def test_a_waiver_that_ended_over_what_is_no_longer_asked_is_only_to_be_taken_away(run):
    ended = a_policy("renshi", 发文字号="示民发〔2026〕8号", 失效日期="2027-01-01")
    files = {**CLEAN, **ended, **a_waiver(有效期至="2026-12-31")}
    outcome = run(files, "2027-01-02")
    assert told(outcome.problems) == [("waiver-valid", "提示")]
    assert "到期，所豁免的问题也不在了" in outcome.problems[0].message


def test_a_waiver_of_a_document_that_ended_on_its_own_day_stops_no_release(run):
    ended = a_policy("renshi", 发文字号="示民发〔2026〕8号", 失效日期="2027-01-01")
    files = {**CLEAN, **ended, **a_waiver()}
    assert "waiver-valid" not in {each.rule for each in run(files, "2027-01-01").problems}
    outcome = run(files, "2027-01-02")
    assert told(outcome.problems) == [("waiver-valid", "提示")]
    assert "豁免已无必要" in outcome.problems[0].message


def test_a_waiver_covers_only_its_rule(run):
    files = {**MISSING, **a_policy("renshi", 发文字号="示民发[2026]8号"), **a_waiver()}
    outcome = run(files)
    assert [p.rule for p in outcome.problems] == ["document-number-form"]
    assert [p.rule for p in outcome.waived] == ["interpretation-missing"]


def test_a_waiver_that_nothing_needs_is_a_warning(run):
    outcome = run({**CLEAN, **a_waiver(对象="yanglao")})
    assert told(outcome.problems) == [("waiver-valid", "警告")]
    assert "已无必要" in outcome.problems[0].message


@pytest.mark.parametrize("state", [{"草稿": "是"}, {"发布日期": "2026-12-01", "施行日期": "2026-12-01"}])
def test_a_waiver_for_what_is_not_yet_public_may_wait(run, state):
    assert (
        run({**CLEAN, **a_policy("renshi", 发文字号="示民发〔2026〕8号", **state), **a_waiver()}).problems
        == ()
    )


def test_an_unknown_rule_is_told_with_the_nearest(run):
    outcome = run({**MISSING, **a_waiver(规则="interpretation-misssing")})
    problem = next(p for p in outcome.problems if p.rule == "waiver-valid")
    assert "“interpretation-missing”" in problem.fix
    assert outcome.waived == ()


def test_an_unknown_record_is_told_with_the_nearest(run):
    outcome = run({**MISSING, **a_waiver(对象="content/policies/2026/renshii.md")})
    problem = next(p for p in outcome.problems if p.rule == "waiver-valid")
    assert PATH in problem.fix
    assert problem.at == ("对象",)


def test_a_file_name_that_two_years_use_is_ambiguous(run):
    older = {
        PATH.replace("2026/", "2025/"): MISSING[PATH]
        .replace("〕8号", "〕9号")
        .replace("（renshi）", "（旧）")
    }
    outcome = run({**MISSING, **older, **a_waiver(对象="renshi")})
    problem = next(p for p in outcome.problems if p.rule == "waiver-valid")
    assert "不止一个" in problem.message and PATH in problem.message


def test_a_waiver_for_a_faulty_file_is_not_reported_too(run):
    broken = a_policy("renshi", 成文日期="没有")
    assert [p.rule for p in run({**CLEAN, **broken, **a_waiver()}, faulty=True).problems] == []


def test_the_rule_of_waivers_cannot_be_waived(run):
    outcome = run({**CLEAN, **a_waiver(规则="waiver-valid", 对象="yanglao")})
    assert ["不能豁免" in p.message for p in outcome.problems] == [True]


def test_a_waiver_of_one_row_of_a_table_covers_that_row(run):
    rows = "- 编号: SL-01\n  公开主体: [区无此局]\n- 编号: SL-02\n  公开主体: [区也无此局]\n"
    files = {**CLEAN, **an_item(公开事项="[SL-01, SL-02]"), "data/catalogue/minzheng-ju.yml": rows}
    outcome = run({**files, **a_waiver(规则="catalogue-reference", 对象="SL-02")})
    assert [(p.rule, p.row) for p in outcome.problems] == [("catalogue-reference", 0)]
    assert [p.row for p in outcome.waived] == [1]


def test_what_a_message_names_can_be_waived_though_it_is_no_record(run):
    """An empty section is a folder: the path that the message prints is the 对象."""
    files = {path: text for path, text in CLEAN.items() if not path.startswith("content/meetings/")}
    (before,) = run(files).problems
    assert (before.rule, before.path) == ("empty-column", "content/meetings")
    for name in ("content/meetings", "content/meetings/"):
        outcome = run({**files, **a_waiver("kong", 规则="empty-column", 对象=name)})
        assert outcome.problems == () and [p.rule for p in outcome.waived] == ["empty-column"]
    (told,) = run({**CLEAN, **a_waiver("kong", 规则="empty-column", 对象="content/meetings")}).problems
    assert "找不到对象“content/meetings”" in told.message


TWO_AMOUNTS = {
    **CLEAN,
    **a_policy("renshi", 发文字号="示民发〔2026〕8号", body="第一条　甲。\n\n第三条　乙。\n\n第七条　丙。"),
}


def test_a_waiver_without_words_excuses_one_finding(run):
    """Articles jump twice: what is approved for the one is not approved for all to come."""
    renshi = {**TWO_AMOUNTS, **a_waiver()}
    found = [p for p in run(renshi).problems if p.rule == "article-numbers"]
    assert len(found) == 2
    excused = a_waiver("tiao", 规则="article-numbers", 对象=PATH)
    outcome = run({**renshi, **excused})
    left = [p for p in outcome.problems if p.rule == "article-numbers"]
    assert [p.message for p in left] == [found[1].message]
    assert "data/waivers/tiao.yml 只管一处" in left[0].fix
    both = a_waiver("tiao", 规则="article-numbers", 对象=PATH, 限于="[第三条, 第七条]")
    assert "article-numbers" not in [p.rule for p in run({**renshi, **both}).problems]


def test_words_of_a_waiver_that_no_finding_has_any_more_are_told(run):
    both = a_waiver(对象=PATH, 限于="[没有已经公布的解读, 别的问题]")
    outcome = run({**MISSING, **both})
    assert told(outcome.problems) == [("waiver-valid", "提示")]
    assert "“限于”的“别的问题”已经没有这样的问题" in outcome.problems[0].message
    assert len(outcome.waived) == 1
