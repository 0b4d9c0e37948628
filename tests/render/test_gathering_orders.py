"""What gathering pages put first, count and leave out, at the day and number where it turns."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from gongkai.exports import door
from gongkai.law.applied import Applied
from gongkai.law.duties import Duty, DutyState
from gongkai.records.types.project import Project
from gongkai.records.types.work_task import WorkTask
from gongkai.render import Facts, Site
from gongkai.render.gathering import (
    catalogue,
    catalogue_state,
    concerns,
    days,
    home,
    institutions,
    log,
    lost_addresses,
    progress,
    work_points,
)
from gongkai.settings import PROJECT

TODAY = dt.date(2026, 11, 21)
DAY = dt.timedelta(days=1)
CONSULTATION = """\
---
标题: 征求意见
单位: 区民政局
发布日期: {begin}
开始日期: {begin}
截止日期: {end}
---
说明。
"""
MEETING = "---\n会议名称: 会议\n日期: {day}\n预告日期: 2026-11-01\n主办单位: 区民政局\n---\n会议安排。\n"
ITEM = "---\n标题: 一件\n单位: 区民政局\n发布日期: {day}\n公开事项: {entry}\n---\n正文。\n"


@pytest.fixture
def site_of(small_column):
    """Files and duties → what pages are made from."""

    def make(files=None, owed=()):
        register = small_column(files)
        return Site.of(Facts(register, door.plan(register), Applied(duties=owed)), PROJECT / "overrides")

    return make


def meetings(**on: str) -> dict[str, str]:
    return {f"content/meetings/2026/{slug}.md": MEETING.format(day=day) for slug, day in on.items()}


def test_todays_day_is_still_to_come_and_months_stand_newest_year_first(views, site_of):
    consultation = CONSULTATION.format(begin="2025-12-02", end=TODAY)
    site = site_of({"content/consultations/2026/z.md": consultation, "content/meetings/2026/cw-46.md":
                    MEETING.format(day=TODAY - DAY)})  # fmt: skip
    view = views(days, site)["calendar/"]
    shown = [(day, [each.record.slug for each in found]) for _, month in view.months for day, found in month]
    assert shown == [(TODAY, ["z"])]
    (row,) = days._columns(site.facts)
    assert (row.label, row.count) == ("日程", "1 项将到")
    assert [(year, [(words, count) for words, _, count in months]) for year, months in view.years] == [
        (2026, [("11月", 3)]),
        (2025, [("12月", 1)]),
    ]


def test_home_shows_meetings_to_come_soonest_first_then_the_latest_held(views, site_of):
    on = {"cw-46": "2026-11-21", "hou": "2026-11-25", "qian": "2026-11-20", "zao": "2026-11-03"}
    (view,) = views(home, site_of(meetings(**on))).values()
    assert [each.record.slug for each in view.meetings] == ["cw-46", "hou", "qian"]


def test_home_shows_no_consultation_by_the_day_it_opened(views, site_of):
    files = {
        "content/consultations/2026/a.md": CONSULTATION.format(begin="2026-11-02", end="2026-12-09"),
        "content/consultations/2026/b.md": CONSULTATION.format(begin="2026-11-10", end="2026-12-01"),
    }
    (view,) = views(home, site_of(files)).values()
    assert [each.href for each in view.actions] == ["consultations/2026/b/", "consultations/2026/a/"]


def a_duty(register, day: dt.date, state: DutyState, period: str) -> Duty:
    entry = register.catalogue[0]
    return Duty(period, "catalogue", "公开", entry, (), day, state, "某办法", entry.place, period=period)


def test_of_days_to_come_an_entry_tells_the_next(small_column):
    register = small_column()
    owed = [
        a_duty(register, dt.date(2026, 11, 15), DutyState.DONE, "2026-10"),
        a_duty(register, dt.date(2026, 12, 15), DutyState.DUE_LATER, "2026-11"),
        a_duty(register, dt.date(2027, 1, 15), DutyState.DUE_LATER, "2026-12"),
    ]
    told = catalogue_state.due_words(DutyState.DONE, owed)
    assert told == "下次期限 2026年12月15日（2026年11月）"


def test_a_row_of_the_catalogue_says_how_many_of_how_many_are_there(small_column):
    more = (
        "- {编号: MZ-01, 一级事项: 养老}\n- {编号: MZ-02, 一级事项: 救助}\n- {编号: MZ-03, 一级事项: 低保}\n"
    )
    register = small_column({"data/catalogue/minzheng-ju.yml": more})
    assert catalogue._progress(Facts(register), register.catalogue) == "1/3 项已公开"


@pytest.mark.parametrize(("count", "lists"), [(3, []), (4, ["catalogue/entry/mz-01/"])])
def test_an_entry_has_a_list_of_its_own_when_it_has_more_than_is_shown(small_column, count, lists):
    files = {
        f"content/items/minzheng-ju/2026/i{n}.md": ITEM.format(day=f"2026-10-0{n}", entry="MZ-01")
        for n in range(1, count)
    }
    assert [each.url for each in catalogue.fulfilments(Facts(small_column(files)))] == lists


def test_the_log_goes_on_from_its_newest_page_to_the_oldest(views, site_of):
    files = {
        f"content/items/minzheng-ju/2025/i{n}.md": ITEM.format(day=TODAY - (400 + n) * DAY, entry="MZ-01")
        for n in range(170)
    }
    site = site_of(files)
    told = list(site.facts.made.log)
    found = {url: view for url, view in views(log, site).items() if isinstance(view, log.LogView)}
    assert list(found) == ["log/", "log/page/1/", "log/page/2/"]
    newest, oldest, between = [list(view.events) for view in found.values()]
    assert [*newest, *between, *oldest] == told and len(oldest) == len(between) == log.PAGE_SIZE
    assert found["log/"].total == len(told) and found["log/page/1/"].pages is None


def test_a_year_of_concerns_holds_that_year_alone(small_column):
    press = MEETING.replace("日期: {day}", "类型: 新闻发布会\n日期: {day}").replace("2026-11-01", "{told}")
    files = {
        "content/meetings/2026/jin.md": press.format(day="2026-11-30", told="2026-11-20"),
        "content/meetings/2025/qu.md": press.format(day="2025-11-30", told="2025-11-20"),
    }
    facet = concerns._years(small_column(files).concerns)
    assert [(slug, [each.slug for each in found]) for slug, _, found in facet.values] == [
        ("2026", ["jin"]),
        ("2025", ["qu"]),
    ]


def test_a_withdrawn_page_leaves_its_day_and_reason_and_a_moved_one_no_note(small_column):
    moved = (
        "- {地址: items/minzheng-ju/2026/chongfu/, 撤下日期: 2026-11-07, 理由: 重复发布}\n"
        "- {地址: items/minzheng-ju/2026/jiu/, 转到: items/minzheng-ju/2026/jiuzhu/}\n"
    )
    facts = Facts(small_column({"data/addresses/moved.yml": moved}))
    assert dict(lost_addresses._files(facts)) == {
        "items/minzheng-ju/2026/chongfu/withdrawn.txt": "2026-11-07 重复发布\n".encode()
    }


def test_a_row_of_institutions_has_each_value_under_its_head(small_column):
    unit = (
        "名称: 区民政局\n类别: 部门\n职责: 民政\n地址: 一号\n办公时间: 上午\n对外电话: 010-00000001\n"
        "内设机构: [{名称: 救助科, 职责: 救助}]\n"
    )
    files = dict(institutions._files(Facts(small_column({"data/units/minzheng-ju.yml": unit}))))
    (row,) = csv.DictReader(io.StringIO(files["functions/list.csv"].decode("utf-8-sig"), newline=""))
    assert row == {
        "单位": "区民政局", "类别": "部门", "职责": "民政", "地址": "一号", "办公时间": "上午",
        "对外电话": "010-00000001", "内设机构": "救助科",
        "网址": "https://www.example.gov.cn/zwgk/units/minzheng-ju/",
    }  # fmt: skip


def test_the_newest_plan_stands_first(small_column):
    text = WorkTask.EXAMPLE
    files = {f"data/work-points/{year}-shili.yml": text for year in (2025, 2026)}
    found = work_points.by_plan(small_column(files).public(WorkTask))
    assert list(found) == ["2026-shili", "2025-shili"]


def test_the_board_of_projects_tells_the_newest_entry_first(views, site_of):
    more = "    - {季度: 2, 进度: 50, 说明: 过半。, 日期: 2026-07-15}\n"
    (view,) = views(progress, site_of({"data/projects/2026.yml": Project.EXAMPLE + more})).values()
    (year,) = view.years
    assert [(str(each.day), each.words) for each in year.entries] == [
        ("2026-07-15", "第二季度 50%"),
        ("2026-04-15", "第一季度 20%"),
    ]
    assert [percent for _, percent in year.quarters] == [20, 50, None, None]
