"""A page is taken from before only where all that it asked is answered as it was then."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from gongkai import render
from gongkai.common.kept import Kept
from gongkai.exports import door
from gongkai.law.applied import Applied
from gongkai.render.asking import pages
from gongkai.render.asking.pages import AskedPages
from gongkai.settings import PROJECT

POLICY, EXPLAINED = "policies/2026/jiazhuang-dianti/", "interpretations/2026/jiazhuang-dianti-jiedu/"
#: pages that are looked at
SOME = ("policies/2026/", "interpretations/2026/")
FILE = "content/policies/2026/jiazhuang-dianti.md"


@pytest.fixture
def built(small_column, tmp_path):
    """Files that differ → what each page asked that was made anew, by address, and all pages."""

    def build(files=None, order=1, program=b"1"):
        register = small_column(files)
        kept = Kept(tmp_path / "kept", program)
        facts = render.Facts(register, door.plan(register), Applied())
        site = render.Site.of(facts, PROJECT / "overrides", kept=kept)
        asked: Any = AskedPages(site, kept)
        made: dict[str, dict[str, str]] = {}
        make, end = asked._made, asked._notes.end

        def noting(key, planned, given):
            asked._notes.end = lambda: made.setdefault(planned.url, end())
            return make(key, planned, given)

        asked._made = noting
        wanted = [each for each in render.plan(site) if each.url.startswith(SOME)]
        found = {each.url: asked.page(each) for each in wanted[::order]}
        kept.save("0")
        return made, found

    return build


def test_the_same_column_has_the_same_pages_and_none_is_made(built):
    made, pages = built()
    assert {POLICY, EXPLAINED} <= made.keys() == pages.keys()
    again, same = built()
    assert (again, same) == ({}, pages)


def test_whoever_shows_what_was_edited_is_made_anew_and_nobody_else(built, tmp_path):
    built()
    text = (tmp_path / FILE).read_text("utf-8").replace("补助办法", "补贴办法")
    made, pages = built({FILE: text})
    assert {POLICY, EXPLAINED} <= made.keys() < pages.keys()
    assert "补贴办法" in pages[EXPLAINED].content


def test_another_program_believes_nothing(built):
    before, _ = built()
    made, _ = built(program=b"2")
    assert made.keys() == before.keys()


def test_what_a_page_asks_does_not_depend_on_which_was_made_before(built):
    """What is kept for the column while one page is made would else be hidden from the next."""
    forward, pages = built()
    backward, same = built(order=-1, program=b"2")
    assert pages == same and forward == backward


class Planner:
    def make(self):
        return "a page"


@pytest.mark.parametrize(
    ("make", "says_all"),
    [
        (lambda: POLICY, True),
        (partial(len, POLICY), False),
        (lambda hidden=POLICY: hidden, False),
        (Planner().make, False),
        (partial(lambda url: url, POLICY), True),
    ],
    ids=["cells", "no function of ours", "a default", "an object", "arguments"],
)
def test_a_page_is_kept_only_where_all_is_seen_that_it_is_planned_with(make, says_all):
    assert pages._says_all(make) is says_all
