"""What pages say of themselves in <head>."""

from __future__ import annotations

import datetime as dt
import json
import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.column.register import Register
from gongkai.common.printable import one_line
from gongkai.records.base import Source
from gongkai.records.column import Column
from gongkai.records.types.item import Item
from gongkai.render.machine.metadata import FeedLinks, Listing, head

ROOT = "https://www.example.gov.cn/zwgk/"


def tree(html: str):
    return html5lib.parse(f"<!doctype html><head>{html}</head><body>", namespaceHTMLElements=False)


def tags(html: str) -> dict[str, str]:
    """name (of a card: property) → content; a name may stand once only, whatever its case."""
    found: dict[str, str] = {}
    for element in tree(html).iter("meta"):
        (name,) = (element.get(kind) for kind in ("name", "property") if element.get(kind))
        assert name.startswith("og:") == ("property" in element.attrib), name
        assert name.lower() not in {each.lower() for each in found}, name
        found[name] = element.get("content")
    return found


def card(url: str, title: str, said: str) -> dict[str, str]:
    """What is shown where a page that is no record is passed on."""
    return {
        "og:title": title,
        "og:description": said,
        "og:type": "website",
        "og:url": ROOT + url,
        "og:site_name": "北京市示例区人民政府",
        "og:locale": "zh_CN",
    }


def linked_data(html: str):
    scripts = list(tree(html).iter("script"))
    assert [script.get("type") for script in scripts] == ["application/ld+json"]
    return json.loads(scripts[0].text)


def page_of(register: Register, slug: str) -> str:
    record = next(record for record in register.all if record.slug == slug)
    return head(register, record.url, record=record)


def test_a_record_page(small_column):
    assert tags(page_of(small_column(), "jiazhuang-dianti")) == {
        "ArticleTitle": "示例区老旧小区加装电梯补助办法",
        "PubDate": "2026-11-05 00:00",
        "ContentSource": "区住房和城市建设委员会",
        "Author": "区住房和城市建设委员会",
        "Url": ROOT + "policies/2026/jiazhuang-dianti/",
        "og:title": "示例区老旧小区加装电梯补助办法",
        "og:type": "article",
        "og:url": ROOT + "policies/2026/jiazhuang-dianti/",
        "og:site_name": "北京市示例区人民政府",
        "og:locale": "zh_CN",
    }


def test_what_is_known_besides(small_column):
    interpretation = """\
---
标题: 一图读懂加装电梯
解读文件: [jiazhuang-dianti]
解读形式: 一图读懂
解读人: 王某
发布日期: 2026-11-06
摘要: 一张图说清补助。
关键词: [电梯, 补助]
媒体文件:
  - 文件: files/2026/tu.png
    文字说明: 图上写着补助标准
  - 文件: files/2026/tu-2.png
    文字说明: 图上写着办理步骤
---
说明。
"""
    register = small_column({"content/interpretations/2026/yitu.md": interpretation})
    found = tags(page_of(register, "yitu"))
    assert found["Keywords"] == "电梯,补助"
    assert found["Author"] == "王某"
    assert found["Description"] == "一张图说清补助。"
    assert found["Image"] == found["og:image"] == ROOT + "files/2026/tu.png"
    assert found["og:description"] == "一张图说清补助。"
    assert found["ContentSource"] == "区住房和城市建设委员会"


def test_a_record_without_a_known_unit_has_the_organiser_as_source(small_column):
    page = "---\n标题: 指南\n更新日期: 2026-01-01\n---\n正文。\n"
    register = small_column({"content/pages/guide.md": page})
    assert tags(page_of(register, "guide"))["ContentSource"] == "示例区人民政府办公室"


def test_a_list_page(small_column):
    listing = Listing("政策文件", "本区政策文件", ("政策文件", "政务公开"), "政策文件")
    assert tags(head(small_column(), "policies/", listing=listing)) == {
        "ColumnName": "政策文件",
        "ColumnDescription": "本区政策文件",
        "ColumnKeywords": "政策文件,政务公开",
        "ColumnType": "政策文件",
        "description": "本区政策文件",
        **card("policies/", "政策文件", "本区政策文件"),
    }


def test_the_home_page_describes_the_column(small_column):
    register = small_column()
    found = tags(head(register, ""))
    column = register.column
    assert found == {
        "description": column.description,
        "keywords": column.keywords,
        **card("", column.name, column.description),
    }


@pytest.mark.parametrize("nothing", ["", "  \n ", "null", "None", "\x00"])
def test_nothing_to_say_is_not_said(small_column, nothing):
    listing = Listing("信息", nothing, (), nothing)
    told = {"ColumnName", *card("", "", "")} - {"og:description"}
    assert set(tags(head(small_column(), "items/", listing=listing))) == told


def test_canonical_address_is_absolute_and_an_error_page_has_none(small_column):
    register = small_column()
    links = [
        (each.get("rel"), each.get("href")) for each in tree(head(register, "policies/page/2/")).iter("link")
    ]
    assert links == [("canonical", ROOT + "policies/page/2/")]
    assert not list(tree(head(register, "404.html")).iter("link"))


def test_feeds_are_linked_relative_to_the_page(small_column):
    paths = ("../feeds/policies/", *(f"../feeds/policies.{end}" for end in ("rss.xml", "atom.xml", "json")))
    feeds = [FeedLinks('政策“文件”"', *paths)]
    links = list(tree(head(small_column(), "policies/", feeds=feeds)).iter("link"))[1:]
    assert [(each.get("rel"), each.get("type"), each.get("href"), each.get("title")) for each in links] == [
        ("alternate", "application/rss+xml", "../feeds/policies.rss.xml", '政策“文件”"（RSS）'),
        ("alternate", "application/atom+xml", "../feeds/policies.atom.xml", '政策“文件”"（Atom）'),
        ("alternate", "application/feed+json", "../feeds/policies.json", '政策“文件”"（JSON）'),
    ]


COLUMN = Column.model_validate(
    {
        "门户名称": "示例区",
        "栏目网址": ROOT,
        "网站域名": "www.example.gov.cn",
        "网站标识码": "1100000000",
        "主办单位": "办公室",
        "联系方式": "无",
    }
)
HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
NASTY = st.sampled_from(
    ['"><script>alert(1)</script>', "</script><!--", "]]>", "'\n<&amp;", "\u2028", "\x00\x1b", "👩‍🚀"]
)


@given(words=st.one_of(HOSTILE, NASTY))
def test_hostile_words_stay_words(markup_let_through, words):
    # a line break is refused in a title, whatever else is let through
    title = re.sub("[\r\n]", " ", f"名{words}")
    fields = {"标题": title, "单位": f"单{words}", "发布日期": "2026-10-12", "摘要": f"摘{words}"}
    record = Item.model_validate(fields).placed(Source("content/items/a/2026/b.md", "items/a/2026/b"))
    assert isinstance(record, Item)
    html = head(Register([record], dt.date(2026, 11, 21), COLUMN), record.url, record=record)
    found = tags(html)
    assert found["ArticleTitle"] == found["og:title"] == one_line(title)
    assert found["ContentSource"] == one_line(f"单{words}")
    data = linked_data(html)
    assert data["headline"] == one_line(title)
    assert data["description"] == one_line(f"摘{words}")


def test_a_card_says_how_a_record_stands_before_it_invites(small_column):
    register = small_column(today=dt.date(2026, 11, 28))
    register.awaited = {"meetings/2026/cw-46": dt.date(2026, 11, 27)}
    late = "会议已经召开。会议的结果应当在2026年11月27日（星期五）以前公布，现在还没有。"
    found = tags(page_of(register, "cw-46"))
    assert found["Description"] == found["og:description"] == late
    assert linked_data(page_of(register, "cw-46"))["description"] == late
    repeal = (
        "---\n标题: 废止决定\n发文机关: 区民政局\n成文日期: 2026-11-12\n发布日期: 2026-11-12\n"
        "是否规范性文件: 否\n主题分类: 对外事务\n领域: 审计\n"
        "废止: [{文件: jiazhuang-dianti, 日期: 2026-11-12}]\n---\n决定。\n"
    )
    register = small_column({"content/policies/2026/fei.md": repeal})
    said = tags(page_of(register, "jiazhuang-dianti"))["og:description"]
    assert said == "本文件已废止，从2026年11月12日起不再有效。依据：《废止决定》。"
