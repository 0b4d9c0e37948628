"""The English version: every page has its way to the other language, and says nothing in Chinese unmarked."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import html

from gongkai import render
from gongkai.column.register.english import changed_since, counterparts, original_of
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.meetings import EventState, MeetingState
from gongkai.records.vocabulary.participation import ConsultationState, DecisionState
from gongkai.records.vocabulary.work import BudgetState, ProjectState, TaskState
from gongkai.render.facts import Facts
from gongkai.render.frame.interface_words import Catalogue
from gongkai.render.frame.language import Languages, language_of
from gongkai.render.frame.page import file_of
from gongkai.render.gathering import english as english_pages

PROJECT = Path(__file__).parents[2]
STATES = (BudgetState, ConsultationState, DecisionState, EventState, MeetingState, ProjectState, TaskState)
ROOT = "https://www.example.gov.cn/zwgk/"
HAN = re.compile("[\u3040-\u9fff\uff00-\uffef]")
POLICY = "content/policies/2026/jiazhuang-dianti.md"
LIFTS = "content/en/records/2026/lifts.md"
TRANSLATION = """\
---
原文: policies/2026/jiazhuang-dianti
标题: Subsidies for Lifts
译文日期: {day}
---
Article 1. These Measures set out the subsidies.
"""


@pytest.fixture(scope="module")
def catalogue():
    return Catalogue(PROJECT / "overrides")


def english(built):
    return {url: tree for url, tree in built.pages.items() if url.startswith("en/")}


def hreflang(tree):
    links = tree.xpath("//head/link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang"): link.get("href") for link in links}


def test_every_page_leads_to_the_other_language(demo):
    assert english(demo)
    for url, tree in demo.pages.items():
        (switch,) = tree.xpath("//header//a[@class='language']")
        target = demo.resolve(url, switch.get("href"))[0]
        other = "zh-CN" if url.startswith("en/") else "en"
        assert switch.get("lang") == switch.get("hreflang") == other == demo.pages[target].get("lang"), url
        assert switch.text == {"en": "English", "zh-CN": "中文"}[other]
        versions = hreflang(tree)
        if versions:
            assert versions[other] == ROOT + target
        else:
            assert target == ("" if other == "zh-CN" else "en/")


def test_versions_of_a_page_name_each_other(demo):
    named = {url: versions for url, tree in demo.pages.items() if (versions := hreflang(tree))}
    assert {"", "en/", "search/", "en/search/", "request/", "en/request/"} <= set(named)
    for url, versions in named.items():
        assert list(versions) == ["zh-CN", "en", "x-default"]
        assert versions["x-default"] == versions["zh-CN"]
        assert versions[language_of(url)] == ROOT + url
        for address in versions.values():
            assert named[address.removeprefix(ROOT)] == versions


def test_the_site_map_names_the_same_versions(demo):
    tree = ElementTree.parse(demo.folder / "sitemap.xml")
    maps, xhtml = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"
    listed = {each.findtext(f"{maps}loc"): each for each in tree.iter(f"{maps}url")}
    assert ROOT + "en/records/" in listed
    for address, each in listed.items():
        found = {link.get("hreflang"): link.get("href") for link in each.iter(f"{xhtml}link")}
        assert found == hreflang(demo.pages[address.removeprefix(ROOT)]), address


def test_english_pages_hold_no_chinese_that_is_not_marked(demo):
    for url, tree in english(demo).items():
        for element in tree.iter():
            if not isinstance(element.tag, str) or element.tag in {"script", "html"}:
                continue
            own = [element.text or "", *(child.tail or "" for child in element)]
            marked = any(each.get("lang") == "zh-CN" for each in (element, *element.iterancestors()))
            assert marked or not HAN.search("".join(own)), (url, own)
            assert not [v for k, v in element.attrib.items() if HAN.search(v)], (url, element.tag)


def test_a_column_without_english_pages_says_nothing_of_them(tiny):
    for url, tree in tiny.pages.items():
        assert not tree.xpath("//a[@class='language']") and not hreflang(tree), url
    assert not (tiny.folder / "en").exists() and not (tiny.folder / "feeds/en.rss.xml").exists()


def test_english_pages_have_a_feed_data_and_an_index_of_their_own(demo, recorded):
    feed = ElementTree.parse(demo.folder / "feeds/en.rss.xml")
    assert feed.findtext("channel/language") == "en"
    links = {item.findtext("link") for item in feed.iter("item")}
    assert {ROOT + each.url for each in recorded.translations} <= links
    rows = (demo.folder / "data/translations.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(row)["网址"] for row in rows} <= links
    cards = {json.loads(p.read_text("utf-8"))["url"] for p in demo.folder.glob("en/search/index/*/text/*")}
    # what gathers Chinese records in English is found, and is no entry of the feed
    assert cards == {link.removeprefix(ROOT) for link in links} | {"en/services/", "en/contacts/"}
    chinese = {json.loads(p.read_text("utf-8"))["url"] for p in demo.folder.glob("search/index/*/text/*")}
    # its home is found there as a column is; its pages are not
    assert [url for url in chinese if url.startswith("en/")] == ["en/"]


def test_english_pages_say_what_they_are(demo, recorded, catalogue):
    assert recorded.translations
    for record in recorded.translations:
        tree, original = demo.pages[record.url], original_of(recorded, record)
        data = json.loads(tree.xpath("string(//script[@type='application/ld+json'])"))
        assert data["inLanguage"] == "en"
        assert data["translationOfWork"]["@id"] == ROOT + original.url
        names = {meta.get("name"): meta.get("content") for meta in tree.xpath("//meta[@name]")}
        assert names["SiteName"] == "Beijing Example District Government" and names["SiteIDCode"]
        assert names["ArticleTitle"] in tree.findtext("head/title") and names["ContentSource"]
        assert "For reference only; the Chinese text prevails." in tree.find(".//main").text_content()
        state = recorded.state(original)
        if isinstance(original, Policy):
            said = tree.xpath("string(//dt[.='Status']/following-sibling::dd[1])")
            assert said == catalogue.words("en")(state.value)


def test_pages_without_a_counterpart_lead_home():
    languages = Languages(ROOT, {"": "en/", "guide/": "en/guide/"})
    assert languages.switch("policies/") == "en/" and languages.switch("en/records/") == ""
    assert languages.switch("en/guide/") == "guide/" and languages.versions("policies/") == []
    assert not Languages(ROOT, {}).two


def test_a_change_of_the_original_after_the_translation_is_known(small_column):
    assert counterparts(small_column()) == {}
    register = small_column({LIFTS: TRANSLATION.format(day="2026-11-07")})
    assert counterparts(register)["policies/2026/jiazhuang-dianti/"] == "en/records/2026/lifts/"
    (record,) = register.translations
    # an update of a later day has not happened yet
    assert [(str(day), what) for day, what in changed_since(register, record)] == [("2026-11-08", "更新说明")]
    on_its_day = small_column({}, dt.date(2026, 11, 8))
    assert len(changed_since(on_its_day, record)) == 1
    later = small_column({LIFTS: TRANSLATION.format(day="2026-11-08")})
    assert changed_since(later, later.translations[0]) == []


def test_a_moved_date_after_the_translation_is_a_change(small_column):
    move = "{字段: 施行日期, 原日期: 2026-12-01, 新日期: 2026-12-05, 原因: 系统升级, 公布日期: 2026-11-17}"
    policy = (
        "---\n标题: 改期的办法\n发文机关: 区民政局\n成文日期: 2026-11-05\n发布日期: 2026-11-05\n"
        f"施行日期: 2026-12-05\n是否规范性文件: 否\n日期变更: [{move}]\n---\n正文。\n"
    )
    translation = TRANSLATION.format(day="2026-11-16").replace("jiazhuang-dianti", "gaiqi")
    register = small_column({LIFTS: translation, "content/policies/2026/gaiqi.md": policy})
    (record,) = register.translations
    assert [(str(day), what) for day, what in changed_since(register, record)] == [("2026-11-17", "日期变更")]


def test_a_repeal_after_the_translation_is_a_change(small_column):
    repeal = (
        "---\n标题: 废止的决定\n发文机关: 区民政局\n成文日期: 2026-11-12\n发布日期: 2026-11-13\n"
        "是否规范性文件: 否\n废止: [{文件: jiazhuang-dianti, 日期: 2026-11-14}]\n---\n废止。\n"
    )
    files = {LIFTS: TRANSLATION.format(day="2026-11-13"), "content/policies/2026/feizhi.md": repeal}
    register = small_column(files)
    assert [what for _, what in changed_since(register, register.translations[0])] == ["废止"]


def test_english_records_stay_out_of_chinese_lists_and_names(small_column):
    same = "content/en/records/2026/jiazhuang-dianti.md"
    register = small_column({same: TRANSLATION.format(day="2026-11-09")})
    assert [each.TYPE for each in register.english] == ["translation"]
    assert not [each for each in register.all if each.LANGUAGE != "zh-CN"]
    assert register.record("jiazhuang-dianti").source.path == POLICY
    assert register.record("en/records/2026/jiazhuang-dianti").source.path == same


def test_the_english_version_is_whole(demo):
    for url in ("en/", "en/guide/", "en/request/", "en/accessibility/", "en/records/", "en/search/"):
        assert (demo.folder / file_of(url)).is_file()


def test_a_page_says_what_became_of_its_original(framed, mini):
    """Repealed, and changed after the translation: both from the Chinese records alone."""
    original = mini / "content/policies/2020/jiu-banfa.md"
    text = original.read_text("utf-8")
    notes = "更新说明:\n  - 日期: 2026-11-15\n    说明: 注明废止\n是否规范性文件:"
    original.write_text(text.replace("是否规范性文件:", notes, 1), "utf-8")
    path = mini / "content/en/records/2020/old-lifts.md"
    path.parent.mkdir(parents=True)
    body = TRANSLATION.format(day="2026-11-01").replace(
        "policies/2026/jiazhuang-dianti", "policies/2020/jiu-banfa"
    )
    path.write_text(body, "utf-8")
    site = framed(mini)
    shells = render.shells(site)
    pages = {page.url: page for page in render.plan(site) if page.url.startswith("en/")}
    made = {"en/search/", "en/records/", "en/services/", "en/contacts/", "en/feed/"}
    assert set(pages) == {"en/", *made, "en/records/2020/", "en/records/2020/old-lifts/"}
    page = shells.join(pages["en/records/2020/old-lifts/"].make())
    assert "This document has been repealed" in page
    assert "Repealed from 10 November 2026." in page
    assert "The Chinese text was changed on 15 November 2026, after this translation was made" in page
    assert '<html lang="en" data-words="' in page
    home = shells.join(pages["en/"].make())
    assert "Repealed</span>" in home
    folder = pages["en/records/2020/"].make()
    assert "There is no page at this address" in folder.title
    assert "没有单独的一页" not in shells.join(folder)


def test_the_english_home_page_changes_with_the_newest_translation(small_column):
    older = TRANSLATION.format(day="2026-11-09")
    newer = older.replace("policies/2026/jiazhuang-dianti", "items/minzheng-ju/2026/jiuzhu").replace(
        "09", "12"
    )
    register = small_column({LIFTS: older, "content/en/records/2026/relief.md": newer})
    days = dict(english_pages.PART.in_map(Facts(register)))
    assert {address: day.isoformat() for address, day in days.items()} == {
        "en/records/2026/lifts/": "2026-11-09",
        "en/records/2026/relief/": "2026-11-12",
        "en/": "2026-11-12",
        "en/records/": "2026-11-12",
    }


def test_ways_in_english_say_what_is_done_by_whom_and_when(demo):
    for url, heading in (("en/accessibility/", "Contact"), ("en/request/", "Where to apply")):
        (box,) = demo.pages[url].xpath("//section[@class='act']")
        assert box.xpath("h2")[0].text_content() == heading
        does = [each.text_content() for each in box.xpath(".//li/a | .//li/strong")]
        notes = [each.text_content() for each in box.xpath(".//li/span[not(preceding-sibling::strong)]")]
        assert does and notes
        assert [words for words in (*does, *notes) if HAN.search(words)] == [], url


@pytest.mark.parametrize(
    ("closes", "said", "offered"),
    [
        ("2026-11-21", "Open until 21 November 2026", ["mailto:mzj@example.gov.cn", "tel:+861000000000"]),
        ("2026-11-20", "There is no answer yet", []),
    ],
)
def test_an_english_consultation_offers_the_same_ways_and_says_how_it_stands(
    mini, framed, closes, said, offered
):
    path = mini / "content/consultations/2026/guihua.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    ways = "[{渠道: 邮件, 邮箱: mzj@example.gov.cn}, {渠道: 电话, 号码: 010-00000000}]"
    path.write_text(
        f"---\n标题: 规划征求意见\n单位: 区民政局\n发布日期: 2026-11-02\n开始日期: 2026-11-02\n"
        f"截止日期: {closes}\n方式: {ways}\n---\n说明。\n",
        "utf-8",
    )
    translated = mini / "content/en/records/2026/plan.md"
    translated.parent.mkdir(parents=True, exist_ok=True)
    text = TRANSLATION.format(day="2026-11-09").replace(
        "policies/2026/jiazhuang-dianti", "consultations/2026/guihua"
    )
    translated.write_text(text, "utf-8")
    site = framed(mini)
    (page,) = (each for each in render.plan(site) if each.url == "en/records/2026/plan/")
    tree = html.fromstring(render.shells(site).join(page.make()))
    assert said in tree.xpath("string(//section[contains(@class, 'banner')][1])")
    assert tree.xpath("//section[@class='act'][not(ancestor::template)]//a/@href") == offered
