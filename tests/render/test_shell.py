"""The shell around pages: joined or in full it is the same bytes, and every text in it is escaped."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import lxml.html
import pytest

from gongkai import render
from gongkai.column.look import OURS, Look, Picture, Script
from gongkai.records.column import Column, EnglishNames
from gongkai.render.frame.page import Page
from gongkai.render.frame.shell import Shells

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "root",
    [
        pytest.param(PROJECT, marks=pytest.mark.night, id="demo"),
        pytest.param(PROJECT / "tests/sites/mini", id="mini"),
    ],
)
def test_a_joined_page_is_the_page_rendered_in_full(framed, root):
    site = framed(root)
    shells = render.shells(site)
    seen = set()
    for planned in render.plan(site):
        page = planned.make()
        kind = (page.body_class, page.depth, page.section)
        if kind not in seen:
            seen.add(kind)
            assert shells.join(page) == shells.render_in_full(page), page.url
    assert len({template for template, _, _ in seen}) > 15


def test_the_template_is_used_once_for_a_depth_and_section():
    rendered = []

    def frame(url, context):
        rendered.append(url)
        return "<{title}|{head}|{content}|{body_class}>".format(**context["shell"])

    shells = Shells(frame, lambda section, url: {})
    pages = ("a/b/", "a/c/", "a/", "policies/e/", "404.html")
    shells.prime((url, "") for url in pages)
    assert rendered == ["a/b/", "a/", "policies/e/", "404.html"]
    page = Page("a/x/", "a", "题", "头", "slot-title-5f1c9e \\1 {content}", "类")
    assert shells.join(page) == "<题|头|slot-title-5f1c9e \\1 {content}|类>"
    assert shells.join(page) == shells.render_in_full(page)
    assert len(rendered) == 5


def test_a_page_at_any_address_is_not_framed_like_one_in_its_place():
    shells = Shells(lambda url, context: url + context["shell"]["title"], lambda section, url: {})
    assert shells.join(Page("404.html", "", "甲", "", "", "")) == "404.html甲"
    assert shells.join(Page("", "", "乙", "", "", "")) == "乙"


#: what would act, or end the attribute it stands in, were it not escaped
PLANTED = "<script>go({0})</script>\"'&<b x='"


def planted(kind):
    """A column whose every text would do harm; its addresses are those of links, which have no spaces."""
    texts = {name: PLANTED.format(name) for name in kind.model_fields}
    return texts | {"demo": True, "address": "https://example.gov.cn/zwgk/"}


@pytest.mark.parametrize("url", ["policies/", "en/records/"])
def test_no_text_of_the_identity_acts_on_a_page(framed, url):
    facts = framed(PROJECT / "tests/sites/good").facts
    column = Column.model_construct(
        **planted(Column) | {"english": EnglishNames.model_construct(**planted(EnglishNames))}
    )
    facts.register.column = column
    page = lxml.html.fromstring(shell_of(facts, url))
    assert [each.get("src") for each in page.iter("script")] == page.xpath("//head/script/@src")
    assert len(page.xpath("//script")) == 2 and not page.xpath("//b")
    told = page.text_content() + "".join(value for each in page.iter() for value in each.values())
    names = [
        "portal",
        "name",
        "domain",
        "site_code",
        "organiser",
        "contact",
        "icp",
        "police",
        "report_error_url",
        "portal_url",
    ]
    assert [name for name in names if PLANTED.format(name) not in told] == []


def test_no_title_of_a_page_acts_in_navigation_or_footer(framed):
    facts = framed(PROJECT / "tests/sites/good").facts
    for page in facts.register.english_pages:
        # frozen for everybody but a test that has only one column to change
        page.__dict__.update(title=PLANTED.format("title"), block=None)
    page = lxml.html.fromstring(shell_of(facts, "en/records/"))
    assert len(page.xpath("//script")) == 2
    written = [each.url for each in facts.register.english_pages if each.url != "en/"]
    assert written
    for part in ("nav", "footer"):
        links = [a for a in page.xpath(f"//{part}//a") if a.text_content() == PLANTED.format("title")]
        assert [a.get("href").removeprefix("../../") for a in links] == written


def test_a_column_may_bring_its_logo_its_icon_and_scripts(framed):
    svg = Picture("svg", b'<svg viewBox="0 0 2 1"/>')
    scripts = (Script("go.js", "go()", False), Script("mod.js", "", True))
    facts = framed(PROJECT / "tests/sites/good").facts
    page = lxml.html.fromstring(shell_of(facts, "policies/", Look(logo=svg, favicon=svg, scripts=scripts)))
    (logo,) = page.xpath("//header//img")
    assert logo.get("src").endswith("/own/logo.svg") and logo.getparent().text_content().split()
    assert [logo.get(name) for name in ("alt", "width", "height")] == ["", "104", "52"]
    (icon,) = page.xpath("//link[@rel='icon']")
    assert icon.get("type") == "image/svg+xml" and icon.get("href").endswith("/own/favicon.svg")
    own = [each for each in page.iter("script") if "/own/" in each.get("src")]
    assert [each.get("src").rsplit("/", 1)[1] for each in own] == ["go.js", "mod.js"]
    assert [("defer" in each.attrib, each.get("type")) for each in own] == [(True, None), (False, "module")]


def shell_of(facts, url, look=OURS):
    """The whole page at an address, with nothing in it."""
    site = render.Site.of(dataclasses.replace(facts), PROJECT / "overrides", look)
    return render.shells(site).join(Page(url, "policies", "题", "", "", "list"))
