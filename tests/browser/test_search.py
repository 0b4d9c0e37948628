"""Search on the built demonstration site: from the box in the header to the document."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from gongkai.search import normalise

from .axe import faults

if TYPE_CHECKING:
    from tests.browser.conftest import Open, Site

ENDED = re.compile("^(找到|没有找到).*。$")


def cards(site: Site) -> list[dict[str, str]]:
    paths = sorted((site.folder / "search/index").rglob("text/*.json"))
    return [json.loads(path.read_text("utf-8")) for path in paths]


def ask(page: Page, query: str) -> list[str]:
    """Titles of the first results for a query typed on the search page."""
    page.locator("[data-search-form] [name=q]").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-status]")).to_have_text(ENDED)
    return page.locator("[data-search-results] h3").all_text_contents()


def test_box_in_the_header_leads_to_the_document(visitor: Open, site: Site) -> None:
    seen = visitor()
    page = seen.goto("")
    page.locator("form[role=search] [name=q]").first.fill("老旧小区")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-status]")).to_have_text(ENDED)
    assert page.url.startswith(f"{site.address}search/?q=")
    held = [
        card for card in cards(site) if "老旧小区" in normalise(card["title"] + card["text"] + card["extra"])
    ]
    # what officials keep is counted apart
    said = re.search(r"找到 (\d+) 件.*另有.*?(\d+) 件", page.locator("[data-search-status]").inner_text())
    assert held and said and sum(map(int, said.groups())) == len(held)
    page.locator("[data-search-results] a").first.click()
    expect(page.locator("main")).to_contain_text("老旧小区")
    assert seen.complaints == []


@pytest.mark.parametrize("brackets", ["〔〕", "[]", "()", "［］", "（）"])
def test_document_number_with_any_brackets(visitor: Open, site: Site, brackets: str) -> None:
    card = next(card for card in cards(site) if "〔" in card["number"] and card["type"] == "政策文件")
    page = visitor().goto("search/")
    assert ask(page, card["number"].translate(str.maketrans("〔〕", brackets)))[0] == card["title"]
    assert ask(page, f"“{card['title']}”")[0] == card["title"]


def test_filters_agree_with_their_counts(visitor: Open) -> None:
    page = visitor().goto("search/")
    total = len(ask(page, "公开"))
    assert total
    choice = page.locator("select[name=type]")
    value = choice.locator("option").nth(1).get_attribute("value")
    choice.select_option(value)
    expect(page).to_have_url(re.compile("type="))
    expect(page.locator("[data-search-status]")).to_have_text(ENDED)
    counted = re.findall(r"\d+", choice.locator("option:checked").inner_text())[-1]
    assert re.findall(r"\d+", page.locator("[data-search-status]").inner_text())[0] == counted


def test_every_result_leads_to_a_page_of_the_site(site: Site) -> None:
    lost = [card["url"] for card in cards(site) if not (site.folder / card["url"] / "index.html").is_file()]
    assert [url for url in lost if "#" not in url] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_results_fit_and_are_accessible(visitor: Open, width: int) -> None:
    page = visitor(width=width).goto("search/")
    ask(page, "政务公开 工作")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
