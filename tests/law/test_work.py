"""Tasks of work points and projects of the year."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, a_page, a_unit, an_item
from gongkai.law.rules import project_progress, work_task

TASK = work_task.TASK.partition("  进展:")[0]
STEP = "  进展:\n    - {日期: 2026-11-10, 状态: %s, 说明: 过半。%s}\n"


def told(outcome):
    return [(p.rule, p.level.value, p.at) for p in outcome.problems]


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (TASK, []),
        (TASK.replace("牵头单位: [区民政局]", "其他责任单位: 各部门"), []),
        (TASK.replace("  牵头单位: [区民政局]\n", ""), [("错误", ("编号",))]),
        (TASK.replace("完成时限: 2026-12-31", "时限说明: 日常工作"), []),
        (TASK.replace("  完成时限: 2026-12-31\n", ""), [("错误", ("编号",))]),
        (TASK + STEP % ("已完成", ", 佐证: [jiuzhu]"), []),
        (TASK + STEP % ("已完成", ""), [("错误", ("进展", 0, "状态"))]),
        (TASK.replace("12-31", "11-20"), [("警告", ("完成时限",))]),
        (TASK.replace("12-31", "11-20") + STEP % ("推进中", ""), [("警告", ("完成时限",))]),
        (TASK.replace("12-31", "11-20") + STEP % ("已完成", ", 佐证: [jiuzhu]"), []),
        (TASK + (STEP % ("推进中", "")).replace("11-10", "11-22"), [("警告", ("进展", 0, "日期"))]),
        (TASK + "  进展未载: 是\n", [("警告", ("进展未载",))]),
        (TASK + "  进展未载: 是\n" + STEP % ("推进中", ""), [("错误", ("进展未载",))]),
    ],
)
def test_a_task(run, row, wanted):
    outcome = run({**CLEAN, work_task.PATH: row})
    assert told(outcome) == [("work-task", *each) for each in wanted]


def test_proof_of_somebody_else_is_no_proof(run):
    """A street's notice, a page that says what the column is: neither was the bureau's to publish."""
    street = {
        **a_unit("jiedao", 名称="金榆街道办事处", 曾用名=None, 类别="街道"),
        **an_item("zhucan", 单位="金榆街道办事处"),
    }
    row = TASK + STEP % ("已完成", ", 佐证: [zhucan]")
    assert told(run({**CLEAN, **street, work_task.PATH: row})) == [
        ("work-task", "警告", ("进展", 0, "佐证", 0))
    ]
    page = {work_task.PATH: TASK + STEP % ("已完成", ", 佐证: [zhinan]"), **a_page()}
    assert ("work-task", "警告", ("进展", 0, "佐证", 0)) in told(run({**CLEAN, **page}))
    shared = row.replace("  牵头单位: [区民政局]\n", "  牵头单位: [区民政局]\n  其他责任单位: 各街道\n")
    assert told(run({**CLEAN, **street, work_task.PATH: shared})) == []


def test_proof_that_does_not_exist_and_units_that_do_not(run):
    row = TASK.replace("区民政局", "区没有局") + STEP % ("已完成", ", 佐证: [meiyou]")
    rules = [rule for rule, _, _ in told(run({**CLEAN, work_task.PATH: row}))]
    assert sorted(rules) == ["record-reference", "unit-reference"]


def test_one_file_one_plan(run):
    second = TASK.replace("编号: 1", "编号: 2").replace("要点: yanglao", "要点: 示民发〔2026〕21号")
    assert told(run({**CLEAN, work_task.PATH: TASK + second})) == [("work-task", "错误", ("要点",))]


def test_a_plan_of_the_past_may_lack_progress(run):
    old = TASK.replace("2026-12-31", "2025-12-31").replace("2026-11-06", "2025-11-06")
    outcome = run({**CLEAN, work_task.PATH: old + "  进展未载: 是\n"})
    assert told(outcome) == []


@pytest.mark.parametrize(
    ("today", "level"),
    [("2026-10-31", None), ("2026-11-01", "提示"), ("2026-11-30", "提示"), ("2026-12-01", "警告")],
)
def test_a_quarter_is_asked_for_then_warned_of(run, today, level):
    outcome = run({**CLEAN, project_progress.PATH: project_progress.PROJECT}, today)
    found = [p.level.value for p in outcome.problems if p.rule == "project-progress"]
    assert found == ([level] if level else [])


@pytest.mark.parametrize(
    ("change", "at"),
    [
        (("季度: 3", "季度: 2"), ("季度进展", 1, "季度")),
        (("进度: 70", "进度: 30"), ("季度进展", 1, "进度")),
        (("2026-10-20", "2026-06-30"), ("季度进展", 1, "日期")),
    ],
)
def test_quarters_that_do_not_fit_together(run, change, at):
    text = project_progress.PROJECT + project_progress.QUARTER_3.replace(*change)
    outcome = run({**CLEAN, project_progress.PATH: text}, "2026-10-21")
    assert [p.at for p in outcome.problems if p.rule == "project-progress"] == [at]
