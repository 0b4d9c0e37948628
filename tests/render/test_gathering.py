"""What pages that gather records are handed: days, orders, counts and neighbours, before any template."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

import pytest

from gongkai.common.problems import Problem
from gongkai.exports import door
from gongkai.law.applied import Applied
from gongkai.law.duties import Duty, DutyState
from gongkai.law.figures import About, Case, Kind, Measured, Period
from gongkai.law.rulebook import Finding, RuleEntry
from gongkai.law.shipped import shipped
from gongkai.records.types.figure import Norm
from gongkai.records.types.personal_exception import PersonalException
from gongkai.records.types.project import Project
from gongkai.records.types.standard import RuleForce
from gongkai.render import Facts, Site
from gongkai.render.gathering import (
    catalogue_state,
    days,
    home,
    institutions,
    progress,
    retention,
    todo,
    unit_pages,
)
from gongkai.render.lists import pages as lists
from gongkai.render.lists.paging import InOrder, numbers
from gongkai.render.quality.cards import met
from gongkai.render.quality.figure_words import period_of
from gongkai.render.rulebook import pages as rulebook
from gongkai.render.rulebook.waivers import exceptions
from gongkai.settings import PROJECT

TODAY = dt.date(2026, 11, 21)
DAY = dt.timedelta(days=1)
CONSULTATION = """\
---
标题: {title}
单位: 区民政局
发布日期: 2026-11-02
开始日期: 2026-11-02
截止日期: {end}
---
说明。
"""
ITEM = "---\n标题: 第{n}件\n单位: 区民政局\n发布日期: 2026-10-{n:02}\n---\n正文。\n"
ENDED = """\
---
标题: 旧办法
发文机关: 区民政局
成文日期: 2014-01-02
发布日期: 2014-01-05
失效日期: 2020-01-01
是否规范性文件: 否
---
正文。
"""


@pytest.fixture
def site_of(small_column):
    """Files and duties → what pages are made from."""

    def make(files=None, owed=lambda register: ()):
        register = small_column(files)
        facts = Facts(register, door.plan(register), Applied(duties=owed(register)))
        return Site.of(facts, PROJECT / "overrides")

    return make


def consultations(*ends: dt.date) -> dict[str, str]:
    return {
        f"content/consultations/2026/z{number}.md": CONSULTATION.format(title=f"征求{number}", end=end)
        for number, end in enumerate(ends)
    }


def test_the_calendar_looks_ahead_for_ninety_days_and_months_lead_on_in_order(views, site_of):
    last = TODAY + 90 * DAY
    found = views(days, site_of(consultations(last, last + DAY)))
    shown = [day for _, month in found["calendar/"].months for day, _ in month]
    assert shown[-1] == last and shown[0] >= TODAY
    months = [view for url, view in found.items() if url != "calendar/"]
    assert [view.previous and view.previous[0] for view in months[1:]] == [
        v.months[0][0] for v in months[:-1]
    ]
    assert [v.following and v.following[0] for v in months[:-1]] == [v.months[0][0] for v in months[1:]]


def test_home_shows_what_can_be_done_with_its_last_day_the_soonest_to_close_first(views, site_of):
    ends = (TODAY + 11 * DAY, TODAY, TODAY + 31 * DAY, TODAY + 10 * DAY)
    (view,) = views(home, site_of(consultations(*ends))).values()
    assert [(each.href, each.last, each.until) for each in view.actions] == [
        ("consultations/2026/z1/", TODAY, "到11月21日（星期六）止"),
        ("consultations/2026/z3/", TODAY + 10 * DAY, "到12月1日（星期二）止"),
        ("consultations/2026/z0/", TODAY + 11 * DAY, "到12月2日（星期三）止"),
        ("consultations/2026/z2/", TODAY + 31 * DAY, "到12月22日（星期二）止"),
    ]
    assert {each.kind for each in view.actions} == {"提意见"}


def project(year: str, weight: str = "10", **told: str) -> Project:
    quarters = [
        {"季度": quarter, "进度": percent, "说明": "有", "日期": f"{year}-11-0{quarter}"}
        for quarter, percent in told.items()
    ]
    return Project.model_validate(
        {"编号": "1", "事项": "某事", "类别": "民生实事", "目标": "某数", "单位": "区民政局",
         "发布日期": f"{year}-02-01", "权重": weight, "季度进展": quarters}
    )  # fmt: skip


def test_a_quarter_is_as_far_as_was_told_at_its_end():
    told = [project("2026", "30", **{"1": "20", "2": "60"}), project("2026", "10", **{"1": "40"})]
    assert [progress._quarter(told, quarter, TODAY) for quarter in (1, 2, 3)] == [25, 55, None]


def test_the_board_shows_the_newest_year_first(views, site_of):
    files = {
        f"data/projects/{year}.yml": Project.EXAMPLE.replace("2026-", f"{year}-")
        for year in (2024, 2026, 2025)
    }
    (view,) = views(progress, site_of(files)).values()
    assert [each.year for each in view.years] == [2026, 2025, 2024]


@pytest.mark.parametrize(
    ("left", "group"),
    [(-1, "yiguoqi"), (0, "yizhou"), (7, "yizhou"), (8, "sizhou"), (28, "sizhou"), (29, None)],
)
def test_a_duty_stands_in_the_group_of_its_days(site_of, left, group):
    assert todo.group_of(duty(site_of(), "甲", TODAY + left * DAY), TODAY) == group


def duty(site, key, due, state=DutyState.DUE_LATER, unit="区民政局", period=""):
    found = site.facts.register.unit(unit) if isinstance(unit, str) else unit
    entry = site.facts.register.catalogue[0]
    return Duty(
        key, "catalogue", f"公开“{key}”", entry, (found,), due, state, "某办法", entry.place, period=period
    )


def test_who_is_latest_stands_first_and_what_is_far_is_counted_only(views, site_of):
    bare = site_of()

    def owed(register):
        other = register.unit("区住房城市建设委")
        return [
            duty(bare, "甲", TODAY + DAY),
            duty(bare, "乙", TODAY + 40 * DAY),
            duty(bare, "丙", TODAY + 50 * DAY),
            duty(bare, "丁", TODAY - DAY, DutyState.OVERDUE, unit=other),
        ]

    found = views(todo, site_of(owed=owed))
    assert [row.unit.slug for row in found["duties/"].rows] == ["zhufang-jianshe-wei", "minzheng-ju"]
    assert found["duties/minzheng-ju/"].later == 2


def test_a_group_says_from_which_day_how_many_of_it_are_overdue(views, site_of):
    bare = site_of()
    ahead = [duty(bare, key, TODAY + left * DAY) for key, left in (("甲", 3), ("乙", 1), ("丙", 3))]
    late = duty(bare, "丁", TODAY - DAY, DutyState.OVERDUE)
    gone, week = views(todo, site_of(owed=lambda _: [*ahead, late]))["duties/minzheng-ju/"].groups
    # on its last day a duty is not overdue
    assert week.passing == [(TODAY + 2 * DAY, 1), (TODAY + 4 * DAY, 3)]
    assert not gone.passing


def test_a_unit_shows_its_newest_counts_all_and_names_whom_it_took_over(views, site_of):
    files = {f"content/items/minzheng-ju/2026/di{n}.md": ITEM.format(n=n) for n in range(1, 14)}
    found = views(unit_pages, site_of(files))
    view = found["units/minzheng-ju/"]
    assert ("公开信息", 14, "../../items/unit/minzheng-ju/") in view.kinds
    days = [each.day for each in view.newest]
    assert days == sorted(days, reverse=True) and len(days) == unit_pages.NEWEST
    assert ("10月", "2026/#yue-10", 14) in view.months
    assert view.told == sum(count for _, _, count in view.months) == 15
    assert [unit.slug for unit in view.predecessors] == ["jiu-ban"]
    assert found["units/jiu-ban/"].successor.slug == "minzheng-ju"


def test_an_entry_shows_its_newest_periods_first_and_tells_of_the_last_that_is_late(site_of):
    bare = site_of()
    owed = [
        duty(bare, f"{month}", dt.date(2026, month, 15), DutyState.OVERDUE, period=f"2026-{month - 1:02}")
        for month in (9, 10, 11)
    ]
    site = site_of(owed=lambda register: owed)
    (entry,) = site.facts.register.catalogue
    view = catalogue_state.States(site.facts).view(entry)
    assert [each.period for each in view.periods] == ["2026-10", "2026-09", "2026-08"]
    assert view.due == "应在2026年11月15日前公开（2026年10月）"


def measured(target: str, good: int, unit, kind: Kind = Kind.SHARE, today: dt.date = TODAY) -> Measured:
    norm = Norm.model_validate({"名称": "比率", "依据": [{"文件": "要点"}], "目标": target})
    cases = tuple(Case(unit, today, int(number < good), (unit,)) for number in range(10))
    return Measured("bi", About("比率", 1, kind, "件", "全部", "好的", "日期"), norm, cases, today)


def test_figures_that_reach_their_targets_are_counted(small_column):
    register = small_column()
    figures = {str(good): measured("60", good, register.units[0]) for good in (5, 6, 7)}
    facts = Facts(register, law=Applied(figures=MappingProxyType(figures)))
    assert met(facts) == (2, 3)


def test_a_stock_is_told_as_of_the_day_until_its_period_is_over(small_column):
    last = dt.date(2026, 12, 31)
    stock = measured("6", 6, small_column().units[0], Kind.STOCK, last)
    assert period_of(stock, Period(2026)) == "目前"
    assert period_of(stock, Period(2025)) == "2025年"


def test_exceptions_stand_in_the_order_of_their_ends(site_of):
    files = {
        f"data/exceptions/{slug}.yml": PersonalException.EXAMPLE.replace("2027-12-31", end)
        for slug, end in (("yi", "2027-03-01"), ("er", "2027-01-01"), ("san", "2027-02-01"))
    }
    assert [each.slug for each, _, _ in exceptions(site_of(files))] == ["er", "san", "yi"]


def test_a_rule_counts_the_files_that_break_it_apart_from_those_let_off(site_of):
    def found(*paths):
        problems = [Problem("date-order", path, "不对", "改") for path in paths]
        return tuple(Finding(None, problem, "不对") for problem in problems)

    standard = shipped().standards["date-order"]
    broken, waived = found("a.md", "a.md", "b.md"), found("c.md")
    rule = RuleEntry(standard, RuleForce.IN_FORCE, "", "", "", None, (), broken, waived)
    row = rulebook._row(site_of().links, rule)
    assert (row.scope, row.broken, row.waived) == (0, 2, 1)


def test_units_that_were_merged_are_no_institutions_and_leaders_stand_under_their_heads(small_column):
    gone = "名称: 区旧改办\n职责: 旧改\n状态: 撤并\n承接单位: 区民政局\n撤并日期: 2020-01-01\n"
    led = "领导:\n  - {职务: 局长, 姓名: 张三, 分工: 全面工作}\n"
    more = {
        "data/units/minzheng-ju.yml": f"名称: 区民政局\n职责: 民政\n{led}",
        "data/units/jiu-ban.yml": gone,
    }
    facts = Facts(small_column(more))
    (unit,) = institutions.units_of(facts, institutions.FUNCTIONS)
    assert unit.slug == "minzheng-ju"
    (row,) = institutions._leaders(facts, unit)
    assert row[:4] == ["区民政局", "局长", "张三", "全面工作"]


def test_a_list_is_as_new_as_its_newest_record_in_the_map(site_of):
    found = dict(lists._in_map(site_of({"content/policies/2014/jiu.md": ENDED}).facts))
    assert found["policies/"] == dt.date(2026, 11, 10)


def test_eight_choices_are_all_shown_and_nine_are_folded(views, site_of):
    def years(count):
        return {
            f"content/policies/{year}/{slug}.md": ENDED.replace("2014", str(year))
            for year in range(2011, 2010 + count)
            for slug in ("jiu", "geng-jiu")
        }

    for count, folded in ((8, False), (9, True)):
        view = views(lists, site_of(years(count)))["policies/"]
        (facet,) = (each for each in view.facets if each.label == "年份")
        assert (len(facet.values), facet.long) == (count, folded)


def test_the_last_page_leads_to_no_next_one(site_of):
    links, cut = site_of().links, InOrder("a/", 21, 20)
    first, last = (numbers(links, cut, number, cut.page_url(number)) for number in (1, 2))
    assert (first["previous_page"], last["next_page"]) == (None, None)
    assert first["next_page"] == "page/2/" and last["previous_page"] == "../../"


@pytest.mark.parametrize(("day", "ended"), [("2024-12-31", False), ("2025-01-01", True)])
def test_a_record_is_kept_on_the_last_day_of_its_period(small_column, day, ended):
    rule = "- 类别: 文件\n  内容: [政策文件]\n  保管期限: 10年\n  依据: [{文件: 某规定}]\n"
    files = {"data/retention/wenjian.yml": rule, "content/policies/2014/jiu.md": ENDED}
    register = small_column(files, dt.date.fromisoformat(day))
    assert retention._ended(Facts(register), register.record("jiu")) is ended
