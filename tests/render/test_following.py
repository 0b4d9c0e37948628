"""What to follow can be chosen, every feed has its page, and what is not sent is said to be so."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import feedparser
import pytest
from lxml import html

from gongkai.exports.door import plan
from gongkai.exports.made import Feed
from gongkai.records.types.follow_channel import FollowChannel
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.following import FollowWay
from gongkai.render.gathering import feed_pages, following
from gongkai.render.gathering.opml import written

ROOT = "https://www.example.gov.cn/zwgk/"
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def feeds(recorded):
    feeds = dict(plan(recorded).feeds)
    # those of the rules and of what is owed are planned where the rules are known
    known = (
        Feed(name, "", page, ()) for name, page in (("rulebook", "rulebook/"), ("owed", "duties/matrix/"))
    )
    return {**feeds, **{each.name: each for each in known}}


def test_every_feed_has_a_page_that_shows_its_entries_and_is_named_in_it(demo, feeds):
    for name in ("all", "unit-wanghuai-jiedao", "audience-person", "en", "log"):
        feed, tree = feeds[name], demo.pages[feeds[name].twin]
        told = feedparser.parse((demo.folder / feed.atom).read_bytes())
        assert told.feed.link == ROOT + feed.twin
        assert len(tree.xpath("//main//li[@class='entry']")) == len(told.entries)
        assert tree.findtext(".//main//code") == ROOT + feed.rss
    assert {feed.twin for feed in feeds.values()} <= set(demo.pages)


def test_each_choice_is_a_link_to_the_page_of_its_feed(demo, feeds):
    rows = demo.pages["feeds/"].xpath("//li[@data-feed]")
    led = {row.get("data-feed"): row.find("a").get("href") for row in rows}
    assert led == {name: f"{name}/" for name in led} and len(rows) == len(led)
    assert set(led) == {name for name in feeds if name != "en"}
    calendars = [row.get("data-calendar") for row in rows if row.get("data-calendar")]
    assert calendars and all((demo.folder / path).is_file() for path in calendars)


def test_the_list_of_everything_names_whole_addresses(demo, feeds):
    outlines = list(ElementTree.parse(demo.folder / "feeds/all.opml").iter("outline"))
    assert {each.get("xmlUrl") for each in outlines} == {
        ROOT + feed.rss for name, feed in feeds.items() if name != "en"
    }
    assert all((demo.folder / str(each.get("xmlUrl")).removeprefix(ROOT)).is_file() for each in outlines)


def test_words_with_marks_are_words_in_the_list():
    (outline,) = ElementTree.fromstring(written("甲", [('<乙>&"', "https://a/", "https://b/")])).iter(
        "outline"
    )
    assert outline.get("title") == '<乙>&"'


def test_ways_that_a_district_does_not_have_are_said_to_be_absent(tiny, demo, recorded):
    none = tiny.pages["feeds/"].find(".//main").text_content()
    assert f"本栏目没有{'、'.join(way.value for way in FollowWay)}推送。" in none
    there = {each.way for each in recorded.everything(FollowChannel)}
    some = demo.pages["feeds/"].find(".//main").text_content()
    assert there and all(f"{each.way}：{each.title}" in some for each in recorded.everything(FollowChannel))
    assert f"本栏目没有{'、'.join(way.value for way in FollowWay if way not in there)}推送。" in some


def test_the_address_of_a_feed_is_put_into_that_of_a_service():
    made = {"渠道": "电子邮件", "名称": "订阅", "单位": "区政府办", "怎样用": "填邮箱"}
    channel = FollowChannel.model_validate({**made, "网址": "https://a.gov.cn/new?feed={订阅源}"})
    assert channel.link_for("https://b/a&b.xml") == "https://a.gov.cn/new?feed=https%3A%2F%2Fb%2Fa%26b.xml"
    assert FollowChannel.model_validate(made).link_for("https://b/") is None


def test_in_english_one_can_answer_call_and_apply(demo):
    home = demo.pages["en/"].find(".//main")
    assert home.xpath(".//li[@data-until]//span[@data-left]")
    numbers = [link.get("href") for link in home.iter("a") if link.get("href").startswith("tel:")]
    assert {"tel:110", "tel:119", "tel:120", "tel:12345"} <= set(numbers)
    called = demo.pages["en/contacts/"].xpath("//main//a[starts-with(@href, 'tel:')]")
    assert len(called) > 4
    rows = demo.pages["en/services/"].xpath("//main//li[@class='entry']")
    assert rows and "Start a Business in One Application" in rows[0].text_content() + rows[1].text_content()


def test_a_guide_without_a_translation_is_named_in_english_beside_its_chinese_title(demo, recorded):
    named = {each.english_name: each.title for each in recorded.public(Service) if each.english_name}
    rows = demo.pages["en/services/"].xpath("//main//li[@class='entry']")
    told = {row.findtext("h2/a"): row.xpath(".//*[@lang='zh-CN']/text()") for row in rows}
    chinese = {name: [title] for name, title in named.items() if told.get(name)}
    assert len(chinese) > 10 and {name: told[name] for name in chinese} == chinese
    assert not any(HAN.search(name) for name in told if name in named)


def test_english_pages_say_where_a_unit_is_so_that_it_can_be_read_and_shown(demo):
    (place,) = demo.pages["en/contacts/"].xpath("//main//p[contains(., '3 Wanghuai Road, Example District')]")
    assert place.xpath(".//*[@lang='zh-CN']/text()") == ["示例区望槐路3号"]
    post = demo.pages["en/request/"].xpath("//main//*[@class='act']")[0].text_content()
    assert "1 Anmin Street, Example District" in post and "示例区安民大街1号" in post


def test_an_english_page_is_cited_with_the_english_names_of_its_units(demo):
    lines = demo.pages["en/records/2026/lift-subsidy-service/"].xpath("//*[@id='yinyong' or @id='cankao']")
    assert len(lines) == 2
    for line in lines:
        assert line.text_content().startswith("Wanghuai Subdistrict Office, Jinyu Subdistrict Office, ")
        assert not HAN.search(line.text_content())


def test_the_page_of_a_feed_carries_the_states_of_the_days_ahead(mini, framed):
    path = mini / "content/consultations/2026/guihua.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    days = "发布日期: 2026-11-02\n开始日期: 2026-11-02\n截止日期: 2026-12-03\n"
    path.write_text(f"---\n标题: 规划征求意见\n单位: 区民政局\n{days}---\n说明。\n", "utf-8")
    (page,) = (each for each in feed_pages.planned(framed(mini)) if each.url == "feeds/consultations/")
    (row,) = html.fromstring(page.make().content).xpath("//li[@class='entry']//*[@data-by-day]")
    (later,) = row.xpath("./template")
    assert later.get("data-from") == "2026-12-04" and "征集中" not in html.tostring(later, encoding="unicode")


def test_a_matter_and_a_domain_of_one_name_are_told_apart(mini, framed):
    theme = mini / "data/themes/anquan.yml"
    theme.parent.mkdir(parents=True, exist_ok=True)
    theme.write_text("名称: 养老服务\n领域: [养老服务]\n服务对象: 个人\n问谁: 区民政局\n", "utf-8")
    path = mini / "content/consultations/2026/guihua.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    days = "发布日期: 2026-11-02\n开始日期: 2026-11-02\n截止日期: 2026-12-03\n领域: 养老服务\n"
    path.write_text(f"---\n标题: 规划征求意见\n单位: 区民政局\n{days}---\n说明。\n", "utf-8")
    (page,) = (each.make() for each in following.planned(framed(mini)) if each.url == "feeds/")
    named = [row.text_content().strip() for row in html.fromstring(page.content).xpath("//li[@data-feed]")]
    assert {"养老服务", "养老服务（领域）"} <= set(named)


CHANNELS = """- 渠道: 电子邮件
  名称: 示例区邮件订阅
  单位: 区民政局
  网址: https://dingyue.example.gov.cn/new?feed={订阅源}
  怎样用: 填邮箱，点确认信里的链接
- 渠道: 微信
  名称: 示例区政务公开
  单位: 区民政局
  怎样用: 在微信里搜这个公众号
"""


def test_a_channel_is_absent_until_it_is_set_and_then_asks_for_the_very_feed(mini, framed):
    def told(address: str) -> html.HtmlElement:
        pages = [*following.planned(framed(mini)), *feed_pages.planned(framed(mini))]
        return html.fromstring(next(page for page in pages if page.url == address).make().content)

    assert "本栏目没有电子邮件、微信、短信、客户端推送。" in told("feeds/").text_content()
    assert not told("feeds/policies/").xpath("//a[contains(@href, 'dingyue')]")
    path = mini / "data/channels/tuisong.yml"
    path.parent.mkdir(parents=True)
    path.write_text(CHANNELS, "utf-8")
    chosen = told("feeds/").text_content()
    assert "本栏目没有短信、客户端推送。" in chosen and "示例区邮件订阅" in chosen
    (asked,) = told("feeds/policies/").xpath("//a[contains(@href, 'dingyue')]/@href")
    feed = "https%3A%2F%2Fmini.example.gov.cn%2Fgongkai%2Ffeeds%2Fpolicies.rss.xml"
    assert asked == f"https://dingyue.example.gov.cn/new?feed={feed}"
    assert "在微信里搜这个公众号" in told("feeds/policies/").text_content()
