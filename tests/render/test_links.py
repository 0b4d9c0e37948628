"""Where a page leads: the root, its list, its feeds, each at its place."""

from __future__ import annotations

import pytest

from gongkai.exports.made import Feed
from gongkai.render.frame.links import Links
from gongkai.render.machine.metadata import FeedLinks

ENDS = ("rss.xml", "atom.xml", "json")

GUIDE = "---\n标题: 指南\n更新日期: 2026-01-01\n---\n正文。\n"


@pytest.fixture
def links(small_column):
    register = small_column({"content/pages/guide.md": GUIDE})
    return Links(register, {"policies": Feed("policies", "政策文件", "policies/", ())})


@pytest.mark.parametrize(
    ("url", "base"), [("", "."), ("policies/", ".."), ("policies/2026/a/", "../../.."), ("404.html", "/zwgk")]
)
def test_the_way_to_the_root_has_no_slash_at_its_end_and_is_never_empty(links, url, base):
    assert links.base(url) == base


def test_a_feed_is_its_title_its_page_and_its_formats(links):
    assert links.feed_links("policies/", ["none", "policies"]) == [
        FeedLinks("政策文件", "../feeds/policies/", *(f"../feeds/policies.{end}" for end in ENDS))
    ]


def test_a_record_leads_to_its_list_and_one_without_a_list_to_all_columns(links, small_column):
    register = small_column({"content/pages/guide.md": GUIDE})
    listed, unlisted = register.record("jiazhuang-dianti"), register.record("guide")
    assert links.section_crumbs(listed, listed.url)[-1] == ("政策文件", "../../")
    assert links.section_crumbs(unlisted, "guide/")[-1] == (unlisted.COLUMN, "../columns/")
