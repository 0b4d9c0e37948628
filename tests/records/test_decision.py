"""重大行政决策: where a matter and each of its five steps stand on a day."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.validate import validate
from gongkai.load import load
from gongkai.records.types.decision import Decision, Step
from gongkai.records.vocabulary.participation import DecisionState, StepState

FIELDS = {
    "编号": "JC2026-05",
    "事项": "养老服务设施专项规划",
    "承办单位": "区民政局",
    "目录公布日期": "2026-04-13",
}
TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ({}, StepState.PENDING),
        ({"日期": "2026-11-21"}, StepState.DONE),
        ({"日期": "2026-11-22"}, StepState.PENDING),
        ({"日期": "2026-11-22", "状态": "进行中"}, StepState.ONGOING),
        ({"状态": "不适用", "理由": "不涉及"}, StepState.NOT_NEEDED),
    ],
)
def test_a_step_stands_where_its_date_or_its_word_puts_it(written, state):
    assert Step.model_validate(written).state_on(TODAY) is state


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ({}, DecisionState.LISTED),
        ({"法定程序": {"公众参与": {"日期": "2026-12-01"}}}, DecisionState.LISTED),
        ({"法定程序": {"风险评估": {"状态": "不适用", "理由": "无"}}}, DecisionState.LISTED),
        ({"法定程序": {"公众参与": {"日期": "2026-11-01"}}}, DecisionState.UNDERWAY),
        ({"法定程序": {"公众参与": {"状态": "进行中"}}}, DecisionState.UNDERWAY),
        ({"决定日期": "2026-11-21"}, DecisionState.DECIDED),
        ({"调出日期": "2026-07-15", "调出理由": "另行选址"}, DecisionState.DROPPED),
    ],
)
def test_the_state_of_a_matter_follows_from_its_steps(written, state):
    assert Decision.model_validate({**FIELDS, **written}).state_on(TODAY) is state


def test_the_five_steps_stand_in_the_order_of_the_law():
    names = [name for name, _ in Decision.model_validate(FIELDS).steps.named]
    assert names == ["公众参与", "专家论证", "风险评估", "合法性审查", "集体讨论"]


def test_a_row_has_an_address_by_its_number_and_the_year_of_its_file(tmp_path):
    path = tmp_path / Decision.PATH.format(year="2026")
    path.parent.mkdir(parents=True)
    path.write_text(Decision.EXAMPLE, "utf-8")
    record = validate(load(tmp_path).documents).records[0]
    assert isinstance(record, Decision)
    assert (record.url, record.year) == ("decisions/2026/jc2026-05/", "2026")
