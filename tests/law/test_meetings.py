"""Topics of meetings and what came of them."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, a_meeting, a_policy

DONE = "标题: 议题, 承办单位: 区民政局, 议定结果: 通过, 结果公布日期: 2026-11-05"

CALL = "[{渠道: 电话, 号码: 010-00000000}]"


def run_topic(run, topic, today="2026-11-21", **fields):
    return run({**CLEAN, **a_meeting(议题=f"[{{{topic}}}]", **fields)}, today)


def told(outcome):
    return [(p.rule, p.level.value, p.at) for p in outcome.problems]


@pytest.mark.parametrize(
    "topic",
    [
        f"{DONE}, 形成的文件: [yanglao]",
        f"{DONE}, 形成的文件: [示民发〔2026〕21号]",
        f"{DONE}, 未形成文件说明: 只听取汇报",
        "标题: 人事, 是否公开: 否, 不公开理由: 涉及内部管理",
    ],
)
def test_topics_that_are_complete(run, topic):
    assert told(run_topic(run, topic)) == []


@pytest.mark.parametrize(
    ("topic", "level", "at"),
    [
        (DONE, "错误", ("议题", 0, "议定结果")),
        (f"{DONE}, 形成的文件: [wu]", "错误", ("议题", 0, "形成的文件", 0)),
        ("标题: 议题", "警告", ("议题", 0, "标题")),
        ("标题: 议题, 议定结果: 通过, 未形成文件说明: 无", "提示", ("议题", 0, "议定结果")),
        (f"{DONE.replace('11-05', '11-09')}, 未形成文件说明: 无", "警告", ("议题", 0, "结果公布日期")),
    ],
)
def test_topics_that_lack_something(run, topic, level, at):
    assert told(run_topic(run, topic)) == [("meeting-outcome", level, at)]


def test_an_outcome_is_due_after_three_working_days(run):
    assert told(run_topic(run, "标题: 议题", "2026-11-06")) == []
    saturday = run_topic(run, "标题: 议题", "2026-11-07").problems[0]
    assert "到会后第 3 个工作日（2026-11-06）以后还没有公布" in saturday.message
    outcome = run_topic(run, "标题: 议题", "2026-11-09")
    assert "到会后第 4 个工作日还没有公布议定结果" in outcome.problems[0].message


def test_the_remedy_of_a_missing_outcome_names_every_key_asked_for_next(run):
    (problem,) = run_topic(run, "标题: 议题").problems
    for key in ("议定结果", "结果公布日期", "形成的文件", "未形成文件说明"):
        assert f"“{key}”" in problem.fix


def test_a_meeting_to_come_and_a_closed_one_owe_no_outcome(run):
    assert told(run_topic(run, "标题: 议题", 日期="2026-11-24", 预告日期="2026-11-18", 报名方式=CALL)) == []
    assert told(run_topic(run, "标题: 议题", 是否开放="否", 开放方式=None)) == []


def test_a_document_that_is_a_draft_is_not_named_in_public(run):
    draft = a_policy("caogao", 发文字号=None, 草稿="是")
    topic = f"[{{{DONE}, 形成的文件: [caogao]}}]"
    outcome = run({**CLEAN, **draft, **a_meeting(议题=topic)})
    assert told(outcome) == [("meeting-outcome", "错误", ("议题", 0, "形成的文件", 0))]
    assert (
        told(run({**CLEAN, **draft, **a_meeting(议题=topic), **a_meeting("b", 议题=topic, 草稿="是")}))[1:]
        == []
    )


def test_a_document_whose_file_is_faulty_is_not_reported_too(run):
    broken = a_policy("huai", 成文日期="昨天")
    files = {**CLEAN, **broken, **a_meeting(议题=f"[{{{DONE}, 形成的文件: [huai]}}]")}
    assert told(run(files, faulty=True)) == []
