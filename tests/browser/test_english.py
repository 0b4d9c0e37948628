"""The English pages in a browser: found by English words, accessible, and no wider than the window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .axe import faults

if TYPE_CHECKING:
    from tests.browser.conftest import Open

PAGES = ("en/", "en/request/", "en/records/", "en/records/2026/business-start-up/", "en/search/")


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_english_pages_are_accessible_and_fit(visitor: Open, width: int, scheme: str) -> None:
    seen = visitor(width, color_scheme=scheme)
    for address in PAGES:
        page = seen.goto(address)
        assert faults(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    assert seen.complaints == []


def test_english_words_find_english_pages_and_the_switch_leads_to_the_original(visitor: Open) -> None:
    seen = visitor()
    page = seen.goto("en/")
    page.locator("header [name=q]").fill("businesses lease")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-status]")).to_have_text(re.compile(r"^Found: \d+\.$"))
    measures = page.locator("[data-search-results] li", has_text="Measures of Example District").first
    expect(measures.locator("time")).to_have_text("9 November 2026")
    expect(measures).to_contain_text("In force")
    page.get_by_role("link", name=re.compile("^Measures of Example District")).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="中文", exact=True).click()
    expect(page).to_have_url(re.compile("/zwgk/policies/2026/qiye-kaiban-fuwu-banfa/$"))
    assert seen.complaints == []


def test_settings_speak_english(visitor: Open) -> None:
    page = visitor().goto("en/")
    page.get_by_role("button", name="Text size and display").click()
    page.get_by_label("Large", exact=True).check()
    expect(page.locator("#modes-status")).to_have_text("Changed to: Large")
