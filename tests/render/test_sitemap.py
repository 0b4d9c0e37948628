"""The site map."""

from __future__ import annotations

import datetime as dt

from lxml import etree

from gongkai.render.machine.sitemap import LIMIT, sitemap

ROOT = "https://www.example.gov.cn/zwgk/"
NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(content: bytes) -> list[tuple[str | None, str | None]]:
    root = etree.fromstring(content)
    return [(each.findtext(f"{NS}loc"), each.findtext(f"{NS}lastmod")) for each in root]


def test_pages_sorted_with_the_day_of_their_records():
    files = sitemap(ROOT, [("policies/b/", dt.date(2026, 1, 2)), ("", dt.date(2026, 3, 4)), ("about/", None)])
    assert listed(files["sitemap.xml"]) == [
        (ROOT, "2026-03-04"),
        (ROOT + "about/", None),
        (ROOT + "policies/b/", "2026-01-02"),
    ]


def test_an_address_given_twice_stands_once_with_its_newest_day():
    entries = [("a/", dt.date(2026, 1, 2)), ("a/", dt.date(2026, 3, 4)), ("a/", None)]
    assert listed(sitemap(ROOT, entries)["sitemap.xml"]) == [(ROOT + "a/", "2026-03-04")]


def test_more_than_one_file_holds_are_split_under_an_index():
    most = 1000
    assert LIMIT == 50_000, "of the protocol of sitemaps"
    entries = [(f"items/{number:06}/", dt.date(2026, 1, 1 + number % 28)) for number in range(most + 1)]
    files = sitemap(ROOT, reversed(entries), limit=most)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert etree.fromstring(files["sitemap.xml"]).tag == f"{NS}sitemapindex"
    last = entries[-1][1].isoformat()
    assert listed(files["sitemap.xml"]) == [
        (ROOT + "sitemap-1.xml", "2026-01-28"),
        (ROOT + "sitemap-2.xml", last),
    ]
    assert len(listed(files["sitemap-1.xml"])) == most
    assert listed(files["sitemap-2.xml"]) == [(ROOT + f"items/{most:06}/", last)]


def test_exactly_the_limit_is_one_file():
    assert list(sitemap(ROOT, [(f"{n}/", None) for n in range(3)], limit=3)) == ["sitemap.xml"]


def test_addresses_are_quoted_and_escaped():
    (found,) = listed(sitemap(ROOT, [("a&b/页/", None)])["sitemap.xml"])
    assert found == (ROOT + "a%26b/%E9%A1%B5/", None)
