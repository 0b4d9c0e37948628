"""What is found, and how it is shown."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

TITLE = "关于推进老旧小区综合整治工作的意见"
EVIL = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
Search = Callable[[str], list[str]]
TYPED = [
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
]


def test_document_is_found_first_however_it_is_typed(search: Search) -> None:
    assert {typed: search(typed)[:1] for typed in TYPED} == {typed: [TITLE] for typed in TYPED}


def test_old_houses_with_marks(page: Page, address: str, search: Search) -> None:
    found = search("老旧小区")
    assert found[0] == TITLE
    marks = page.locator("[data-search-results] li").first.locator("mark").all_text_contents()
    assert set(marks) == {"老旧小区"}
    link = page.locator("[data-search-results] a").first
    assert link.get_attribute("href") == address.replace("search/", "policies/2025/old-houses/")


def test_two_characters_inside_a_longer_word(page: Page, search: Search) -> None:
    assert search("乡建") == [TITLE]
    assert page.locator("mark").all_text_contents() == ["乡建"]
    assert "住房和城乡建设委员会负责。" in page.locator(".search-result__text").inner_text()


def test_text_is_shown_as_it_was_written(page: Page, search: Search) -> None:
    search("乡建")
    shown = page.locator("[data-search-results] li").inner_text()
    assert "010-83926666" in shown and "GB/T 19001" in shown and "京西政发〔2025〕108号" in shown
    assert "2025年12月31日" in shown


def test_phrase_is_not_its_scattered_characters(page: Page, search: Search) -> None:
    assert search("“电梯小区”")
    expect(page.locator("[data-search-status]")).to_contain_text("相近结果")
    assert search("甲乙丙丁戊") == []
    expect(page.locator("[data-search-status]")).to_contain_text("没有找到“甲乙丙丁戊”")


def test_nothing_in_content_is_read_as_html(page: Page, search: Search) -> None:
    assert search("恶意")[0] == f"恶意{EVIL}"
    assert page.title().endswith(" - 检索") and page.locator("[data-search-results] img").count() == 0
    assert page.locator("[data-search-results] a").first.get_attribute("href") is None
