"""Progress rolled up by weight: what counts how much, and the entries behind it."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.records.fields.weights import rolled_up
from gongkai.records.types.project import Project
from gongkai.records.types.work_task import WorkTask
from gongkai.render.gathering.progress import task_entries, tasks_percent

TASK = {"编号": "1", "要点": "某要点", "栏目": "甲", "任务": "乙", "发布日期": "2026-03-20"}
STEPS = [
    {"日期": "2026-05-01", "状态": "推进中", "说明": "一半", "进度": "50"},
    {"日期": "2026-07-01", "状态": "推进中", "说明": "有进展"},
    {"日期": "2026-09-01", "状态": "已完成", "说明": "做完", "佐证": "wu"},
]


def task(**fields: object) -> WorkTask:
    return WorkTask.model_validate({**TASK, **fields})


@pytest.mark.parametrize(
    ("parts", "percent"), [([], None), ([(1, 50), (1, 100)], 75), ([(2, 100), (1, 0)], 66), ([(5, 99)], 99)]
)
def test_parts_count_by_their_weight(parts, percent):
    assert rolled_up(parts) == percent


@pytest.mark.parametrize(
    ("day", "percent"), [("2026-04-30", 0), ("2026-05-01", 50), ("2026-08-01", 50), ("2026-09-01", 100)]
)
def test_a_task_is_as_far_as_was_last_said(day, percent):
    assert task(进展=STEPS).percent_on(dt.date.fromisoformat(day)) == percent


def test_a_plan_is_as_far_as_its_tasks_and_unknown_when_nothing_was_recorded():
    today = dt.date(2026, 11, 21)
    done, open_ = task(进展=STEPS, 权重="3"), task(编号="2")
    assert tasks_percent([done, open_], today) == 75
    assert tasks_percent([task(进展未载="是")], today) is None
    assert [each.note for each in task_entries([done], today)] == ["做完", "有进展", "一半"]


def test_a_project_is_as_far_as_its_last_quarter_made_public():
    project = Project.model_validate(
        {
            "编号": "1", "事项": "某事", "类别": "民生实事", "目标": "某数", "单位": "区民政局",
            "发布日期": "2026-02-01", "权重": "10",
            "季度进展": [
                {"季度": "2", "进度": "60", "说明": "多", "日期": "2026-07-15"},
                {"季度": "1", "进度": "20", "说明": "少", "日期": "2026-04-15"},
            ],
        }
    )  # fmt: skip
    days = [dt.date(2026, 4, 14), dt.date(2026, 4, 15), dt.date(2026, 11, 21)]
    assert [project.percent_on(day) for day in days] == [0, 20, 60]
