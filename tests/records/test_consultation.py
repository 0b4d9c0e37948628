"""意见征集: its state on a day, and what readers get when."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.records.types.consultation import Consultation
from gongkai.records.vocabulary.participation import ConsultationState

FIELDS = {
    "标题": "养老服务专项规划征求意见",
    "单位": "区民政局",
    "发布日期": "2026-11-02",
    "开始日期": "2026-11-05",
    "截止日期": "2026-12-05",
}
FEEDBACK = {"公布日期": "2026-12-20", "意见总数": "12", "采纳数": "12"}
MOVED = [
    {
        "字段": "截止日期",
        "原日期": "2026-11-30",
        "新日期": "2026-12-05",
        "原因": "多留时间",
        "公布日期": "2026-11-20",
    }
]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-11-04", ConsultationState.UPCOMING),
        ("2026-11-05", ConsultationState.OPEN),
        ("2026-12-05", ConsultationState.OPEN),
        ("2026-12-06", ConsultationState.CLOSED),
        ("2026-12-19", ConsultationState.CLOSED),
        ("2026-12-20", ConsultationState.ANSWERED),
    ],
)
def test_the_state_follows_from_the_day(day, state):
    record = Consultation.model_validate({**FIELDS, "反馈": FEEDBACK})
    assert record.state_on(dt.date.fromisoformat(day)) is state


def test_without_feedback_it_stays_closed():
    record = Consultation.model_validate(FIELDS)
    assert record.state_on(dt.date(2040, 1, 1)) is ConsultationState.CLOSED


def test_feedback_is_there_from_its_day_on():
    record = Consultation.model_validate({**FIELDS, "反馈": FEEDBACK})
    assert record.feedback_on(dt.date(2026, 12, 19)) is None
    assert record.feedback_on(dt.date(2026, 12, 20)) is record.feedback is not None


def test_moved_dates_and_feedback_are_changes():
    record = Consultation.model_validate({**FIELDS, "反馈": FEEDBACK, "日期变更": MOVED})
    assert record.last_change(dt.date(2026, 11, 19)) == dt.date(2026, 11, 2)
    assert record.last_change(dt.date(2026, 11, 21)) == dt.date(2026, 11, 20)
    assert record.last_change(dt.date(2027, 1, 1)) == dt.date(2026, 12, 20)
