"""A preview of files with faults: each is told where it stands, and all other pages are there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.desk.preview import own_faults
from gongkai.desk.preview.pages import Preview
from gongkai.desk.preview.places import ALL
from gongkai.desk.preview.seeing import Sight
from gongkai.law.discovery import rules
from gongkai.settings import Settings, read_column

FILE, PAGE = "content/policies/2026/dianti.md", "policies/2026/dianti/"
DRAFT = "policies/2026/mimi-caogao/"
OTHERS = ("", "guide/", "units/", "policies/", "policies/2025/yanglao/", "404.html")


def sight(root: Path) -> Sight:
    return Sight(Settings(root, dt.date(2026, 11, 21), read_column(root)))


def checked(root: Path) -> Preview:
    seen = sight(root)
    seen.seen()
    seen.check(seen.settings)
    return seen.seen(checking=False)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert re.search(old, text, re.MULTILINE), old
    file.write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), "utf-8")


def main_of(page: str | None) -> str:
    assert page
    return page.partition("<main")[2].partition("</main>")[0]


def bar_of(page: str | None) -> str:
    assert page
    return page.partition('<aside class="preview-bar"')[2].partition("</aside>")[0]


def gbk(root: Path) -> None:
    file = root / FILE
    file.write_bytes(file.read_text("utf-8").encode("gb18030"))


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "an unknown key": (lambda root: edit(root / FILE, "^标题:", "题目:"), "没有“题目”这一项"),
    "a date that is missing": (lambda root: edit(root / FILE, "^发布日期:.*\n", ""), "缺少必填的“发布日期”"),
    "a date that is none": (
        lambda root: edit(root / FILE, "^发布日期:.*", "发布日期: 2026-02-31"),
        "2026-02-31",
    ),
    "YAML that is none": (lambda root: edit(root / FILE, "^标题: ", "标题: [“"), "第 2 行"),
    "a head without an end": (lambda root: edit(root / FILE, "\n---\n", "\n"), "---"),
    "an empty file": (lambda root: (root / FILE).write_text("", "utf-8"), "页首信息"),
    "a file in GBK": (gbk, "UTF-8"),
    "no text at all": (lambda root: (root / FILE).write_bytes(b"\xff\xfe\x00\x01" * 50), "UTF-16"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_read_has_a_page_of_its_own_at_its_address_and_hides_no_other(fault, mini):
    plant, told = FAULTS[fault]
    plant(mini)
    seen = sight(mini).seen()
    page = seen.page(PAGE)
    assert told in main_of(page) and "改法：" in main_of(page) and FILE in main_of(page)
    assert "读不出来" in main_of(page) and 'content="noindex"' in str(page)
    for url in OTHERS:
        other = seen.page(url)
        assert "排不出来" not in main_of(other) and "要改 1 处" in bar_of(other)
    assert f'href="../{PAGE}"' in bar_of(seen.page("guide/"))
    assert told in main_of(seen.page(ALL))


def test_what_is_missing_is_said_to_be_missing_and_nothing_is_worked_out_of_it(mini):
    edit(mini / FILE, "^发布日期:.*\n", "")
    page = main_of(sight(mini).seen().page(PAGE))
    assert re.search(r"<dt>发布日期</dt><dd><strong[^>]*>待填</strong>", page)
    assert "有效" not in page and "年11月" not in page.partition('<div class="text">')[0]


def test_the_fault_of_a_key_stands_at_the_key(mini):
    edit(mini / FILE, "^发布日期:", "发布日期: 2026-11-05\n发布日其:")
    page = main_of(sight(mini).seen().page(PAGE))
    assert re.search(r"<dt>发布日其</dt><dd>[^<]*<div class=\"preview-problem", page)


def test_what_a_rule_finds_stands_on_the_page_at_its_block_without_marks_for_programs(mini):
    with (mini / FILE).open("a", encoding="utf-8") as file:
        file.write("\n看[那一件](../2025/nichts.md)。\n")
    page = checked(mini).page(PAGE)
    block = main_of(page).partition("那一件</a>。</p>")[2]
    assert (
        block.lstrip().startswith('<div class="preview-problem preview-problem--error"')
        and "nichts.md" in block
    )
    assert "data-line" not in str(page)


def test_a_text_that_may_not_be_shown_is_shown_as_it_is_written(mini):
    with (mini / FILE).open("a", encoding="utf-8") as file:
        file.write("\n<script>alert(1)</script>\n")
    page = main_of(checked(mini).page(PAGE))
    assert (
        "&lt;script&gt;alert(1)" in page and "<script>alert(1)" not in page and "正文有不允许的写法" in page
    )


def test_two_at_one_address_are_told_and_both_are_shown(mini):
    (mini / "content/pages/units.md").write_text(
        (mini / "content/pages/guide.md").read_text("utf-8"), "utf-8"
    )
    seen = sight(mini).seen()
    first, second = main_of(seen.page("units/")), main_of(seen.page("units~2/"))
    assert "有两个来源" in first and "要改" in bar_of(seen.page("")) and seen.has("units~2/")
    assert 'href="../units~2/"' in first and 'href="../units/"' in second
    assert sum("本指南说明" in each for each in (first, second)) == 1


def test_a_file_in_no_place_and_a_unit_that_cannot_be_read_have_pages_too(mini):
    (mini / "content/policies/verirrt.md").write_text("---\n标题: 放错了\n---\n正文。\n", "utf-8")
    edit(mini / "data/units/minzheng-ju.yml", "^名称:", "名子:")
    seen = sight(mini).seen()
    assert "最接近的是" in main_of(seen.page("policies/verirrt/"))
    assert "没有“名子”这一项" in main_of(seen.page("units/minzheng-ju/"))
    assert "有 2 处读不出来" in bar_of(seen.page("guide/")) or "有 1 处读不出来" in bar_of(
        seen.page("guide/")
    )


def test_a_draft_is_marked_wherever_it_is_named_and_checked_as_if_public(mini):
    seen = checked(mini)
    assert "预览稿" in main_of(seen.page(DRAFT)) and "没有已经公布的解读" in main_of(seen.page(DRAFT))
    assert re.search(
        r"琉璃瓦修缮办法<span class=\"preview-mark\">预览稿</span></a>", main_of(seen.page("policies/"))
    )
    assert "草稿引起的 1 处，不妨碍发布别的" in bar_of(seen.page(""))


def test_a_record_of_a_later_day_is_shown_as_on_that_day(mini):
    page = main_of(sight(mini).seen().page("policies/2027/weilai/"))
    assert "才公布：这一页是那一天的样子" in page


def test_a_page_that_cannot_be_made_says_so_and_leaves_the_others(mini, monkeypatch):
    seen = sight(mini).seen()

    def failing() -> None:
        raise KeyError("of a text that no rule has judged")

    planned = seen._glimpse.planned["units/"]
    monkeypatch.setitem(seen._glimpse.planned, "units/", type(planned)("units/", "", failing))
    assert "排不出来：KeyError" in main_of(seen.page("units/")) and "排不出来" not in main_of(
        seen.page("guide/")
    )


def test_problems_of_a_file_that_was_written_since_wait_for_the_next_check(mini):
    seen = sight(mini)
    seen.seen()
    with (mini / FILE).open("a", encoding="utf-8") as file:
        file.write("\n看[那一件](../2025/nichts.md)。\n")
    seen.check(seen.settings)
    assert "nichts.md" in main_of(seen.seen(checking=False).page(PAGE)) and seen.stops
    edit(mini / FILE, "\n看.*\n$", "")
    at_once = seen.seen()
    assert "preview-problem" not in main_of(at_once.page(PAGE)) and "还在检查" in bar_of(at_once.page(PAGE))
    assert "没有已经公布的解读" in main_of(at_once.page(DRAFT)), "of files that are as they were"
    seen.check(seen.settings)
    assert not seen.stops and "还在检查" not in bar_of(seen.seen(checking=False).page(PAGE))


def twice(root: Path) -> None:
    draft = root / "content/policies/2026/mimi-caogao.md"
    draft = draft.rename(draft.with_name("banfa.md"))  # the later of two is told of it
    edit(draft, "^发文字号:.*", "发文字号: 小建发〔2026〕1号")


def explained(root: Path) -> None:
    (explaining,) = root.glob("content/interpretations/*/dianti-jiedu.md")
    edit(explaining, "^发布日期:", "草稿: 是\n发布日期:")


#: what is done to the mini column, whether a build ends with it, and what is told in which words
DRAFTED: dict[str, tuple[Callable[[Path], object], bool, str]] = {
    "a draft that lacks what is asked of it when it is public": (
        lambda root: None,
        False,
        "没有已经公布的解读（草稿引起的：草稿公布以前不妨碍发布）",
    ),
    "a draft with the number of a published document, which is asked of drafts": (
        twice,
        True,
        "用了同一个号。",
    ),
    "a draft that names what is not there, which is asked of drafts": (
        lambda root: edit(
            root / "content/policies/2026/mimi-caogao.md", "^草稿:", "废止: [小建发〔1999〕3号]\n草稿:"
        ),
        True,
        "在本栏目里找不到。",
    ),
    "a record that was public and is a draft again": (
        explained,
        True,
        "（草稿公布以后就没有了，现在妨碍发布）",
    ),
}


@pytest.mark.parametrize("case", DRAFTED)
def test_whether_publishing_stops_is_said_as_a_build_finds_it(case, mini):
    plant, stops, words = DRAFTED[case]
    plant(mini)
    seen = sight(mini)
    seen.seen()
    found = seen.check(seen.settings).problems
    assert words in "".join(each.as_text() for each in found)
    assert seen.stops == pipeline.check(seen.settings).stops == stops
    waiting_ones = [each for each in found if "草稿引起的" in each.message]
    assert set(waiting_ones) == seen.waits
    assert f"草稿引起的 {len(waiting_ones)} 处" in bar_of(seen.seen(checking=False).page(""))


def test_a_rule_whose_code_fails_is_told_as_our_fault_and_the_others_go_on(mini, monkeypatch, tmp_path):
    def failing(register, rule):
        raise ZeroDivisionError

    broken = replace(rules()["date-order"], check=failing)
    monkeypatch.setitem(rules(), "date-order", broken)
    monkeypatch.setattr(own_faults, "read_state", lambda: tmp_path / "state")
    with (mini / FILE).open("a", encoding="utf-8") as file:
        file.write("\n看[那一件](../2025/nichts.md)。\n")
    page = checked(mini).page(ALL)
    assert "程序本身出错（规则“" in main_of(page) and "ZeroDivisionError），不是内容的问题" in main_of(page)
    assert "nichts.md" in main_of(page) and "别的规则照常检查" in main_of(page)
    (report,) = (tmp_path / "state").iterdir()
    assert "Traceback" in report.read_text("utf-8") and report.name in main_of(page)
    with pytest.raises(ZeroDivisionError):
        pipeline.check(sight(mini).settings)
