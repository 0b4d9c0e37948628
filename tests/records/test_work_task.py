"""What state a task is in, and what its rule asks of it."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.records.base import Source
from gongkai.records.types.work_task import WorkTask

TODAY = dt.date(2026, 11, 21)
FIELDS = {
    "编号": "1",
    "要点": "要点",
    "栏目": "政策解读",
    "任务": "公布问答",
    "牵头单位": "区民政局",
    "完成时限": "2026-12-31",
    "发布日期": "2026-03-20",
}
STEP = {"日期": "2026-11-10", "状态": "推进中", "说明": "过半。"}
DONE = {"日期": "2026-11-20", "状态": "已完成", "说明": "已公布。", "佐证": ["甲"]}


def task(**fields):
    written = {key: value for key, value in {**FIELDS, **fields}.items() if value is not None}
    source = Source("data/work-points/2026-shili.yml", "work-points/2026-shili/1", 0)
    return WorkTask.model_validate(written).placed(source)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, "推进中"),
        ({"完成时限": "2026-12-22"}, "推进中"),
        ({"完成时限": "2026-12-21"}, "即将到期"),
        ({"完成时限": "2026-11-21"}, "即将到期"),
        ({"完成时限": "2026-11-20"}, "逾期"),
        ({"完成时限": "2026-11-20", "进展": [STEP]}, "逾期"),
        ({"完成时限": "2026-11-15", "进展": [DONE, STEP]}, "已完成"),
        ({"进展": [DONE, {**STEP, "日期": "2026-11-21"}]}, "推进中"),
        ({"进展": [{**DONE, "日期": "2026-11-22"}]}, "推进中"),
        ({"完成时限": "2016-10-01", "进展未载": "是"}, "进展未载"),
        ({"完成时限": None, "时限说明": "日常工作"}, "无时限"),
        ({"完成时限": None, "时限说明": "日常工作", "进展": [STEP]}, "推进中"),
    ],
)
def test_the_state_follows_from_deadline_and_steps(fields, state):
    assert task(**fields).state_on(TODAY) == state


def test_steps_of_later_days_are_not_told():
    assert [step.date.day for step in task(进展=[DONE, STEP]).steps_on(dt.date(2026, 11, 15))] == [10]


def test_deadlines_are_grouped_by_month_the_newest_first():
    groups = [task(完成时限=day).month_group for day in (None, "2016-10-01", "2016-10-31", "2023-06-30")]
    assert [(each.slug, each.value) for each in sorted(groups, key=lambda each: each.order)] == [
        ("2023-06", "2023年6月"),
        ("2016-10", "2016年10月"),
        ("2016-10", "2016年10月"),
        ("none", "没有写明"),
    ]
