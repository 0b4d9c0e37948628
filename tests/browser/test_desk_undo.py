"""What was published is taken back at the desk by keyboard alone, up to the page that readers then find."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .test_desk import Office, built, looked_at, press, reach, served

REVIEWS = {"初审": "甲", "复审": "乙", "终审": "丙", "保密审查日期": "11192026"}


@pytest.fixture
def office(mini, tmp_path):
    yield from served(mini, tmp_path)


def begin(page: Page, office: Office, name: str, acts: str, act: str) -> None:
    """Find a record, and open the form of an act."""
    page.goto(office.address)
    press(page, "找、改、新写别的")
    reach(page, "q")
    page.keyboard.type(name)
    press(page, "找")
    press(page, acts)
    looked_at(page)
    press(page, act)
    looked_at(page)


def hand_in(page: Page, act: str, reviews: dict[str, str]) -> None:
    """Look at what is written, agree, and hand it in."""
    press(page, "看看会怎样写")
    looked_at(page)
    # what readers will find stands open, the lines of the files are folded below it
    assert "哪些网页变" in page.inner_text("main")
    assert not page.locator("pre.desk-diff").is_visible()
    press(page, f"照这样{act}")
    looked_at(page)
    press(page, "下一步：谁审的、交审")
    for name, who in reviews.items():
        reach(page, name)
        page.keyboard.type(who)
    press(page, "存好")
    assert "已经存好" in page.inner_text("main")


def test_a_document_is_repealed(office, browser, tmp_path):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    begin(page, office, "养老服务工作分工", "更正、废止、撤下、改名", "废止")
    reach(page, "reason")
    page.keyboard.type("分工已经另行规定")
    hand_in(page, "废止", REVIEWS)
    page.close()
    shown = built(office, "policies/2025/yanglao", tmp_path / "site")
    assert "已废止" in shown and "分工已经另行规定" in shown


def test_a_page_is_withdrawn(office, browser, tmp_path):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    begin(page, office, "第三季度临时救助", "更正、撤下、改名", "撤下")
    reach(page, "reason")
    page.keyboard.press("ArrowDown")
    reach(page, "note")
    page.keyboard.type("核对后另行公布")
    hand_in(page, "撤下", {})
    page.close()
    shown = built(office, "items/minzheng-ju/2026/jiuzhu", tmp_path / "site")
    assert "内容有误" in shown and "核对后另行公布" in shown and "东街" not in shown
