"""Filters, address, keyboard, input methods, and a page that cannot search."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

TITLE = "关于推进老旧小区综合整治工作的意见"
Search = Callable[[str], list[str]]
Titles = Callable[[], list[str]]


def test_filters_count_narrow_and_stay_in_the_address(page: Page, search: Search, titles: Titles) -> None:
    search("工作")
    expect(page.locator("select[name=status]")).to_be_disabled()
    page.locator("select[name=year]").select_option("2025")
    page.locator("select[name=type]").select_option("政策文件")
    expect(page).to_have_url(re.compile("type=%E6%94%BF.*year=2025"))
    narrowed = titles()
    expect(page.locator("select[name=status]")).to_be_enabled()
    status = page.locator("[data-search-status]").inner_text()
    option = page.locator("select[name=type]").locator("option:checked").inner_text()
    assert re.search(r"\d+", status)[0] == re.search(r"\d+", option)[0]
    for time in page.locator("[data-search-results] time").all():
        assert (time.get_attribute("datetime") or "").startswith("2025")
    page.reload()
    expect(page.locator("fieldset")).to_be_visible()
    assert titles() == narrowed
    page.go_back()
    expect(page.locator("select[name=type]")).to_have_value("")


def test_filters_alone_list_newest_first(page: Page, address: str, titles: Titles) -> None:
    page.goto(address + "?status=废止")
    titles()
    dates = [t.get_attribute("datetime") for t in page.locator("[data-search-results] time").all()]
    assert len(dates) == 6 and dates == sorted(dates, key=str, reverse=True)


def test_keyboard_alone(page: Page, address: str, titles: Titles) -> None:
    page.goto(address)
    expect(page.locator("fieldset")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type("工作")
    page.keyboard.press("Enter")
    titles()
    expect(page.locator("[data-search-heading]")).to_be_focused()
    page.get_by_label("检索词").focus()
    page.keyboard.press("Escape")
    expect(page.get_by_label("检索词")).to_have_value("工作")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-search-more]')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-results] > li")).to_have_count(20)
    eleventh = page.locator("[data-search-results] > li").nth(10).locator("a")
    expect(eleventh).to_be_focused()


def test_enter_that_confirms_a_candidate_does_not_search(page: Page, address: str, titles: Titles) -> None:
    page.goto(address)
    expect(page.locator("fieldset")).to_be_visible()
    page.get_by_label("检索词").focus()
    late = "new KeyboardEvent('keydown', {key: 'Enter', keyCode: 229, bubbles: true, cancelable: true})"
    assert page.evaluate(f"document.activeElement.dispatchEvent({late})") is False
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "laojiu", "selectionStart": 6, "selectionEnd": 6})
    enter = {"type": "keyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
    session.send("Input.dispatchKeyEvent", enter)
    page.evaluate("document.querySelector('[data-search-form]').requestSubmit()")
    assert page.url == address and page.locator("[data-search-results] > li").count() == 0
    session.send("Input.insertText", {"text": "老旧小区"})
    page.keyboard.press("Enter")
    assert titles()[0] == TITLE


def test_page_explains_itself_without_index_or_script(browser: Browser, page: Page, address: str) -> None:
    page.goto(address + "?q=工作")
    expect(page.locator("[data-search-fallback]")).to_be_hidden()
    page.route("**/shards.json", lambda route: route.abort())
    page.goto(address + "?q=工作")
    expect(page.locator("[data-search-fallback]")).to_be_visible()
    expect(page.locator("[data-search-status]")).to_contain_text("暂时不能使用")
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(address)
    expect(plain.locator("[data-search-fallback]")).to_be_visible()
    expect(plain.locator("fieldset")).to_be_hidden()
    plain.context.close()


RENEWED = """async (orders) => {
  const { item, renew } = await import("/zwgk/assets/js/search/result-list.js");
  const root = new URL(location.origin + "/zwgk/");
  const empty = { type: "", unit: "", status: "", date: "", number: [], excerpt: [] };
  const row = (url) => item({ ...empty, url, title: [{ text: url }] }, root);
  const list = document.querySelector("[data-search-results]");
  const said = [];
  renew(list, orders[0].map(row));
  const first = list.children[0];
  list.querySelectorAll("a")[1].focus();
  for (const order of orders.slice(1)) {
    renew(list, order.map(row));
    said.push([list.children.length, list.children[0] === first, document.activeElement.textContent]);
  }
  return said;
}"""


def test_a_row_that_stays_is_not_drawn_anew_and_focus_stays_with_its_link(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("fieldset")).to_be_visible()
    # more is found behind them; something stands before; fewer stay
    orders = [["a/", "b/"], ["a/", "b/", "c/"], ["c/", "a/", "b/"], ["b/"]]
    assert page.evaluate(RENEWED, orders) == [[3, True, "b/"], [3, False, "b/"], [1, False, "b/"]]
