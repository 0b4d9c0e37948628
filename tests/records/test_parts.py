"""What readers see of a record on a day is said where its fields are defined."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.records import record_types
from gongkai.records.base import Part
from gongkai.records.fields.defined import marks
from gongkai.records.types.event import Event
from gongkai.records.types.work_task import Step, WorkTask

EVENT = {
    "名称": "开放日",
    "类型": "政务开放日",
    "日期": "2026-11-10",
    "主办单位": "区民政局",
    "预告日期": "2026-11-01",
    "参加人数": "30",
    "答疑": [{"问": "怎样报名？", "答": "打电话。"}],
}


def parts(model: type[Part]) -> set[type[Part]]:
    found = {
        mark
        for info in model.model_fields.values()
        for mark in marks(info.annotation)
        if isinstance(mark, type) and issubclass(mark, Part)
    }
    return found.union(*(parts(each) for each in found))


@pytest.mark.parametrize("part", sorted({p for t in record_types() for p in parts(t)}, key=repr))
def test_a_part_with_a_day_of_its_publication_is_seen_from_that_day_on(part: type[Part]):
    said = [name for name, info in part.model_fields.items() if info.alias in {"公布日期", "发布日期"}]
    assert not said or said[0] == part.SHOWN_FROM


def test_fields_of_later_are_empty_until_their_day():
    event = Event.model_validate({**EVENT, "情况公布日期": "2026-11-15"})
    names = ("attended", "answers", "reported_on")
    assert [event.seen(name, dt.date(2026, 11, 14)) for name in names] == [None, (), None]
    assert event.seen("attended", dt.date(2026, 11, 15)) == 30
    assert Event.model_validate(EVENT).seen("attended", dt.date(2040, 1, 1)) is None


def test_parts_of_later_are_left_out():
    step = {"日期": "2026-11-20", "状态": "推进中", "说明": "正在办。"}
    task = WorkTask.model_validate(
        {"编号": "1", "要点": "要点", "栏目": "一", "任务": "做事", "发布日期": "2026-01-01", "进展": [step]}
    )
    assert task.seen("steps", dt.date(2026, 11, 19)) == ()
    assert [type(each) for each in task.seen("steps", dt.date(2026, 11, 20))] == [Step]
