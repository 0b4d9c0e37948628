"""Lists numbered from the oldest: every row once, full pages stay, and what is added changes few pages."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.register import Register
from gongkai.exports import door
from gongkai.law.applied import Applied
from gongkai.render import Facts, Site, plan
from gongkai.render.frame.links import Links
from gongkai.render.frame.page import Page
from gongkai.render.lists.by_age import NEWEST, ByAge
from gongkai.settings import PROJECT

SIZE = 20
ITEM = """\
---
标题: 第{n}号救助工作情况
单位: 区民政局
形成日期: {day}
发布日期: {day}
领域: [社会救助]
---
救助情况。
"""


def cut(count: int) -> ByAge:
    return ByAge("items/", count, SIZE)


@pytest.mark.parametrize("count", [0, 1, SIZE, 2 * SIZE - 1, 2 * SIZE, 2 * SIZE + 1, 3 * SIZE, 9 * SIZE + 7])
def test_every_row_stands_once_and_the_newest_page_is_full(count):
    made, rows = cut(count), list(range(count))
    pages = [rows[made.span(number)] for number in (NEWEST, *reversed(made.numbers[1:]))]
    assert [row for page in pages for row in page] == rows
    assert all(len(page) == SIZE for page in pages[1:]) and len(pages[0]) < 2 * SIZE
    assert len(pages[0]) >= min(count, SIZE)
    assert [made.page_of(row) for page in pages for row in page] == [
        number for number in (NEWEST, *reversed(made.numbers[1:])) for _ in rows[made.span(number)]
    ]


def test_a_full_page_stays_when_rows_are_added():
    for count in range(2 * SIZE, 6 * SIZE):
        before, after = cut(count), cut(count + 1)
        for number in before.numbers[1:]:
            rows, more = list(range(count)), [-1, *range(count)]
            assert rows[before.span(number)] == more[after.span(number)]


@pytest.mark.parametrize("count", range(0, 6 * SIZE, 7))
def test_an_address_that_once_was_a_page_still_answers(count):
    """From when pages were numbered from the newest: 2 and on, as many as there were."""
    made = cut(count)
    answering = {*map(made.page_url, made.numbers), *made.leading}
    assert {f"items/page/{n}/" for n in range(2, -(-count // SIZE) + 1)} <= answering
    assert len(answering) == len(made.numbers) + len(made.leading)


@pytest.mark.parametrize(
    ("number", "shown", "newer", "older"),
    [
        (NEWEST, [0, 7, 6, None, 1], None, 7),
        (7, [0, 7, 6, None, 1], NEWEST, 6),
        (6, [0, 7, 6, 5, None, 1], 7, 5),
        (2, [0, 3, 2, 1], 3, 1),
        (1, [0, 2, 1], 2, None),
    ],
)
def test_a_page_leads_to_the_newest_the_oldest_and_its_neighbours(number, shown, newer, older, small_column):
    made, links = cut(8 * SIZE + 3), Links(small_column(), {})
    url = made.page_url(number)
    told = made.told(links, number, url)
    assert [each for each, _, _ in told["page_links"]] == shown
    assert [each for each, _, here in told["page_links"] if here] == [number]
    for found, wanted in ((told["previous_page"], newer), (told["next_page"], older)):
        assert found == (None if wanted is None else links.href(url, made.page_url(wanted)))


def test_an_older_page_is_told_nothing_of_how_many_there_are(small_column):
    links = Links(small_column(), {})
    few, many = cut(8 * SIZE), cut(20 * SIZE)
    for number in range(1, few.older):
        url = few.page_url(number)
        assert few.told(links, number, url) == many.told(links, number, url)


def pages(register: Register) -> dict[str, Page]:
    site = Site.of(Facts(register, door.plan(register), Applied()), PROJECT / "overrides")
    return {each.url: each.make() for each in plan(site)}


def test_an_item_added_changes_no_full_page(small_column):
    """Of the column's pages only those change that show the newest, and what counts or names them."""
    first = dt.date(2025, 1, 10)
    files = {
        f"content/items/minzheng-ju/2025/i{n}.md": ITEM.format(n=n, day=first + n * dt.timedelta(days=1))
        for n in range(130)
    }
    more = {"content/items/minzheng-ju/2025/neu.md": ITEM.format(n=999, day="2025-12-30")}
    before, after = (pages(small_column(given)) for given in (files, files | more))
    changed = {url for url in before if before[url] != after[url]}
    assert "items/" in changed and len([url for url in before if "/page/" in url]) > 15
    assert {url for url in changed if "/page/" in url} == set()
    assert len(changed) < 40
