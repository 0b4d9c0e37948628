"""Months of every year in which something is taken: the days at both ends, the turn of the year."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.records.fields.benefit import Benefit
from gongkai.records.fields.months import begins, last_day, turns
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.documents import BenefitState

QUARTERS = (1, 4, 7, 10)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("months", "on", "last", "following"),
    [
        (QUARTERS, "2026-10-31", "2026-10-31", "2027-01-01"),
        (QUARTERS, "2026-11-01", None, "2027-01-01"),
        (QUARTERS, "2026-12-31", None, "2027-01-01"),
        ((1, 2, 12), "2026-12-05", "2027-02-28", "2027-12-01"),
        ((), "2026-12-05", None, None),
        (tuple(range(1, 13)), "2026-12-05", None, None),
    ],
)
def test_a_run_of_months_ends_and_comes_again(months, on, last, following):
    assert last_day(months, day(on)) == (day(last) if last else None)
    assert begins(months, day(on)) == (day(following) if following else None)


def test_a_year_ahead_has_each_beginning_and_each_end():
    found = [f"{each}" for each in turns(QUARTERS, day("2026-11-30"))]
    assert found == [
        "2027-01-01", "2027-02-01", "2027-04-01", "2027-05-01",
        "2027-07-01", "2027-08-01", "2027-10-01", "2027-11-01",
    ]  # fmt: skip
    assert list(turns((), day("2026-11-30"))) == []


SERVICE = {
    "事项名称": "补贴", "受理单位": "区民政局", "办理依据": "办法", "基本流程": ["申请"],
    "收费依据及标准": "不收费",
    "办理时限": "5个工作日", "咨询方式": "窗口", "发布日期": "2026-01-05",
}  # fmt: skip
GIVEN = {"适用对象": "企业", "支持方式": "资金补贴", "支持内容": "补贴", "申报条件": "无", "申报方式": "窗口"}


def benefit(**fields: object) -> Benefit:
    return Benefit.model_validate(GIVEN | {"咨询方式": "010-00000000"} | fields)


@pytest.mark.parametrize(
    ("on", "state", "last"),
    [
        ("2026-10-31", BenefitState.OPEN, "2026-10-31"),
        ("2026-11-01", BenefitState.BETWEEN, None),
        ("2027-04-01", BenefitState.OPEN, "2027-04-30"),
        ("2027-06-30", BenefitState.BETWEEN, None),
        ("2027-07-01", BenefitState.CLOSED, None),
    ],
)
def test_what_is_taken_each_quarter_is_not_open_between(on, state, last):
    made = benefit(申报月份=["1月", "4", "7", "10"], 申报截止="2027-06-30")
    assert made.state_on(day(on), day("2022-07-01")) is state
    if state is BenefitState.OPEN:
        assert made.last_on(day(on)) == day(last)
    assert made.period == "每年1月、4月、7月、10月申报，到2027年6月30日（星期三）为止"


def test_a_guide_is_taken_in_its_months_and_no_other_month_is_one():
    guide = Service.model_validate(SERVICE | {"受理月份": ["7", "1"]})
    assert guide.taken == "每年1月、7月受理"
    assert [guide.taken_on(day(f"2027-{month:02}-15")) for month in (1, 2, 7)] == [True, False, True]
    with pytest.raises(ValueError, match="“13”不是月份"):
        benefit(申报月份=["13"])
