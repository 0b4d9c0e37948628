"""The search page as a citizen uses it: typed ways, filters, keyboard, failures, hostile text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from gongkai.search import SearchDocument

HTML = Path(__file__).with_name("page.html").read_text("utf-8")
EVIL = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
Make = Callable[..., list[SearchDocument]]


def documents(make: Make) -> list[SearchDocument]:
    plain = make(40)
    special = replace(
        plain[0],
        url="policies/2025/old-houses/",
        title="关于推进老旧小区综合整治工作的意见",
        number="京西政发〔2025〕108号",
        text="一、总体要求。\n加装电梯的老旧小区，电话010-83926666，执行GB/T 19001标准。\n"
        "住房和城乡建设委员会负责。",
        type="政策文件",
        unit="区住建委",
        year="2025",
        status="有效",
        date="2025-12-31",
        extra="区房管局 旧改",
    )
    evil = f"恶意{EVIL}"
    hostile = replace(special, url="javascript:alert(1)", title=evil, number=EVIL, text=evil, extra="")
    return [*plain, special, hostile]


@pytest.fixture(scope="module", params=[3000, 5], ids=["one index", "year shards"])
def address(request: pytest.FixtureRequest, make: Make, site: Callable[..., str]) -> str:
    return site(documents(make), shard_size=request.param, page=HTML) + "search/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if "Content Security" in said.text else None)
    yield opened
    context.close()
    assert faults == []


def search(page: Page, address: str, query: str) -> list[str]:
    """Types the query and presses Enter; the titles shown once the search has ended."""
    if page.url == "about:blank":
        page.goto(address)
        expect(page.locator("fieldset")).to_be_visible()
    page.get_by_label("检索词").fill(query)
    page.keyboard.press("Enter")
    return titles(page)


def titles(page: Page) -> list[str]:
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("^(找到|没有找到).*。$"))
    expect(page.locator("form[aria-busy]")).to_have_count(0)
    return page.locator("[data-search-results] h2").all_text_contents()


TITLE = "关于推进老旧小区综合整治工作的意见"


@pytest.mark.parametrize(
    "typed",
    [
        "京西政发〔2025〕108号",
        "京西政发[2025]108号",
        "京西政发(2025)108号",
        "京西政發（２０２５）１０８號",
        TITLE,
        "綜合整治工作的意見",
        "老旧小区 住建委",
        "“推进老旧小区综合整治工作” 电梯",
        "旧改",
        "gb/t 19001标准",
        "010-83926666，执行",
    ],
)
def test_document_is_found_first(page: Page, address: str, typed: str) -> None:
    assert search(page, address, typed)[0] == TITLE


def test_old_houses_with_marks(page: Page, address: str) -> None:
    found = search(page, address, "老旧小区")
    assert found[0] == TITLE
    marks = page.locator("[data-search-results] li").first.locator("mark").all_text_contents()
    assert set(marks) == {"老旧小区"}
    link = page.locator("[data-search-results] a").first
    assert link.get_attribute("href") == address.replace("search/", "policies/2025/old-houses/")


def test_two_characters_inside_a_longer_word(page: Page, address: str) -> None:
    assert search(page, address, "乡建") == [TITLE]
    assert page.locator("mark").all_text_contents() == ["乡建"]
    assert "住房和城乡建设委员会负责。" in page.locator(".search-result__text").inner_text()


def test_text_is_shown_as_it_was_written(page: Page, address: str) -> None:
    search(page, address, "乡建")
    shown = page.locator("[data-search-results] li").inner_text()
    assert "010-83926666" in shown and "GB/T 19001" in shown and "京西政发〔2025〕108号" in shown
    assert "2025年12月31日" in shown


def test_phrase_is_not_its_scattered_characters(page: Page, address: str) -> None:
    assert search(page, address, "“电梯小区”")
    expect(page.locator("[data-search-status]")).to_contain_text("相近结果")
    assert search(page, address, "甲乙丙丁戊") == []
    expect(page.locator("[data-search-status]")).to_contain_text("没有找到“甲乙丙丁戊”")


def test_filters_count_narrow_and_stay_in_the_address(page: Page, address: str) -> None:
    search(page, address, "工作")
    page.get_by_label("年份").select_option("2025")
    page.get_by_label("类型").select_option("政策文件")
    expect(page).to_have_url(re.compile("type=%E6%94%BF.*year=2025"))
    narrowed = titles(page)
    status = page.locator("[data-search-status]").inner_text()
    option = page.get_by_label("类型").locator("option:checked").inner_text()
    assert re.search(r"\d+", status)[0] == re.search(r"\d+", option)[0]  # type: ignore[index]
    for time in page.locator("[data-search-results] time").all():
        assert (time.get_attribute("datetime") or "").startswith("2025")
    page.reload()
    expect(page.locator("fieldset")).to_be_visible()
    assert titles(page) == narrowed
    page.go_back()
    expect(page.get_by_label("类型")).to_have_value("")


def test_filters_alone_list_newest_first(page: Page, address: str) -> None:
    page.goto(address + "?status=废止")
    titles(page)
    dates = [t.get_attribute("datetime") for t in page.locator("[data-search-results] time").all()]
    assert len(dates) == 6 and dates == sorted(dates, key=str, reverse=True)


def test_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("fieldset")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type("工作")
    page.keyboard.press("Enter")
    titles(page)
    assert page.evaluate("document.activeElement.id") == "q"
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


def test_enter_that_confirms_a_candidate_does_not_search(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("fieldset")).to_be_visible()
    page.get_by_label("检索词").focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "laojiu", "selectionStart": 6, "selectionEnd": 6})
    session.send("Input.dispatchKeyEvent", {"type": "keyDown", "key": "Enter", "windowsVirtualKeyCode": 13})
    assert page.url == address and page.locator("[data-search-results] > li").count() == 0
    session.send("Input.insertText", {"text": "老旧小区"})
    page.keyboard.press("Enter")
    assert titles(page)[0] == TITLE


def test_nothing_in_content_is_read_as_html(page: Page, address: str) -> None:
    assert search(page, address, "恶意")[0] == f"恶意{EVIL}"
    assert page.title() == "检索" and page.locator("[data-search-results] img").count() == 0
    assert page.locator("[data-search-results] a").first.get_attribute("href") is None


def test_page_explains_itself_without_index_or_script(browser: Browser, page: Page, address: str) -> None:
    page.route("**/shards.json", lambda route: route.abort())
    page.goto(address)
    expect(page.locator("[data-search-fallback]")).to_be_visible()
    expect(page.locator("[data-search-status]")).to_contain_text("暂时不能使用")
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(address)
    expect(plain.locator("[data-search-fallback]")).to_be_visible()
    expect(plain.locator("fieldset")).to_be_hidden()
    plain.context.close()
