"""Long texts: articles are headings below those of their chapter, and the contents lead to every one."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from gongkai.render.contents import contents, laid_out
from gongkai.render.frame.templates import environment
from gongkai.text import Converter

CHAPTERS = """\
## 第一章　总则

第一条　甲。

第二条　乙：

（一）丙；

## 第二章　附则

第三条　丁。

第三条之一　戊。

第四条　己。
"""


def shown(body: str) -> str:
    return laid_out(Converter().convert(body).html, {"tiao-2": "<aside>注</aside>"})


def headings(html: str) -> list[tuple[str, str]]:
    page = lxml.html.fragment_fromstring(html, "main")
    return [(each.tag, each.text_content()) for each in page.iter("h2", "h3", "h4")]


def test_an_article_is_a_heading_below_that_of_its_chapter_and_its_words_stay():
    html = shown(CHAPTERS)
    assert headings(html) == [
        ("h2", "第一章　总则"), ("h3", "第一条"), ("h3", "第二条"),
        ("h2", "第二章　附则"), ("h3", "第三条"), ("h3", "第三条之一"), ("h3", "第四条"),
    ]  # fmt: skip
    page = lxml.html.fragment_fromstring(html, "main")
    second = page.get_element_by_id("tiao-2")
    assert [each.tag for each in second] == ["div", "aside"]
    assert second[0].text_content().split() == ["第二条", "乙：", "（一）丙；"]


def test_articles_of_a_text_without_chapters_come_right_below_the_title():
    assert headings(shown("第一条　甲。\n\n第二条　乙。")) == [("h2", "第一条"), ("h2", "第二条")]


def test_the_contents_name_chapters_and_articles_in_few_signs():
    found = contents(shown(CHAPTERS))
    assert found and (found.numbered, found.articles) == (2, 5)
    first, second = found.chapters
    assert [each.short for each in second.articles] == ["三", "三之一", "四"]
    assert [(each.label, each.id) for each in first.articles] == [("第一条", "tiao-1"), ("第二条", "tiao-2")]


def test_headings_of_one_level_are_the_contents_of_a_text_without_articles():
    body = "\n\n".join(f"## 标题{number}\n\n### 其中\n\n甲。" for number in range(6))
    found = contents(shown(body))
    assert found and [each.label for each in found.chapters] == [f"标题{number}" for number in range(6)]


@pytest.mark.parametrize("body", ["第一条　甲。\n\n第二条　乙。", "## 甲\n\n乙。", "甲。"])
def test_a_short_text_has_no_contents(body: str):
    assert contents(shown(body)) is None


def test_two_hundred_articles_are_all_led_to():
    body = "\n\n".join(f"第{number}条　内容。" for number in map(chinese, range(1, 201)))
    html = shown(body)
    found = contents(html)
    assert found and found.articles == 200
    made = environment(Path(__file__).parents[2] / "overrides")
    page = made.from_string(
        '{% import "partials/column/contents.html" as long %}{{ long.text(body, list) }}'
    ).render(body=html, list=found)
    tree = lxml.html.fragment_fromstring(page, "main")
    links = [each.get("href")[1:] for each in tree.xpath("//nav//a")]
    assert links == [each.get("id") for each in tree.xpath("//section[@class='article']")]
    last = tree.xpath("(//nav//a)[last()]")[0]
    assert (last.text, last.get("aria-label")) == ("二百", "第二百条")


def chinese(number: int) -> str:
    """1…200 as articles are numbered."""
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    ten = "" if not tens else ("十" if number < 20 else f"{digits[tens]}十")
    hundred = f"{digits[hundreds]}百" if hundreds else ""
    return hundred + ("零" if hundred and ones and not tens else "") + ten + (digits[ones] if ones else "")
