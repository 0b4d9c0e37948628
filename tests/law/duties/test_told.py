"""What a duty tells beside its day: for whom it is, what fulfils it, where that stands."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.duties import Duty, DutyState
from gongkai.law.duties.owners import Owners
from gongkai.law.example import (
    CLEAN,
    a_meeting,
    a_policy,
    a_unit,
    a_waiver,
    an_entry,
    an_interpretation,
    an_item,
)
from gongkai.law.rules.dataset_rows import FOLDER, PACKAGE
from gongkai.law.rules.event_report import EVENT, PATH
from gongkai.law.rules.gazette_due import _issues
from gongkai.law.rules.project_progress import EXAMPLE as PROGRESS
from gongkai.law.rules.work_task import PATH as WORK
from gongkai.law.rules.work_task import TASK
from gongkai.law.shared.annual_tables import a_report
from gongkai.records.types.request_stats import RequestStats

TODAY = "2026-11-21"
OTHER = a_unit("jiaowei", 名称="区教委", 曾用名=None)


@pytest.fixture
def of(owed):
    """Kind, files, day → the duties of that kind."""
    return lambda kind, files, today=TODAY, own=None: [
        duty for duty in owed(files, today, own) if duty.kind == kind
    ]


def names(duty: Duty) -> list[str]:
    return [unit.name for unit in duty.units]


def slugs(duty: Duty) -> list[str]:
    return [record.slug for record in duty.evidence]


def test_an_interpretation_is_done_with_the_first_and_shows_the_newest_first(of):
    files = {
        **CLEAN,
        **an_interpretation(发布日期="2026-11-06"),
        **an_interpretation("hou", 发布日期="2026-11-09"),
    }
    (duty,) = [each for each in of("interpretation", files) if each.record.slug == "yanglao"]
    assert (duty.done, slugs(duty)) == (dt.date(2026, 11, 6), ["hou", "yanglao-jiedu"])


def test_a_first_publication_is_done_with_the_oldest_record(of):
    files = {
        **CLEAN,
        **an_entry(首次公开期限="2026-11-20"),
        **an_item("xian", 发布日期="2026-11-04"),
        **an_item("hou", 发布日期="2026-11-10"),
    }
    (duty,) = of("catalogue", files)
    assert duty.done == dt.date(2026, 11, 4)
    assert (slugs(duty)[0], duty.late) == ("hou", False)


def test_who_leads_an_entry_answers_for_it_and_else_who_publishes(of):
    (led,) = of("catalogue", {**CLEAN, **OTHER, **an_entry(牵头单位="[区教委]")})
    (published,) = of("catalogue", CLEAN)
    assert (names(led), names(published)) == (["区教委"], ["区民政局"])


def test_a_topic_is_owed_by_its_own_units_and_else_by_all_of_the_meeting(of):
    topics = "\n  - {标题: 一, 承办单位: 区教委}\n  - {标题: 二}"
    duties = of("meeting-outcome", {**CLEAN, **OTHER, **a_meeting(议题=topics)})
    assert [names(duty) for duty in duties] == [["区教委"], ["区民政局", "区教委"]]


@pytest.mark.parametrize(
    ("cycle", "due"),
    [
        ("7个工作日内", "2026-11-12"),
        ("每月", "2026-12-02"),
        ("每季度", "2027-02-01"),
        ("每半年", "2027-05-04"),
        ("每年", "2027-11-02"),
        ("有变动时", "2027-11-02"),
    ],
)
def test_a_dataset_is_due_after_the_longest_that_its_cycle_can_last(of, cycle, due):
    text = PACKAGE.replace("每月", cycle).replace("2026-11-16", "2026-11-01")
    (duty,) = of("dataset-update", {**CLEAN, f"{FOLDER}datapackage.yml": text})
    assert str(duty.due) == due


@pytest.mark.parametrize(
    ("day", "done", "shown"), [("2026-11-21", "2026-11-21", 1), ("2026-11-22", "None", 0)]
)
def test_what_came_of_an_event_is_there_from_its_day_on(of, day, done, shown):
    text = EVENT.format(survey="{发放: 20, 收回: 18}").replace("2026-11-16", day)
    (duty,) = of("event-report", {**CLEAN, PATH: text})
    assert (str(duty.done), len(duty.evidence)) == (done, shown)


@pytest.mark.parametrize(
    ("today", "state"), [("2026-08-22", DutyState.DUE_LATER), ("2026-08-23", DutyState.DUE_SOON)]
)
def test_the_end_of_a_document_is_near_for_as_long_as_its_rule_says(of, standards, today, state):
    assert standards["policy-status"].parameters["临期天数"] == "90"
    text = {**CLEAN, **a_policy(成文日期="2026-01-02", 发布日期="2026-01-05", 施行日期="2026-02-01")}
    text |= a_policy("liang", 成文日期="2026-01-02", 发布日期="2026-01-05", 施行日期="2026-02-01",
                     失效日期="2026-11-21")  # fmt: skip
    (duty,) = of("policy-expiry", text, today)
    assert (duty.state, duty.record.slug) == (state, "liang")


def test_a_period_of_the_gazette_is_kept_by_its_first_issue_and_leads_to_it(of):
    files = {**CLEAN, **_issues("2026-06-20", "2026-08-03", "2026-12-31")}
    kept, owed = of("gazette", files, "2027-02-01")
    assert (kept.period, str(kept.done), len(kept.evidence)) == ("2026年下半年", "2026-08-03", 2)
    assert kept.address == kept.evidence[-1].url
    assert (owed.period, owed.done, owed.address) == ("2027年上半年", None, "gazette/")


def test_a_quarter_is_called_by_its_number(of):
    periods = {duty.key[-2:]: duty.period for duty in of("project-progress", PROGRESS.good)}
    assert periods["Q3"] == "2026年第三季度"


def test_a_task_is_done_with_its_last_step_and_shows_the_newest_evidence_first(of):
    steps = (
        "    - {日期: 2026-11-08, 状态: 推进中, 说明: 一半, 佐证: [yanglao]}\n"
        "    - {日期: 2026-11-10, 状态: 已完成, 说明: 做完, 佐证: [jiuzhu]}\n"
    )
    text = TASK.partition("    - 日期: 2026-11-10")[0] + steps
    (duty,) = of("work-task", {**CLEAN, WORK: text})
    assert (str(duty.done), slugs(duty)) == ("2026-11-10", ["jiuzhu", "yanglao"])


def test_a_park_owes_a_report_too_and_one_that_is_there_is_led_to(of, standards):
    rule = standards["annual-report-due"]
    everyone = rule.model_copy(update={"parameters": {**rule.parameters, "范围": "全部行政机关"}})
    park = a_unit("yuanqu", 名称="某园区管委会", 曾用名=None, 类别="管委会")
    hospital = a_unit("yiyuan", 名称="区医院", 曾用名=None, 类别="公共企事业单位")
    duties = of("annual-report", {**park, **hospital}, "2027-02-01", {"annual-report-due": everyone})
    assert {(each.record.slug, each.address) for each in duties} == {("yuanqu", "units/yuanqu/")}


def test_a_report_that_is_there_is_led_to_and_one_that_is_owed_leads_to_its_unit(of):
    kept, owed = of("annual-report", {**CLEAN, **a_report()})
    assert (kept.period, kept.address) == ("2025年", kept.evidence[0].url)
    assert (owed.period, owed.address, owed.evidence) == ("2026年", "units/minzheng-ju/", ())


def test_a_waiver_of_a_unit_is_that_units(of):
    path = "data/units/minzheng-ju.yml"
    (duty,) = of("waiver-expiry", {**CLEAN, **a_waiver(规则="unit-profile", 对象=path)})
    assert (names(duty), str(duty.due)) == (["区民政局"], "2027-12-31")


def test_a_problem_of_the_catalogue_belongs_to_whom_it_names_and_to_whose_file_it_is(small_column):
    row = "- 编号: MZ-01\n  一级事项: 养老服务\n  公开主体: [区住房城市建设委]\n"
    register: Register = small_column({"data/catalogue/minzheng-ju.yml": row})
    found = Owners(register).of(
        Problem("catalogue-due", "data/catalogue/minzheng-ju.yml", "没有", "写", row=0)
    )
    assert [unit.slug for unit in found] == ["zhufang-jianshe-wei", "minzheng-ju"]


def test_where_no_time_is_due_the_whole_day_is_in_time(small_column):
    day = dt.date(2026, 11, 5)
    entry = small_column().catalogue[0]
    duty = Duty("a", "a", "甲", entry, (), day, DutyState.DONE, "某办法", "", done=day, done_time=dt.time(9))
    assert (duty.late, duty.due_told, duty.done_told) == (False, "2026-11-05", "2026-11-05")
    assert duty.is_past(day + dt.timedelta(days=1))


def test_a_month_without_figures_is_asked_for_where_the_newest_year_stands(of):
    text = RequestStats.EXAMPLE
    files = {**CLEAN, "data/requests/2025.yml": text.replace("2026", "2025"), "data/requests/2026.yml": text}
    missing = [duty for duty in of("request-stats", files) if not duty.evidence]
    assert "2026-02" in {duty.period for duty in missing}
    assert {duty.record.source.path for duty in missing} == {"data/requests/2026.yml"}
