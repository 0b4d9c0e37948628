"""The five tasks of 编辑手册, done at the desk in a browser as the handbook tells them.

The pictures of the handbook are taken on this way, and a test holds the handbook's words against what was
pressed and seen on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

import desk_papers

UNIT = "区民政局"
NEXT, STORE, SEARCH = "下一步：谁审的、交审", "存好", "找、改、新写别的"
_REVIEWS = (("初审", "李某"), ("复审", "王某"), ("终审", "赵某"))


@dataclass
class Tour:
    """Somebody at the desk: what is pressed, and every word that is seen, task by task.

    ``look`` is given a name and the page where the handbook has a picture.
    """

    address: str
    today: str
    column: Path
    #: where the clerk's files lie
    folder: Path
    page: Page = field(init=False)
    look: Callable[[str, Page], None] = lambda name, page: None
    pressed: list[str] = field(default_factory=list)
    seen: str = ""

    def begin(self) -> None:
        """A task begins on the first page."""
        self.pressed, self.seen = [], ""
        self.page.goto(self.address)
        self._see()

    def press(self, what: str, within: str = "main") -> None:
        """Press the first button or link that is called so."""
        called = re.compile(rf"^\s*{re.escape(what)}\s*$")
        self.page.locator(within).locator("button:visible, a:visible", has_text=called).first.click()
        self.page.wait_for_load_state()
        if self.page.locator("#form").count():
            self.page.wait_for_selector("#form[data-ready]")
        self.pressed.append(what)
        self._see()

    def write(self, label: str, words: str) -> None:
        """Fill in the field that stands below a label; the last one where there are several."""
        self.page.locator(f"label:visible:text-is('{label}')").last.evaluate(
            "label => (label.control || label.parentElement.querySelector('input, textarea, select')).focus()"
        )
        self.page.locator("*:focus").fill(words)

    def choose(self, label: str, words: str) -> None:
        """The first of a list that has these words."""
        listed = self.page.get_by_label(label)
        listed.select_option(label=listed.locator("option", has_text=words).first.inner_text())

    def store(self, shown: bool = False) -> None:
        """Who reviewed it, and the end of a task; ``shown``: the handbook has a picture of it."""
        self.press(NEXT)
        for name, who in _REVIEWS:
            self.page.get_by_label(name, exact=True).fill(who)
        self.page.get_by_label("保密审查日期").fill("2026-11-16")
        if shown:
            self.look("hand-in", self.page)
        self.press(STORE)
        if "已经存好" not in self.seen:
            raise AssertionError(self.page.inner_text("main"))

    def _see(self) -> None:
        self.seen += self.page.inner_text("body") + "\n"


def publish(tour: Tour) -> None:
    """A policy and its interpretation from two Word files."""
    tour.begin()
    tour.look("put", tour.page)
    tour.page.set_input_files("#files", desk_papers.pair(tour.folder))
    tour.press("读进来")
    tour.page.get_by_label("是", exact=True).check()
    tour.page.get_by_label("主题分类选哪一项？").select_option(label="民政、扶贫、救灾")
    tour.look("questions", tour.page)
    tour.press("看两件怎样显示")
    tour.look("pair", tour.page)
    tour.store(shown=True)


def telephone(tour: Tour) -> None:
    """A number that people call is another now."""
    tour.begin()
    tour.press(SEARCH)
    tour.page.select_option("#type", label="对外电话")
    tour.page.fill("#q", "民政")
    tour.look("find", tour.page)
    tour.press("找", "[role=search]")
    tour.press("改", ".desk-works")
    tour.write("号码", "010-00000001")
    tour.write("核验日期", tour.today)
    tour.look("form", tour.page)
    tour.press("存好，看网页")
    tour.store()


def notice(tour: Tour) -> None:
    """A piece of information of a unit, typed in."""
    tour.begin()
    tour.press(SEARCH)
    tour.page.select_option("#new-type", label="信息")
    tour.page.fill("#name", "2026年10月临时救助开展情况")
    tour.page.select_option("#unit", label=UNIT)
    tour.press("开始写")
    tour.write("发布日期", tour.today)
    tour.write("正文", "10月临时救助120人次。")
    tour.look("new", tour.page)
    tour.press("存好，看网页")
    tour.store()


def change(tour: Tour) -> None:
    """A word of what is public is changed, and readers are told."""
    tour.begin()
    tour.press(SEARCH)
    tour.page.select_option("#type", label="信息")
    tour.page.fill("#q", "救助")
    tour.press("找", "[role=search]")
    tour.press("改", ".desk-works")
    tour.write("正文", tour.page.input_value("#text") + "\n咨询电话见“单位和电话”。\n")
    tour.press("还可以填的")
    tour.page.locator("#form label:visible", has_text="更新说明").first.click()
    tour.press("还可以填的")
    tour.press("添加更新说明")
    tour.write("日期", tour.today)
    tour.write("说明", "补写咨询电话在哪里查")
    tour.look("note", tour.page)
    tour.press("存好，看网页")
    tour.store()


def table(tour: Tour) -> None:
    """Rows of a dataset, from the table of an office."""
    tour.begin()
    tour.page.set_input_files("#files", desk_papers.rows(tour.column, tour.folder))
    tour.press("读进来")
    tour.choose("这些行放进哪个数据集？", "行政许可信息")
    tour.press("看写成什么样")
    tour.choose("已经有了", "是")
    tour.look("rows", tour.page)
    tour.press("看写成什么样")
    tour.store()


#: in the order of the handbook
TASKS = (publish, telephone, notice, change, table)
