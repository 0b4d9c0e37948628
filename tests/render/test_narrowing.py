"""How lists are narrowed: counts within a choice, the column of choices, the lines a browser narrows by."""

from __future__ import annotations

import json

import pytest

from gongkai.exports import door
from gongkai.records.types.work_task import WorkTask
from gongkai.render import Facts, Site
from gongkai.render.lists import narrowing as narrow
from gongkai.render.lists import pages
from gongkai.render.lists.lined import FEW
from gongkai.render.lists.narrowing import lines
from gongkai.render.lists.slices import slices
from gongkai.settings import PROJECT

POLICY = """\
---
标题: 第 {n} 号办法
发文机关: [区民政局{more}]
成文日期: 20{year}-01-02
发布日期: 20{year}-01-05
是否规范性文件: 否
领域: [审计{domain}]
---
正文。
"""


def site_with(small_column, count):
    files = {}
    for n in range(count):
        year, domain = 25 + n % 2, ", 财政预决算" if n % 3 == 0 else ""
        more = ", 区住房城市建设委" if n % 2 else ""
        files[f"content/policies/20{year}/p{n}.md"] = POLICY.format(n=n, year=year, more=more, domain=domain)
    register = small_column(files)
    return Site.of(Facts(register, door.plan(register)), PROJECT / "overrides")


def view_of(site, url):
    for part in (each for listing in site.facts.listings for each in slices(listing)):
        if part.url == url:
            return pages._view(site, part, 1, url)
    raise KeyError(url)


def test_choices_beside_a_choice_are_counted_within_it(small_column):
    site = site_with(small_column, 24)
    view = view_of(site, "policies/domain/budget/")
    years = next(each for each in view.facets if each.name == "year")
    # 0, 3, 6 … 21: the even ones are of 2025
    assert years.combined
    assert [(each.label, each.count, each.href) for each in years.values] == [
        ("2026年", 4, "../../?domain=budget&year=2026"),
        ("2025年", 4, "../../?domain=budget&year=2025"),
    ]
    own = next(each for each in view.facets if each.name == "domain")
    assert not own.combined and [each.label for each in own.values if each.selected] == ["财政预决算"]
    assert view.narrowing.url == "policies/" and view.narrowing.chosen == ("domain", "budget")


@pytest.mark.parametrize(("records", "there"), [(FEW, True), (FEW - 1, False)])
def test_a_short_list_has_no_column_of_choices_but_ways_to_them(small_column, records, there):
    # one of them is there already
    site = site_with(small_column, records - 1)
    view = view_of(site, "policies/")
    assert bool(view.facets) == bool(view.narrowing) == there
    words = [words for words, _ in view.ways]
    assert ("按年份" in words) != there and words[-2:] == ["2026年各月", "2025年各月"]


def test_what_stands_open_is_no_longer_than_the_list(small_column):
    view = view_of(site_with(small_column, 12), "policies/")
    opened = [each for each in view.facets if each.open]
    assert 0 < sum(len(each.values) + 1 for each in opened) <= 2 * view.total
    crowded = view_of(site_with(small_column, 30), "policies/")
    assert len([each for each in crowded.facets if each.open]) >= len(opened)


def test_beside_a_few_lines_there_is_no_more_to_choose_than_lines(small_column):
    site = site_with(small_column, 24)
    urls = [part.url for each in site.facts.listings if each.section == "policies" for part in slices(each)]
    for view in (view_of(site, url) for url in urls[1:]):
        if view.total < FEW:
            assert sum(len(each.values) + 1 for each in view.facets if each.values) <= 2 * view.total
        # what leaves all there is narrows nothing
        for each in view.facets:
            assert not each.combined or min(choice.count for choice in each.values) < view.total


def test_many_units_are_folded_whatever_room_there_is(small_column, monkeypatch):
    monkeypatch.setattr(narrow, "_MANY", 2)
    view = view_of(site_with(small_column, 24), "policies/")
    (units,) = [each for each in view.facets if each.name == "unit"]
    assert len(units.values) == 2 and not units.open


def test_the_lines_of_a_year_hold_all_its_records_with_what_they_fall_under(small_column):
    site = site_with(small_column, 24)
    listing = next(each for each in site.facts.listings if each.section == "policies")
    files = {name: json.loads(content) for name, content in lines(site.facts, listing)}
    assert sorted(files) == ["policies/lines/2025.json", "policies/lines/2026.json"]
    assert sum(len(each["lines"]) for each in files.values()) == len(listing.records) == 25
    names = files["policies/lines/2025.json"]["facets"]
    assert names == [each.name for each in view_of(site, "policies/").facets]
    (line,) = [each for each in files["policies/lines/2025.json"]["lines"] if each[1] == "第 6 号办法"]
    assert line[0] == "2025/p6/" and line[2] == "2025-01-05"
    choices = dict(zip(names, line[5], strict=True))
    assert choices["domain"] == ["budget", "audit"] and choices["year"] == ["2025"]
    assert choices["unit"] == ["minzheng-ju"]


def test_a_list_too_short_to_narrow_has_no_lines(small_column):
    site = site_with(small_column, 3)
    assert [name for each in site.facts.listings for name, _ in lines(site.facts, each)] == []


@pytest.mark.parametrize(("year", "folded"), [("2026", 0), ("2025", 1)])
def test_tasks_of_closed_years_are_folded_behind_the_others(small_column, year, folded):
    text = WorkTask.EXAMPLE
    register = small_column({f"data/work-points/{year}-shili.yml": text})
    site = Site.of(Facts(register, door.plan(register)), PROJECT / "overrides")
    view = view_of(site, "work-points/")
    assert view.total and len(view.folds) == folded
    assert len(view.entries) == (0 if folded else view.total)
