"""Every other kind of duty on the demonstration of the rules: its day, its state, its units."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.checking import rules
from gongkai.law.duties import Duty, kinds
from gongkai.law.example import CLEAN, a_page, a_policy, a_unit
from gongkai.law.rules.response_time import PATH, RESPONSE

KINDS = {
    "meeting-outcome": ("meeting-outcome", "已公开", dt.date(2026, 11, 6)),
    "interpretation-timing": ("interpretation", "已公开", dt.date(2026, 11, 10)),
    "event-report": ("event-report", "已公开", dt.date(2026, 12, 12)),
    "consultation-feedback": ("consultation-feedback", "已公开", dt.date(2026, 11, 7)),
    "response-time": ("response", "已公开", dt.date(2026, 11, 5)),
    "work-task": ("work-task", "已公开", dt.date(2026, 12, 31)),
    "page-review": ("page-review", "未到期", dt.date(2026, 12, 1)),
    "request-stats-due": ("request-stats", "已公开", dt.date(2026, 11, 15)),
    "annual-report-due": ("annual-report", "已公开", dt.date(2026, 1, 31)),
    "project-progress": ("project-progress", "已公开", dt.date(2026, 10, 31)),
}


def found(duties: tuple[Duty, ...], kind: str, due: dt.date) -> list[Duty]:
    return [duty for duty in duties if duty.kind == kind and duty.due == due]


@pytest.mark.parametrize("rule", sorted(KINDS))
def test_the_good_example_of_a_rule_keeps_its_duty(owed, rule):
    kind, state, due = KINDS[rule]
    example = rules()[rule].example
    (duty,) = found(owed(example.good, example.today), kind, due)
    assert (duty.state.value, duty.late) == (state, False)
    assert duty.basis and duty.title and duty.address and duty.key.startswith(f"{kind}/")
    assert [unit.name for unit in duty.units] == ["区民政局"] or kind == "page-review"


def test_every_kind_rests_on_a_rule_that_reads_the_same_parameters(standards):
    known = rules()
    for kind in kinds():
        assert set(kind.needs) <= set(known[kind.rule].parameters) & set(standards[kind.rule].parameters)
        assert all(rule in standards for rule in kind.waived_by)


def test_duties_are_sorted_and_known_by_their_keys(owed):
    duties = owed({**CLEAN, **a_page(复核周期="每年")}, "2026-11-21")
    assert [duty.due or dt.date.max for duty in duties] == sorted(duty.due or dt.date.max for duty in duties)
    assert len({duty.key for duty in duties}) == len(duties)


def test_a_report_of_every_organ_is_owed_where_the_district_says_so(owed, standards):
    rule = standards["annual-report-due"]
    everyone = rule.model_copy(update={"parameters": {**rule.parameters, "范围": "全部行政机关"}})
    files = {**a_unit(), **a_unit("qu-zhengfu", 名称="区政府", 曾用名=None, 类别="政府")}
    duties = owed(files, "2027-02-01", {"annual-report-due": everyone})
    assert [(duty.key, duty.state.value) for duty in duties] == [
        ("annual-report/minzheng-ju/2026", "逾期"),
        ("annual-report/qu-zhengfu/2026", "未到期"),
        ("annual-report/minzheng-ju/2027", "未到期"),
        ("annual-report/qu-zhengfu/2027", "未到期"),
    ]


def test_a_policy_waived_from_interpretation_owes_none_in_time(owed):
    example = rules()["waiver-valid"].example
    duties = owed(example.good, example.today)
    assert [d.record.slug for d in duties if d.kind == "interpretation"] == ["yanglao"]
    (waiver,) = [d for d in duties if d.kind == "waiver-expiry"]
    assert (waiver.due, [u.name for u in waiver.units]) == (dt.date(2027, 12, 31), ["区民政局"])


def test_a_waiver_of_a_document_that_ended_is_nothing_to_put_right(owed):
    ended = a_policy("renshi", 发文字号="示民发〔2026〕8号", 失效日期="2026-11-20")
    duties = owed({**rules()["waiver-valid"].example.good, **ended}, "2026-11-21")
    assert "waiver-expiry" not in {each.kind for each in duties}


@pytest.mark.parametrize(
    ("raised", "answered", "late"),
    [
        ("18:20", "18:20", False),
        ("18:20", "18:21", True),
        ("18:20", None, False),
        (None, "23:59", False),
        (None, None, False),
    ],
)
def test_an_answer_is_late_after_the_hour_and_a_time_that_nobody_wrote_is_taken_in_its_favour(
    owed, raised, answered, late
):
    text = RESPONSE.format(date="2026-11-05", time=answered)
    for key, time in (("发生时间: 18:20\n", raised), ("回应时间: None\n", answered)):
        text = text if time else text.replace(key, "")
    (duty,) = [each for each in owed({**CLEAN, PATH: text}, "2026-11-21") if each.kind == "response"]
    assert (duty.state.value, duty.due, duty.late) == ("已公开", dt.date(2026, 11, 5), late)
    assert duty.due_told == f"2026-11-05 {raised or '23:59'}"
    assert duty.done_told == " ".join(filter(None, ("2026-11-05", answered)))
