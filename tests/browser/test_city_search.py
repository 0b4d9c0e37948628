"""One question put to the columns of a city: each answers as its own search page does, under its own name."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from gongkai.city import portal
from gongkai.city.plan import City

from .axe import faults
from .conftest import Handler

CITY = City("示例市", "示例市政府办", "https://www.example.gov.cn/city/", ())
NAMES = {"jia": "甲区", "yi": "乙县"}


@pytest.fixture(scope="module")
def address(mini_site: Path, bare_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a city of two tiny columns is served."""
    folder = tmp_path_factory.mktemp("city")
    sites = {"jia": mini_site, "yi": bare_site}
    columns = [
        portal.Shown(slug, NAMES[slug], f"{CITY.address}{slug}/", f"../{slug}/", site, "", "r1", "2026-11-21")
        for slug, site in sites.items()
    ]
    (folder / "made").mkdir()
    portal.write(CITY, columns, "2026-11-21", folder / "made")
    for slug, site in sites.items():
        (folder / "made" / slug).symlink_to(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder / "made")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/zwgk/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    assert wrong == []


def own_count(page: Page, address: str, slug: str, query: str) -> int:
    """What the column's own search page says; near ones are not counted."""
    page.goto(f"{address}{slug}/search/?q={query}")
    status = page.locator("[data-search-status]")
    expect(status).to_have_text(re.compile("(找到|没有找到).*。$"))
    told = re.search(r"^找到 (\d+) 件", status.text_content())
    return int(told[1]) if told else 0


def sums(page: Page) -> dict[str, int]:
    expect(page.locator("[data-city-status]")).to_have_text(re.compile("件。$|没有找到.*。$"))
    told = page.locator("[data-city-sums] li").all_text_contents()
    return {each.split()[0]: int(each.split()[1]) for each in told}


@pytest.mark.parametrize("query", ["加装电梯", "养老", "办法"])
def test_each_column_counts_what_its_own_search_counts(query: str, page: Page, address: str) -> None:
    own = {NAMES[slug]: own_count(page, address, slug, query) for slug in NAMES}
    page.goto(f"{address}search/?q={query}")
    assert sums(page) == own, query


def test_where_no_column_holds_it_what_is_near_is_told_as_such(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=没有这个词")
    counted = sums(page)
    said = f"没有与“没有这个词”完全一致的内容。2 个栏目里有相近的 {sum(counted.values())} 件。"
    expect(page.locator("[data-city-status]")).to_have_text(said)
    expect(page.locator("#in-jia p").first).to_contain_text(f"相近结果 {counted['甲区']} 件")


@pytest.fixture
def asked(page: Page, address: str) -> Page:
    """The answer of both to a word that both hold."""
    page.goto(f"{address}search/?q=办法")
    sums(page)
    return page


def test_results_stand_under_their_column_with_its_name_and_lead_into_it(asked: Page, address: str) -> None:
    expect(asked.locator("[data-city-status]")).to_have_text("“办法”：2 个栏目里找到 9 件。")
    for slug, name in NAMES.items():
        rows = asked.locator(f"#in-{slug} li")
        assert rows.count() == {"jia": 5, "yi": 2}[slug]
        for row in rows.all():
            expect(row.locator(".city-of")).to_have_text(name)
            assert row.locator("a").evaluate("link => link.href").startswith(f"{address}{slug}/")
    assert faults(asked) == []
    asked.get_by_role("button", name=re.compile("更多结果.*甲区")).click()
    expect(asked.locator("#in-jia li")).to_have_count(7)
    expect(asked.locator("#in-jia button")).to_be_hidden()
    asked.locator("#in-jia h3 a").first.click()
    expect(asked.locator("h1")).to_contain_text("加装电梯补助办法")


def test_a_column_that_is_not_chosen_is_not_asked(asked: Page) -> None:
    requests: list[str] = []
    asked.reload()
    sums(asked)
    asked.on("request", lambda request: requests.append(request.url))
    asked.get_by_label("甲区").first.uncheck()
    asked.get_by_label("检索词").fill("养老")
    asked.keyboard.press("Enter")
    expect(asked.locator("[data-city-status]")).to_be_focused()
    assert sums(asked).keys() == {"乙县"} and asked.url.endswith("&in=yi")
    assert [url for url in requests if "/jia/search/" in url] == []
    asked.go_back()
    expect(asked.locator("#in-jia")).to_be_visible()


def test_a_column_that_cannot_be_read_holds_back_itself_alone(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/jia/search/index/**", lambda route: route.abort())
    page.goto(f"{address}search/?q=办法")
    expect(page.locator("[data-city-status]")).to_have_text(
        "“办法”：1 个栏目里找到 2 件。还有 1 个栏目没有读到。"
    )
    told = page.locator("[data-city-sums] li").first
    expect(told).to_have_text("甲区：暂时读不到，点进去再试")
    assert told.locator("a").evaluate("link => link.href").startswith(f"{address}jia/search/?q=")
    page.close()


def test_without_javascript_each_column_s_own_search_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}search/")
    expect(page.locator("[data-city-form]")).to_be_hidden()
    page.get_by_label("乙县").last.fill("养老")
    page.keyboard.press("Enter")
    page.wait_for_url("**/yi/search/?q=*")
    context.close()
