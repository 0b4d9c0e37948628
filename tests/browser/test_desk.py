"""The desk in a real browser, by keyboard alone: from two Word files to the page that is built of them.

A step is a button or a link to the next page that somebody presses; opening the desk, or the address that a
reviewer was sent, is none. How many it takes is a promise of the handbook.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from waitress.server import create_server

from gongkai import pipeline
from gongkai.desk.web import people
from gongkai.desk.web.app import Desk
from gongkai.desk.web.options import Options
from gongkai.settings import Settings, read_column

from ..desk.web.conftest import git
from ..desk.web.papers import interpretation, policy
from .axe import faults

TODAY = dt.date(2026, 11, 21)
#: how often Tab is pressed before something counts as out of reach
FAR = 90
#: what a clerk presses where one thing has to be mended
STEPS = ["读进来", "看两件怎样显示", "改这一件", "存好，看网页", "下一步：谁审的、交审"]
LOGIN = "X-Remote-User"
REVIEWERS = """\
审核人:
  - {姓名: 李某, 账号: lisi, 审: [初审]}
  - {姓名: 王某, 账号: wangwu, 审: [复审]}
  - {姓名: 赵某, 账号: zhaoliu, 审: [终审]}
  - {姓名: 孙某, 账号: sunqi, 审: [保密审查]}
"""


@dataclass
class Office:
    """A desk that is served, over a column of its own."""

    address: str
    root: Path
    papers: list[str]
    settings: Settings


@pytest.fixture
def office(mini: Path, tmp_path: Path) -> Iterator[Office]:
    yield from served(mini, tmp_path)


@pytest.fixture
def office_with_reviewers(mini: Path, tmp_path: Path) -> Iterator[Office]:
    file = tmp_path / "reviewers.yml"
    file.write_text(REVIEWERS, "utf-8")
    yield from served(mini, tmp_path, user_header=LOGIN, reviewers=people.read(file))


def served(mini: Path, tmp_path: Path, **how: Any) -> Iterator[Office]:
    """A desk over the tiny column, and the two files of a clerk."""
    git(mini, "init", "--quiet", "--initial-branch=main")
    git(mini, "add", "--all")
    git(mini, "commit", "--quiet", "-m", "开始")
    papers = []
    for name, data in (policy(), interpretation()):
        papers.append(str(tmp_path / name))
        (tmp_path / name).write_bytes(data)
    settings = Settings(mini, TODAY, read_column(mini))
    desk = Desk(Options(settings, tmp_path / "desk", ("127.0.0.1",), **how))
    server = create_server(desk, host="127.0.0.1", port=0, threads=2)
    threading.Thread(target=server.run, daemon=True).start()
    yield Office(f"http://127.0.0.1:{server.effective_port}/?key={desk.guard.key}", mini, papers, settings)
    server.close()


def reach(page: Page, what: str) -> None:
    """Press Tab until the focus stands on what is called so."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        called = page.evaluate(
            "() => { const at = document.activeElement;"
            " return [at.name, at.innerText, at.labels?.[0]?.innerText, at.value]"
            ".filter(Boolean).map(each => `${each}`.trim()); }"
        )
        if what in called:
            return
    raise AssertionError(f"{what} is out of reach on {page.url}")


def press(page: Page, what: str, steps: list[str] | None = None) -> None:
    """Go to something and press it; a step is noted."""
    reach(page, what)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    if steps is not None:
        steps.append(what)


def attach(page: Page, file: str) -> None:
    """Open 放附件 of the policy, put a file in, and find it in the record's head."""
    reach(page, "放附件")
    page.keyboard.press("Enter")
    reach(page, "files")
    page.locator("input:focus").set_input_files(file)
    press(page, "放进政策文件")
    assert Path(file).stem in page.locator(".desk-head").first.inner_text()


def looked_at(page: Page) -> None:
    """No fault for axe, nothing wider than a phone."""
    assert faults(page) == []
    page.set_viewport_size({"width": 375, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.set_viewport_size({"width": 1280, "height": 900})


def written(page: Page, office: Office) -> list[str]:
    """By keyboard: both files put in, their questions answered, the one thing mended; the steps it took."""
    steps: list[str] = []
    page.goto(office.address)
    looked_at(page)
    reach(page, "files")
    # the window Enter opens here is the browser's own: what was chosen in it is handed over
    page.locator("input:focus").set_input_files(office.papers)
    press(page, "读进来", steps)
    looked_at(page)
    reach(page, "是否规范性文件")
    page.keyboard.press("Space")
    reach(page, "主题分类")
    page.keyboard.type("民政")
    press(page, "看两件怎样显示", steps)
    looked_at(page)
    assert page.locator(".desk-problem--error").count() == 1
    press(page, "改这一件", steps)
    page.wait_for_selector("#form[data-ready]")
    looked_at(page)
    reach(page, "北京市示例区民政局")
    composed = page.context.new_cdp_session(page)
    page.keyboard.press("Control+A")
    composed.send("Input.imeSetComposition", {"text": "qu min", "selectionStart": 6, "selectionEnd": 6})
    composed.send("Input.insertText", {"text": "区民政局"})
    page.keyboard.press("Tab")
    expect(page.locator("#kept")).to_contain_text("留着")
    press(page, "存好，看网页", steps)
    assert page.locator(".desk-problem--error").count() == 0
    return steps


def test_from_word_to_the_built_page_by_keyboard(office, browser, tmp_path):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(f"{error}"))
    page.goto(office.address)
    for other in ("/find", "/todo?unit=minzheng-ju"):
        page.goto(f"{office.address.partition('/?')[0]}{other}")
        looked_at(page)
    steps = written(page, office)
    attach(page, office.papers[0])
    press(page, "下一步：谁审的、交审", steps)
    looked_at(page)
    for name, who in (("初审", "甲"), ("复审", "乙"), ("终审", "丙")):
        reach(page, name)
        page.keyboard.type(who)
    reach(page, "保密审查日期")
    page.keyboard.type("11192026")
    press(page, "存好", steps)
    assert "已经存好" in page.inner_text("main")
    assert said == []
    page.close()
    assert steps == [*STEPS, "存好"] and len(steps) == 6
    shows_the_pair(office, tmp_path / "site")


def test_what_else_can_be_filled_in_is_reached_by_keyboard(office, browser):
    """The list of keys takes the focus, keeps it from box to box, and Escape leads back to its button."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(office.address)
    page.goto(f"{office.address.partition('/?')[0]}/find?type=item")
    page.locator("form[action='/change'] button").first.click()
    page.wait_for_selector("#form[data-ready]")
    reach(page, "还可以填的")
    button = page.locator("#form .json-editor-btntype-properties").first
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    box = page.locator(".property-selector input[type=checkbox]:not([disabled])")
    expect(page.locator(".property-selector :focus")).to_have_count(1)
    while page.locator(":focus").is_checked():
        page.keyboard.press("Tab")
    name = page.locator(":focus").get_attribute("id")
    page.keyboard.press("Space")
    expect(page.locator(".property-selector :focus")).to_be_checked()
    assert name and page.locator(":focus").get_attribute("id") == name
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    assert box.count() > 1
    page.close()


def test_with_all_reviewers_it_is_ten_steps(office_with_reviewers, browser, tmp_path):
    office = office_with_reviewers
    desk, accounts = office.address.partition("/?")[0], ("zhangsan", "lisi", "wangwu", "zhaoliu", "sunqi")
    clerk, *reviewers = (
        browser.new_context(extra_http_headers={LOGIN: each}).new_page() for each in accounts
    )
    steps = written(clerk, office)
    press(clerk, "下一步：谁审的、交审", steps)
    press(clerk, "交审", steps)
    sent = clerk.locator("strong", has_text="/review/").inner_text()
    for page, stage in zip(reviewers, ("初审", "复审", "终审", "保密审查"), strict=True):
        page.goto(f"http://{sent}")
        looked_at(page)
        press(page, f"{stage}通过", steps)
    assert steps[:6] == [*STEPS, "交审"] and len(steps) == 10
    clerk.goto(f"{desk}/")
    assert "已经存好" in clerk.inner_text("main")
    for page in (clerk, *reviewers):
        page.context.close()
    shows_the_pair(office, tmp_path / "site")


def shows_the_pair(office: Office, site: Path) -> None:
    """The policy's page has its unit's name and leads to what explains it."""
    page = built(office, "policies/2026/shili-*", site)
    assert "区民政局" in page and "《示例区社区食堂管理办法》解读" in page


def built(office: Office, address: str, site: Path) -> str:
    """The one page of such an address after the branch was merged: as readers get it."""
    (branch,) = git(office.root, "branch", "--list", "desk/*", "--format=%(refname:short)").split()
    git(office.root, "merge", "--quiet", branch)
    site.mkdir()
    checked = pipeline.check(office.settings)
    pipeline.publish(
        office.settings, checked, site, lambda line: None, work=site.with_name("work"), index=False
    )
    (made,) = site.glob(f"{address}/index.html")
    return made.read_text("utf-8")
