"""Joining a page into its shell gives the same bytes as rendering it through the whole template."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai import render
from gongkai.render.frame.page import Page
from gongkai.render.frame.shell import Shells

PROJECT = Path(__file__).parents[2]
#: every template that makes a page: what it is called in the page's <body>
TEMPLATES = {
    "log",
    *("days", "todo", "functions"),
    *("home", "list", "columns", "units", "feeds", "search-page", "not-found", "lost", "catalogue"),
    *("catalogue-index", "policy", "interpretation", "meeting", "item", "page", "unit"),
}


@pytest.mark.parametrize("root", [PROJECT, PROJECT / "tests/sites/mini"], ids=["demo", "mini"])
def test_a_joined_page_is_the_page_rendered_in_full(framed, root):
    site = framed(root)
    seen = set()
    for planned in render.plan(site):
        page = planned.make()
        kind = (page.body_class, page.depth, page.section)
        if kind not in seen:
            seen.add(kind)
            assert site.shells.join(page) == site.shells.render_in_full(page), page.url
    made = {template for template, _, _ in seen}
    assert made == TEMPLATES if "mini" in root.parts else made >= TEMPLATES - {"lost"}


def test_the_template_is_used_once_for_a_depth_and_section():
    rendered = []

    def frame(url, context):
        rendered.append(url)
        return "<{title}|{head}|{content}|{body_class}>".format(**context["shell"])

    shells = Shells(frame, lambda section, url: {})
    shells.prime([("a/b/", "a"), ("a/c/", "a"), ("a/", "a"), ("d/e/", "d"), ("404.html", "")])
    assert rendered == ["a/b/", "a/", "d/e/", "404.html"]
    page = Page("a/x/", "a", "题", "头", "slot-title-5f1c9e \\1 {content}", "类")
    assert shells.join(page) == "<题|头|slot-title-5f1c9e \\1 {content}|类>"
    assert shells.join(page) == shells.render_in_full(page)
    assert len(rendered) == 5


def test_a_page_at_any_address_is_not_framed_like_one_in_its_place():
    shells = Shells(lambda url, context: url + context["shell"]["title"], lambda section, url: {})
    assert shells.join(Page("404.html", "", "甲", "", "", "")) == "404.html甲"
    assert shells.join(Page("", "", "乙", "", "", "")) == "乙"
