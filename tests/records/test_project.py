"""Quarters of a project: when each is due, what is owed, what state follows."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic_core import PydanticCustomError

from gongkai.records.base import Source
from gongkai.records.fields.weights import as_percent
from gongkai.records.types.project import Project, as_quarter


def project(*quarters, published="2026-02-10"):
    """Each quarter as (number, percent, date)."""
    fields = {
        "编号": "1",
        "事项": "新增托位",
        "类别": "民生实事",
        "目标": "600个",
        "单位": "区教委",
        "发布日期": published,
        "季度进展": [{"季度": q, "进度": p, "说明": "进展。", "日期": day} for q, p, day in quarters],
    }
    return Project.model_validate(fields).placed(Source("data/projects/2026.yml", "projects/2026/1", 0))


FIRST = ("1", "20", "2026-04-15")
SECOND = ("2", "60", "2026-07-15")
THIRD = ("3", "80", "2026-10-15")


def test_a_quarter_is_due_at_the_end_of_the_month_after_it():
    days = [project().due(quarter).isoformat() for quarter in (1, 2, 3, 4)]
    assert days == ["2026-04-30", "2026-07-31", "2026-10-31", "2027-01-31"]


@pytest.mark.parametrize(
    ("quarters", "today", "owed", "state"),
    [
        ([], "2026-04-30", [], "推进中"),
        ([], "2026-05-01", [1], "待更新"),
        ([FIRST], "2026-07-31", [], "推进中"),
        ([FIRST], "2026-11-01", [2, 3], "待更新"),
        ([FIRST, SECOND, THIRD], "2026-11-21", [], "推进中"),
        ([FIRST, ("2", "100", "2026-07-15")], "2026-11-21", [], "已完成"),
        ([FIRST, ("2", "100", "2026-07-15")], "2026-07-14", [], "推进中"),
        ([FIRST, SECOND, THIRD, ("4", "92", "2027-01-15")], "2027-02-01", [], "年内未完成"),
    ],
)
def test_what_is_owed_on_a_day(quarters, today, owed, state):
    day = dt.date.fromisoformat(today)
    assert (project(*quarters).owed_on(day), project(*quarters).state_on(day)) == (owed, state)


def test_quarters_before_the_project_was_published_are_not_owed():
    assert project(published="2026-06-01").owed_on(dt.date(2026, 7, 1)) == []


@pytest.mark.parametrize(
    ("read_it", "value", "message"),
    [(as_quarter, "0", "没有第“0”季度"), (as_quarter, "5", "没有第“5”季度"), (as_percent, "101", "超过 100")],
)
def test_numbers_that_cannot_be(read_it, value, message):
    with pytest.raises(PydanticCustomError) as caught:
        read_it(value)
    assert message in caught.value.context["message"]
