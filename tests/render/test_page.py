"""Addresses and the links between them."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.render.frame.page import Page, file_of, prefix, relative

ROOT = "https://host.invalid/zwgk/"
NAME = st.from_regex(r"[a-z0-9][a-z0-9-]{0,6}", fullmatch=True)
FOLDER = st.lists(NAME, max_size=4).map(lambda names: "".join(f"{name}/" for name in names))
FILE = st.tuples(FOLDER, NAME, st.sampled_from(["csv", "html", "pdf", "xml"])).map(
    lambda p: f"{p[0]}{p[1]}.{p[2]}"
)
ADDRESS = FOLDER | FILE
FRAGMENT = st.sampled_from(["", "#tiao-3", "#XC2016-01"])


@given(ADDRESS, ADDRESS, FRAGMENT)
def test_a_relative_link_leads_where_it_should(source, target, fragment):
    link = relative(source, target + fragment)
    assert urljoin(ROOT + source, link) == ROOT + target + fragment
    assert not link.startswith("/") and "//" not in link and link


@given(FOLDER, FOLDER)
def test_the_prefix_leads_to_the_root(source, target):
    assert urljoin(ROOT + source, prefix(source) + target) == ROOT + target
    assert urljoin(ROOT + source, prefix(source) or "./") == ROOT


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("", "policies/", "policies/"),
        ("policies/", "", "../"),
        ("", "", "./"),
        ("a/b/", "a/b/", "./"),
        ("a/b/", "a/b/#tiao-1", "#tiao-1"),
        ("a/b/", "a/c/", "../c/"),
        ("a/b/", "files/x.pdf", "../../files/x.pdf"),
        ("a/b/", "a/b/list.csv", "list.csv"),
    ],
)
def test_links_are_short(source, target, link):
    assert relative(source, target) == link


@pytest.mark.parametrize(
    ("url", "file", "depth"),
    [("", "index.html", 0), ("a/b/", "a/b/index.html", 2), ("404.html", "404.html", 0)],
)
def test_a_page_has_its_file(url, file, depth):
    page = Page(url, "", "", "", "", "")
    assert (page.file, page.depth, file_of(url)) == (file, depth, file)
