"""A dataset's page in the browser: find, narrow, sort, turn pages, link a view; and without scripts."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..axe import faults

FOLDER = Path(__file__).parents[3] / "data/datasets/shuangsuiji-jiancha"
ADDRESS = "datasets/shuangsuiji-jiancha/"


@cache
def rows() -> list[dict[str, str]]:
    """Of all years, oldest first; read when they are asked for, because another district has none."""
    files = (FOLDER / f"{year}.csv" for year in (2024, 2025, 2026))
    return [row for file in files for row in csv.DictReader(file.open(encoding="utf-8", newline=""))]


def newest(fits: Any) -> list[str]:
    return [row["检查编号"] for row in reversed(rows()) if fits(row)]


def numbers(page: Page) -> list[str]:
    return page.locator("#shuju tbody th").all_text_contents()


def says(page: Page, words: str) -> None:
    expect(page.locator("[data-rows-status]")).to_have_text(re.compile(words))


@pytest.fixture
def window(visitor: Any) -> Any:
    opened = visitor()
    opened.goto(ADDRESS)
    expect(opened.page.locator(".rows-sort").first).to_be_visible()
    yield opened
    assert opened.complaints == []


def test_find_narrow_and_turn_pages_by_keyboard(window: Any) -> None:
    page = window.page
    page.locator("select[name=检查机关]").select_option("区卫生健康委")
    wanted = newest(lambda row: row["检查机关"] == "区卫生健康委")
    says(page, f"共 {len(wanted)} 条，第 1 页")
    assert numbers(page) == wanted[:20]
    page.get_by_role("link", name="下一页").focus()
    page.keyboard.press("Enter")
    says(page, "第 2 页")
    assert numbers(page) == wanted[20:40]
    expect(page.locator("[data-rows-status]")).to_be_focused()
    page.locator("#rows-q").fill("藥房")
    page.keyboard.press("Enter")
    says(page, "没有找到")
    page.get_by_role("button", name="全部清除").click()
    says(page, f"共 {len(rows())} 条")


def test_a_view_is_an_address(window: Any) -> None:
    page = window.page
    page.get_by_label("年份").select_option("2025")
    page.locator("#rows-q").fill("餐饮")
    page.keyboard.press("Enter")
    wanted = newest(lambda row: row["检查日期"].startswith("2025") and "餐饮" in row["检查对象名称"])
    says(page, f"共 {len(wanted)} 条")
    address = page.url
    page.go_back()
    says(page, r"共 180 条")
    page.goto(address)
    says(page, f"共 {len(wanted)} 条")
    assert numbers(page) == wanted[:20]
    assert page.locator("#rows-q").input_value() == "餐饮"
    assert re.fullmatch(r"2025年\d+月\d+日", page.locator("#shuju tbody .date").first.inner_text())


def test_sorting_by_any_column_says_how(window: Any) -> None:
    page = window.page
    day = page.locator("th", has=page.get_by_role("button", name="检查日期"))
    expect(day).to_have_attribute("aria-sort", "descending")
    day.get_by_role("button").press("Enter")
    says(page, f"共 {len(rows())} 条")
    expect(day).to_have_attribute("aria-sort", "ascending")
    assert numbers(page) == [row["检查编号"] for row in rows()[:20]]
    page.get_by_role("button", name="检查对象名称").click()
    says(page, f"共 {len(rows())} 条")
    expect(day).not_to_have_attribute("aria-sort", "ascending")
    place = [*rows()[0]].index("检查对象名称") + 1
    names = page.locator(f"#shuju tbody td:nth-child({place})").all_text_contents()
    found = page.evaluate("n => [...n].sort(new Intl.Collator('zh-Hans-CN').compare)", names)
    assert names == found


def test_on_a_phone_a_list_of_choices_sorts(visitor: Any) -> None:
    page = visitor(375).goto(ADDRESS)
    page.locator(".finder__fold > summary").click()
    page.get_by_label("排序").select_option("旧的在前")
    says(page, f"共 {len(rows())} 条")
    assert numbers(page) == [row["检查编号"] for row in rows()[:20]]
    assert page.evaluate("[...document.querySelectorAll('.rows-sort')].every(b => b.tabIndex === -1)")


@pytest.mark.parametrize(("width", "scheme"), [(375, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_an_answer(visitor: Any, width: int, scheme: str) -> None:
    opened = visitor(width, color_scheme=scheme)
    page = opened.goto(f"{ADDRESS}?year=2026&page=2")
    says(page, "第 2 页")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.complaints == []


def test_without_scripts_every_row_can_be_reached(visitor: Any) -> None:
    page = visitor(java_script_enabled=False).goto(ADDRESS)
    expect(page.locator("[data-rows-form]")).to_be_hidden()
    assert numbers(page) == newest(lambda row: True)[:20]
    links = page.locator("#zhuye tbody a")
    assert sum(int(re.sub(r"\D.*", "", text)) for text in links.all_text_contents()) == len(rows())
    links.first.click()
    assert page.locator("table.rows-table tbody tr").count() > 0


def test_a_failure_is_told_with_the_way_round(visitor: Any) -> None:
    opened = visitor()
    opened.page.route("**/table/**", lambda route: route.abort())
    page = opened.goto(ADDRESS)
    page.get_by_role("button", name="查找", exact=True).click()
    says(page, "数据没有读出来.*逐页查看")
    expect(page.locator("[data-rows-fallback]")).to_be_visible()
