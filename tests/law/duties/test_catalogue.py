"""The catalogue as a contract: what each 公开时限 makes due, and what keeps it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gongkai.law.duties import DutyState
from gongkai.law.duties.catalogue import entry_state
from gongkai.law.example import a_unit, an_entry, an_item

TODAY = "2026-11-21"


def items(*days: str, **fields: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, day in enumerate(days):
        found |= an_item(f"xinxi-{number}", 发布日期=day, 形成日期=None, **fields)
    return found


@pytest.fixture
def entry(owed):
    """Days of publication, and the entry's fields → its duties."""

    def go(*days, today=TODAY, more=None, own=None, **fields):
        files = {**a_unit(), **an_entry(**fields), **items(*days), **(more or {})}
        return [duty for duty in owed(files, today, own) if duty.kind == "catalogue"]

    return go


def told(duties):
    return [(duty.period, duty.state.value) for duty in duties]


def test_every_month_since_the_rule_began_is_owed_once(entry):
    duties = entry("2026-09-18", "2026-10-09", 公开时限="每月")
    assert told(duties) == [("2026-09", "已公开"), ("2026-10", "已公开"), ("2026-11", "未到期")]
    assert [duty.due for duty in duties] == [
        dt.date(2026, 10, 15),
        dt.date(2026, 11, 15),
        dt.date(2026, 12, 15),
    ]
    assert len({duty.key for duty in duties}) == 3


def test_a_record_keeps_one_month_only_the_oldest_still_open(entry):
    assert told(entry("2026-10-12", 公开时限="每月"))[:2] == [("2026-09", "已公开"), ("2026-10", "逾期")]
    late = entry("2026-10-16", 公开时限="每月")
    assert told(late)[:2] == [("2026-09", "逾期"), ("2026-10", "已公开")]


def test_the_last_day_of_a_month_and_its_days_is_in_time(entry):
    assert told(entry("2026-10-15", 公开时限="每月"))[:2] == [("2026-09", "已公开"), ("2026-10", "逾期")]


def test_a_written_period_counts_however_late(entry):
    more = an_item("jiuyue", 发布日期="2026-11-20", 形成日期=None, 所属期="2026-09")
    september = entry(公开时限="每月", more=more)[0]
    assert (september.state, september.late, september.done) == (DutyState.DONE, True, dt.date(2026, 11, 20))


def test_a_deadline_near_is_told(entry):
    assert told(entry("2026-09-18", today="2026-11-08", 公开时限="每月"))[1] == ("2026-10", "临期")
    assert told(entry("2026-09-18", today="2026-11-15", 公开时限="每月"))[1] == ("2026-10", "临期")
    assert told(entry("2026-09-18", today="2026-11-07", 公开时限="每月"))[1] == ("2026-10", "未到期")


def test_quarters_are_named_and_whole(entry):
    duties = entry(today="2027-02-01", 公开时限="每季度", 首次公开期限="2026-10-01")
    assert told(duties) == [("2026年第四季度", "逾期"), ("2027年第一季度", "未到期")]


def test_a_year_is_owed_by_its_day_and_earlier_ones_show_where_they_were_kept(entry):
    duties = entry("2026-03-20", today="2027-04-01", 公开时限="每年03-31前")
    assert told(duties) == [("2026年", "已公开"), ("2027年", "逾期"), ("2028年", "未到期")]


def test_a_first_day_passes_from_far_to_late(entry):
    states = [
        entry(today=day, 公开时限="长期", 首次公开期限="2026-11-27")[0].state.value
        for day in ("2026-11-19", "2026-11-20", "2026-11-27", "2026-11-28")
    ]
    assert states == ["未到期", "临期", "临期", "逾期"]


def test_an_entry_without_a_day_and_without_content_is_blank(entry):
    assert [duty.state for duty in entry(公开时限="长期")] == [DutyState.BLANK]
    assert [duty.state for duty in entry(公开时限="实时")] == [DutyState.BLANK]


def test_what_was_due_before_the_rule_and_is_there_is_not_called_late(entry):
    (duty,) = entry("2026-02-03", 公开时限="长期", 首次公开期限="2016-10-01")
    assert (duty.state, duty.late, duty.due) == (DutyState.DONE, False, None)


def test_working_days_after_a_document_was_formed(entry):
    more = an_item("wan", 形成日期="2026-09-30", 发布日期="2026-11-04")
    first, after = sorted(entry(公开时限="20个工作日", more=more), key=lambda duty: duty.key)
    assert (first.state, first.due) == (DutyState.DONE, None)
    assert (after.due, after.late) == (dt.date(2026, 11, 3), True)


def test_a_year_without_holidays_gives_no_day_and_no_guess(entry):
    more = an_item("mingnian", 形成日期="2026-12-28", 发布日期="2027-01-20")
    duties = entry(today="2027-02-01", 公开时限="20个工作日", more=more)
    assert [duty.due for duty in duties] == [None, None]


def test_what_is_given_on_request_is_not_owed_here(entry):
    assert entry(公开方式="依申请公开") == []


def test_a_waiver_frees_an_entry(entry):
    waiver = "规则: catalogue-due\n对象: SL-01\n理由: 系统迁移\n批准人: 区政府办\n有效期至: 2026-12-31\n"
    more = {"data/waivers/sl.yml": waiver}
    assert entry(more=more) == []
    assert [duty.state for duty in entry(more=more, today="2027-01-01")] == [DutyState.BLANK]


def test_a_rule_that_ended_or_cannot_be_read_makes_nothing_due(entry, standards):
    rule = standards["catalogue-due"]
    ended = rule.model_copy(update={"valid_to": dt.date(2026, 1, 1)})
    unreadable = rule.model_copy(update={"parameters": {**rule.parameters, "适用自": "去年"}})
    for own in (ended, unreadable):
        assert entry(公开时限="每月", own={"catalogue-due": own}) == []


def test_a_month_missed_once_does_not_stand_over_an_entry_for_ever(entry):
    assert entry_state(entry("2026-10-16", 公开时限="每月")) is DutyState.DONE
    assert entry_state(entry("2026-09-16", 公开时限="每月")) is DutyState.OVERDUE
    assert entry_state([]) is None


def test_a_month_is_owed_from_its_first_day_on(entry):
    assert [duty.period for duty in entry(today="2026-10-31", 公开时限="每月")] == ["2026-09", "2026-10"]
    assert [duty.period for duty in entry(today="2026-11-01", 公开时限="每月")][2:] == ["2026-11"]


def test_what_was_due_before_the_rule_began_is_not_judged_late(entry):
    (before,) = entry("2026-11-02", 首次公开期限="2026-08-31")
    (since,) = entry("2026-11-02", 首次公开期限="2026-09-01")
    assert (before.due, before.late) == (None, False)
    assert (since.due, since.late) == (dt.date(2026, 9, 1), True)


def test_what_was_formed_before_the_rule_began_is_owed_by_no_day(entry):
    files = {**an_item("qian", 形成日期="2026-08-31"), **an_item("hou", 形成日期="2026-09-01")}
    duties = entry(more=files, 公开时限="20个工作日")
    assert [duty.period for duty in duties if duty.period] == ["2026-09-01"]


def test_what_is_published_today_is_there(entry):
    (duty,) = [each for each in entry("2026-11-21", 公开时限="每月") if each.period == "2026-11"]
    assert (duty.state, duty.done) == (DutyState.DONE, dt.date(2026, 11, 21))


STREET = {
    **a_unit("jiedao", 名称="金榆街道办事处", 曾用名=None, 类别="街道"),
    **an_item("zhucan", 单位="金榆街道办事处", 标题="助餐点调整", 发布日期="2026-10-12", 形成日期=None),
}


@pytest.mark.parametrize(
    ("fields", "months"),
    [
        # the notice of a street is not the bureau's, whoever else shares the work
        ({"公开主体": "[区民政局]"}, ["逾期", "逾期"]),
        ({"公开主体": "[区民政局]", "其他责任单位": "各相关部门"}, ["逾期", "逾期"]),
        ({"公开主体": "[区民政局, 金榆街道办事处]"}, ["已公开", "逾期"]),
    ],
)
def test_the_notice_of_another_unit_keeps_no_month(entry, fields, months):
    found = entry(公开时限="每月", more=STREET, **fields)
    assert [state for _, state in told(found)][:2] == months


def test_what_has_no_periods_may_be_shown_by_those_who_share_it(entry):
    shared = entry(公开时限="长期", 公开主体="[区民政局]", 其他责任单位="各街道", more=STREET)
    alone = entry(公开时限="长期", 公开主体="[区民政局]", more=STREET)
    assert [told(found)[0][1] for found in (shared, alone)] == ["已公开", "空白"]


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({}, ["2026-09", "2026-10", "2026-11"]),
        ({"生效日期": "2026-10-01"}, ["2026-10", "2026-11"]),
        ({"失效日期": "2026-11-21", "失效依据": "某件决定"}, ["2026-09", "2026-10", "2026-11"]),
        ({"失效日期": "2026-11-20", "失效依据": "某件决定"}, []),
    ],
)
def test_an_entry_asks_from_its_day_on_and_no_longer_than_its_last(entry, fields, wanted):
    assert [period for period, _ in told(entry(公开时限="每月", **fields))] == wanted


@pytest.mark.parametrize(
    ("state", "begins"),
    [
        (DutyState.DUE_SOON, "2026-12-01"),
        (DutyState.DUE_LATER, "2026-12-01"),
        (DutyState.OVERDUE, None),
        (DutyState.DONE, None),
    ],
)
def test_a_duty_is_overdue_from_the_day_after_its_last(entry, state, begins):
    (duty,) = entry("2026-02-03", 公开时限="长期", 首次公开期限="2026-11-30")
    ahead = replace(duty, state=state, due=dt.date(2026, 11, 30))
    assert ahead.overdue_from == (dt.date.fromisoformat(begins) if begins else None)
