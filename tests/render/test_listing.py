"""Lists cut into pages and facets: every record once, counts true, order kept."""

from __future__ import annotations

import re

import pytest

from gongkai.records.types.policy import Policy
from gongkai.render.frame.links import Links
from gongkai.render.listing import PAGE_SIZE, Listing, listings
from gongkai.render.lists.paging import InOrder, page_links
from gongkai.render.lists.slices import Slice, slices

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


@pytest.fixture
def policies(small_column):
    files = {}
    for n in range(45):
        year = 20 + n % 5
        text = POLICY.format(
            n=n,
            year=year,
            more=", 区住房城市建设委" if n % 3 == 0 else "",
            domain=", 财政预决算" if n % 2 else "",
        )
        files[f"content/policies/20{year}/p{n}.md"] = text
    register = small_column(files)
    return register, next(each for each in listings(register) if each.section == "policies")


def test_a_facet_holds_every_record_that_has_a_choice(policies):
    register, listing = policies
    for facet in listing.facets:
        held = {record.id for _, _, records in facet.values for record in records}
        assert held <= {record.id for record in listing.records}
    by_year = next(f for f in listing.facets if f.plan.name == "year")
    assert [slug for slug, _, _ in by_year.values] == ["2026", "2024", "2023", "2022", "2021", "2020"]
    assert sum(len(records) for _, _, records in by_year.values) == len(listing.records) == 46
    by_unit = next(f for f in listing.facets if f.plan.name == "unit")
    counts = {slug: len(records) for slug, _, records in by_unit.values}
    assert counts == {
        unit.slug: len([r for r in register.records_of(unit) if isinstance(r, Policy)])
        for unit in register.units
        if unit.slug in counts
    }
    assert counts["zhufang-jianshe-wei"] == 16


def test_slices_are_the_whole_and_one_for_each_choice(policies):
    _, listing = policies
    found = list(slices(listing))
    assert found[0].url == "policies/"
    assert found[0].records == listing.records
    assert len(found) == 1 + sum(len(facet.values) for facet in listing.facets)
    assert len({each.url for each in found}) == len(found)
    for each in found:
        dates = [record.published for record in each.records]
        assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize(
    ("count", "pages"), [(0, 1), (1, 1), (PAGE_SIZE, 1), (PAGE_SIZE + 1, 2), (10 * PAGE_SIZE, 10)]
)
def test_a_list_in_an_order_of_its_own_has_as_many_pages_as_it_needs(count, pages):
    listing = Listing("benefits", "惠企政策", Policy, [], by_age=False)
    cut = Slice(listing, "benefits/", [None] * count).cut
    assert list(cut.numbers) == list(range(1, pages + 1))
    assert [cut.page_url(n) for n in (1, 2)] == ["benefits/", "benefits/page/2/"]
    rows = list(range(count))
    assert [row for number in cut.numbers for row in rows[cut.span(number)]] == rows


def test_a_page_of_a_lists_address_stands_on_top_of_the_list(demo, recorded):
    page = demo.pages["annual-reports/"]
    assert demo.template("annual-reports/") == "list"
    (text,) = page.xpath("//*[@id='zhengwen']")
    (written,) = [each for each in recorded.pages if each.url == "annual-reports/"]
    for heading in re.findall(r"^#+ +(.+)$", written.body, re.MULTILINE):
        assert heading in text.text_content()
    assert page.xpath("//*[@class='entry__title']/a[contains(@href, 'qu-zhengfu-2020')]")
    assert not demo.pages["annual-reports/year/2025/"].xpath("//*[@id='zhengwen']")
    for moved in (each for each in recorded.moved if each.to and not each.is_file):
        (sent,) = demo.pages[moved.address].xpath("//meta[@http-equiv='refresh']/@content")
        assert demo.resolve(moved.address, sent.removeprefix("0; url="))[0] == moved.to


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1, [1, 2, None, 9]),
        (3, [1, 2, 3, 4, None, 9]),
        (4, [1, None, 3, 4, 5, None, 9]),
        (5, [1, None, 4, 5, 6, None, 9]),
        (8, [1, None, 7, 8, 9]),
        (9, [1, None, 8, 9]),
    ],
)
def test_a_page_leads_to_the_first_the_last_and_its_neighbours(number, shown, small_column):
    part = InOrder("policies/", 9 * PAGE_SIZE, PAGE_SIZE)
    links = Links(small_column(), {})
    found = page_links(links, part, number, part.page_url(number))
    assert [each for each, _, _ in found] == shown
    assert [each for each, _, here in found if here] == [number]
    assert all((each is None) is (link is None) for each, link, _ in found)
