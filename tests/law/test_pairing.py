"""Policies and interpretations: missing, late, wrongly aimed, not our own."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, a_policy, an_interpretation

from .conftest import only

POLICY = "content/policies/2026/dier.md"
SECOND = {**CLEAN, **a_policy("dier", 发文字号="示民发〔2026〕22号")}

PLAN = "{解读形式: [一图读懂], 解读人: 局长, 拟公布日期: 2026-12-30, 预计问题: [谁可以申请？]}"


def rules(outcome):
    return [p.rule for p in outcome.problems]


def test_the_problem_stands_at_the_title_of_the_policy(run):
    problem = only(run(SECOND), "interpretation-missing")
    assert (problem.path, problem.at, problem.level.value) == (POLICY, ("标题",), "错误")
    assert "国办发〔2016〕80号" in problem.basis
    assert "解读文件: [dier]" in problem.fix


@pytest.mark.parametrize(
    "fields",
    [
        {"是否规范性文件": "否"},
        {"公开属性": "依申请公开"},
        {"公开属性": "不予公开", "不公开理由": "内部事务"},
        {"草稿": "是"},
        {"发布日期": "2026-12-30", "施行日期": "2026-12-30", "解读方案": PLAN},
    ],
)
def test_policies_that_need_none(run, fields):
    body = "" if "公开属性" in fields else "第一条　为做好养老服务，制定本办法。"
    assert rules(run({**SECOND, **a_policy("dier", body, 发文字号="示民发〔2026〕22号", **fields)})) == []


def test_a_policy_document_needs_one_though_not_normative(run):
    files = a_policy("dier", 发文字号="示民发〔2026〕22号", 是否规范性文件="否", 是否政策性文件="是")
    assert "政策性文件" in only(run({**SECOND, **files}), "interpretation-missing").message


@pytest.mark.parametrize(
    ("published", "due", "today", "said"),
    [
        ("2026-11-19", "2026-11-24", "2026-11-21", None),  # third working day, still ahead
        ("2026-11-19", "2026-11-24", "2026-11-24", None),
        ("2026-11-19", "2026-11-24", "2026-11-25", "已过“解读拟公布日期”"),
        ("2026-11-19", "2026-11-25", "2026-11-21", "第 4 个工作日"),
        ("2026-11-19", "2199-01-01", "2026-11-21", "第 3 个工作日（2026-11-24）以后"),
    ],
)
def test_an_announced_interpretation_is_waited_for_three_working_days(run, published, due, today, said):
    second = a_policy("dier", 发文字号="示民发〔2026〕22号", 发布日期=published, 解读拟公布日期=due)
    outcome = run({**SECOND, **second}, today)
    if said is None:
        # asked for from the day after, and told before
        assert rules(outcome) == ["coming-error"]
    else:
        assert said in only(outcome, "interpretation-missing").message


@pytest.mark.parametrize(
    ("fields", "said"), [({"草稿": "是"}, "还是草稿"), ({"发布日期": "2026-12-01"}, "要到 2026-12-01 才公布")]
)
def test_an_interpretation_that_readers_cannot_see_does_not_count(run, fields, said):
    outcome = run({**SECOND, **an_interpretation("dier-jiedu", 解读文件="[dier]", **fields)})
    assert said in only(outcome, "interpretation-missing").message


@pytest.mark.parametrize(
    "name", ["dier", "示民发〔2026〕22号", "《示例区养老服务办法（dier）》", "policies/2026/dier"]
)
def test_every_way_to_name_a_policy_counts(run, name):
    assert rules(run({**SECOND, **an_interpretation("dier-jiedu", 解读文件=f"['{name}']")})) == []


def test_one_interpretation_may_explain_two_policies(run):
    assert rules(run({**SECOND, **an_interpretation(解读文件="[yanglao, dier]")})) == []


def test_a_faulty_interpretation_is_not_reported_at_its_policy_too(run):
    broken = an_interpretation("jiedu-er", 解读文件="[dier]", 发布日期="昨天")
    assert rules(run({**SECOND, **broken}, faulty=True)) == []


def test_a_faulty_policy_is_not_reported_at_its_interpretation_too(run):
    files = {
        **CLEAN,
        **a_policy("dier", 成文日期="昨天"),
        **an_interpretation("dier-jiedu", 解读文件="[dier]"),
    }
    assert rules(run(files, faulty=True)) == []


def test_a_policy_that_is_not_there_is_told_with_the_nearest(run):
    problem = only(run({**CLEAN, **an_interpretation("b", 解读文件="[yanglo]")}), "interpretation-target")
    assert (problem.at, "“yanglao”" in problem.fix) == (("解读文件", 0), True)


def test_drafts_are_looked_at_too(run):
    outcome = run({**CLEAN, **an_interpretation("b", 解读文件="[wu]", 草稿="是")})
    assert rules(outcome) == ["interpretation-target"]


def test_a_title_that_two_policies_have_is_ambiguous(run):
    named = {"标题": "示例区养老服务办法（yanglao）", "发文字号": "示民发〔2026〕22号"}
    twin = a_policy("dier", **named, 是否规范性文件="否", 服务对象="[机关事业单位]")
    files = {**CLEAN, **twin, **an_interpretation("b", 解读文件="['示例区养老服务办法（yanglao）']")}
    assert "不止一件" in only(run(files), "interpretation-target").message


def test_a_public_interpretation_of_a_draft_gives_the_draft_away(run):
    draft = a_policy("dier", 发文字号="示民发〔2026〕22号", 草稿="是")
    told = only(run({**CLEAN, **draft, **an_interpretation("b", 解读文件="[dier]")}), "interpretation-target")
    assert "还是草稿" in told.message
    both = {**CLEAN, **draft, **an_interpretation("b", 解读文件="[dier]", 草稿="是")}
    assert rules(run(both)) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [("第9条", "没有“第9条”"), ("第二条、第九条", "没有“第九条”"), ("总则", "认不出条款“总则”")],
)
@pytest.mark.parametrize("key", ["问答", "逐条解读"])
def test_articles_must_be_in_the_policy(run, words, said, key):
    one = {"问答": f"[{{问: 问, 答: 答, 对应条款: {words}}}]", "逐条解读": f"[{{条款: {words}, 解读: 答}}]"}[
        key
    ]
    assert said in only(run({**CLEAN, **an_interpretation(**{key: one})}), "interpretation-target").message


def test_an_article_of_two_policies_needs_to_say_which(run):
    question = "问: 谁, 答: 我, 对应条款: 第一条"
    both = {"解读文件": "[yanglao, dier]"}
    told = only(
        run({**SECOND, **an_interpretation(**both, 问答=f"[{{{question}}}]")}), "interpretation-target"
    )
    assert "看不出是哪一件" in told.message
    said = an_interpretation(**both, 问答=f"[{{{question}, 对应文件: dier}}]")
    assert rules(run({**SECOND, **said})) == []
    wrong = an_interpretation(**both, 问答=f"[{{{question}, 对应文件: disan}}]")
    assert "不在本解读" in only(run({**SECOND, **wrong}), "interpretation-target").message


def test_only_the_first_interpretation_has_to_be_in_time(run):
    assert rules(run({**CLEAN, **an_interpretation("b", 发布日期="2026-11-20")})) == []


def test_a_late_interpretation_is_a_warning_with_the_last_day(run):
    problem = only(run({**CLEAN, **an_interpretation(发布日期="2026-11-12")}), "interpretation-timing")
    assert (problem.level.value, problem.at) == ("警告", ("发布日期",))
    assert "第 5 个工作日" in problem.message and "2026-11-10" in problem.fix


@pytest.mark.parametrize("source", ["转载", "媒体报道", "工作总结"])
def test_reprints_and_summaries_of_work_are_no_interpretations(run, source):
    assert only(run({**CLEAN, **an_interpretation(来源=source)}), "interpretation-source").at == ("来源",)
