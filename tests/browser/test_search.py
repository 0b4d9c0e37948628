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
    asked: list[str] = []
    page = seen.goto("")
    page.on("request", lambda request: asked.append(request.url))
    page.locator("form[role=search] [name=q]").first.fill("老旧小区")
    # what suggests while one types belongs to the page that is left
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-status]")).to_have_text(ENDED)
    assert page.url.startswith(f"{site.address}search/?q=")
    held = [
        card for card in cards(site) if "老旧小区" in normalise(card["title"] + card["text"] + card["extra"])
    ]
    # what officials keep is counted apart
    said = [page.locator(f"[data-search-{part}]").inner_text() for part in ("status", "further")]
    counted = re.search(r"找到 (\d+) 件.*另有.*?(\d+) 件", "".join(said), re.DOTALL)
    assert held and counted and sum(map(int, counted.groups())) == len(held)
    read = [url for url in asked[asked.index(page.url) :] if "/search/" in url]
    assert len(read) == len(set(read)), "what was asked for ahead is not asked for again"
    assert sum("/js/search/" in url for url in read) <= 4, "the program is one file, not its modules"
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


#: every layout shift that no key and no tap of the reader has made
SHIFTS = """window.shifted = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: 'layout-shift', buffered: true})"""


@pytest.mark.parametrize(("width", "query"), [(375, "加装电梯能补多少钱"), (1280, "电梯")])
def test_nothing_moves_while_results_come_and_the_keyboard_goes_on_there(
    visitor: Open, width: int, query: str
) -> None:
    seen = visitor(width=width)
    seen.page.add_init_script(SHIFTS)
    page = seen.goto("")
    page.locator("#q").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-status], [data-search-count]")).to_have_text(
        [re.compile("先是一条回答"), ENDED] if "钱" in query else [ENDED, ""], timeout=20_000
    )
    heading = page.locator("[data-search-heading]")
    expect(heading).to_be_focused()
    assert page.evaluate("window.shifted") < 0.02
    assert heading.evaluate("heading => heading.getBoundingClientRect().bottom < innerHeight")
    assert page.locator("input[name=q]:visible").count() == 1
    assert seen.complaints == []


def test_it_is_told_how_many_hold_what_was_typed_where_other_words_found_most(visitor: Open) -> None:
    """丧葬 found 63 documents, of which all but four named the bureau that sees to it."""
    seen = visitor(width=375)
    page = seen.goto("search/")
    assert ask(page, "旧改")
    said = page.locator("[data-search-status]").inner_text()
    assert re.search(r"：写“旧改”的 \d+ 件，其余写“老旧小区改造”", said), said
    assert ask(page, "老旧小区改造")
    assert "其余" not in page.locator("[data-search-status]").inner_text()
    assert seen.complaints == []


def test_suggestions_by_keyboard(visitor: Open, site: Site) -> None:
    seen = visitor(width=375)
    asked: list[str] = []
    seen.page.on("request", lambda request: asked.append(request.url))
    page = seen.goto("")
    box, options = page.locator("#q"), page.locator("#q ~ [role=listbox] [role=option]")
    assert [url for url in asked if "/search/" in url] == []
    box.press_sequentially("dianti")
    expect(options.first).to_have_text("电梯 搜索这个词")
    heights = options.evaluate_all("options => options.map(each => each.getBoundingClientRect().height)")
    assert min(heights) >= 44
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(box).to_have_value("dianti")
    box.fill("加装电梯补助申请")
    expect(options.first).to_contain_text("办事")
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    expect(page.locator(".site-search [role=status]")).to_have_text(re.compile(r"^有 \d 条建议"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.address + "services/dianti-buzhu/")
    assert seen.complaints == []


def test_nothing_is_suggested_while_an_input_method_composes(visitor: Open) -> None:
    page = visitor().goto("")
    page.locator("#q").focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "dianti", "selectionStart": 6, "selectionEnd": 6})
    page.wait_for_load_state("networkidle")
    options = page.locator("#q ~ [role=listbox] [role=option]")
    expect(page.locator("#q ~ [role=listbox]")).to_have_count(1)
    assert options.count() == 0
    session.send("Input.insertText", {"text": "电梯"})
    expect(options).to_have_count(8)


def test_a_result_leads_to_the_article_and_marks_it(visitor: Open) -> None:
    seen = visitor(width=375)
    seen.page.add_init_script(SHIFTS)
    page = seen.goto("search/")
    ask(page, "“依法对补助资金进行审计监督”")
    page.locator("[data-search-results] a").first.click()
    expect(page).to_have_url(re.compile("policies/.*#tiao-16$"))
    marks = page.locator("mark.found")
    expect(marks).to_have_text(["依法对补助资金进行审计监督"])
    expect(marks).to_be_in_viewport()
    expect(page.locator("#content > [role=status]")).to_contain_text("有 1 处")
    assert page.evaluate("window.shifted") < 0.02
    page.reload()
    expect(marks).to_have_count(1)
    assert seen.complaints == []


def test_filters_behind_one_button_on_a_phone_and_in_the_address(visitor: Open) -> None:
    page = visitor(width=375).goto("search/?q=电梯")
    expect(page.locator("[data-search-status]")).to_have_text(ENDED)
    states, types = page.locator("select[name=status]"), page.locator("select[name=type]")
    expect(types).to_be_hidden()
    page.get_by_role("button", name="缩小范围").click()
    expect(states).to_be_disabled()
    units = page.locator("select[name=unit] option").all_text_contents()
    assert len({unit.split("（")[0] for unit in units}) == len(units) > 3
    types.select_option("政策文件")
    expect(states).to_be_enabled()
    expect(page).to_have_url(re.compile("type="))
    expect(page.get_by_role("button", name="缩小范围（已选 1 项）")).to_be_visible()
    page.go_back()
    expect(types).to_have_value("")
    expect(states).to_be_disabled()


def test_typing_errors_are_offered_as_a_link(visitor: Open) -> None:
    page = visitor().goto("search/")
    ask(page, "加装电悌")
    expect(page.locator("[data-search-status]")).to_contain_text("没有找到")
    page.get_by_role("link", name="加装电梯", exact=True).click()
    expect(page.locator("[data-search-form] [name=q]")).to_have_value("加装电梯")
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("^找到"))
