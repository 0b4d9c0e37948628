"""Feeds as readers' programs see them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import locale
import os
import re
import time
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from gongkai.column.register import Register
from gongkai.common.printable import one_line
from gongkai.common.problems import ContentError
from gongkai.exports.feeds import plan, write, write_all
from gongkai.exports.made import Feed
from gongkai.records.base import Source
from gongkai.records.column import Column
from gongkai.records.types.item import Item

ROOT = "https://www.example.gov.cn/zwgk/"
ATOM = "{http://www.w3.org/2005/Atom}"
FORMATS = ["rss", "atom"]


def text(record):
    return f'<p>{record.body}<a href="#x">文</a></p>'


def parsed(register: Register, name: str, form: str):
    feed = next(feed for feed in plan(register) if feed.name == name)
    found = feedparser.parse(write(feed, register, text)[f"feeds/{name}.{form}.xml"])
    assert not found.bozo, found.bozo_exception
    return found


@pytest.mark.parametrize("form", FORMATS)
def test_entries_are_the_records_newest_first(small_column, form):
    found = parsed(small_column(), "all", form)
    assert [entry.id for entry in found.entries] == [
        ROOT + "meetings/2026/cw-46/",
        "tag:www.example.gov.cn,2026-11-10:effective/0/policies/2026/jiazhuang-dianti/",
        ROOT + "interpretations/2026/jiazhuang-dianti-jiedu/",
        ROOT + "policies/2026/jiazhuang-dianti/",
        ROOT + "items/minzheng-ju/2026/jiuzhu/",
        "tag:www.example.gov.cn,2020-01-01:merged/0/units/jiu-ban/",
    ]
    records = [entry for entry in found.entries if not entry.id.startswith("tag:")]
    assert [entry.link for entry in records] == [entry.id for entry in records]


@pytest.mark.parametrize("form", FORMATS)
def test_an_entry_says_all_of_its_record(small_column, form):
    entry = parsed(small_column(), "policies", form).entries[-1]
    assert entry.title == "示例区老旧小区加装电梯补助办法"
    assert "第一条　为规范补助，制定本办法。" in entry.content[0].value
    assert f'href="{ROOT}policies/2026/jiazhuang-dianti/#x"' in entry.content[0].value
    assert entry.summary == "政策文件（示建发〔2026〕21号），区住房和城市建设委员会2026年11月5日公开。"
    assert entry.author == "区住房和城市建设委员会"
    assert [tag.term for tag in entry.tags] == ["政策文件", "城乡建设、环境保护", "城市更新", "有效"]
    assert time.strftime("%F %T", entry.published_parsed) == "2026-11-04 16:00:00"


@pytest.mark.parametrize("form", FORMATS)
def test_a_feed_names_itself_and_its_page(small_column, form):
    found = parsed(small_column(), "unit-minzheng-ju", form).feed
    assert found.title == "区民政局 · 政务公开专栏 · 北京市示例区人民政府"
    # the page for people that shows the same
    assert found.link == ROOT + "feeds/unit-minzheng-ju/"
    assert found.language == "zh-CN"
    assert found.generator == "政务公开专栏"
    own = [link.href for link in found.links if link.rel == "self"]
    assert own == [f"{ROOT}feeds/unit-minzheng-ju.{form}.xml"]


def test_dates_come_from_records_and_a_note_of_the_future_does_not_count(small_column):
    found = parsed(small_column(), "policies", "atom")
    # the day from which it holds is after its last note that has come
    assert found.entries[0].updated == "2026-11-10T00:00:00+08:00"
    assert found.feed.updated == "2026-11-10T00:00:00+08:00"
    assert parsed(small_column(), "policies", "rss").feed.updated == "Tue, 10 Nov 2026 00:00:00 +0800"


@pytest.mark.parametrize("form", FORMATS)
def test_a_feed_is_as_new_as_the_newest_of_its_records(small_column, form):
    found = parsed(small_column(), "all", form)
    assert len(found.entries) > 1
    assert time.strftime("%F %T", found.feed.updated_parsed) == "2026-11-17 16:00:00"


@pytest.mark.parametrize("form", FORMATS)
def test_what_editors_sum_up_stands_before_the_facts(small_column, form):
    assert parsed(small_column(), "items", form).entries[0].summary == "本季度救助人次。"


@pytest.mark.parametrize("form", FORMATS)
def test_the_feed_of_the_log_says_what_happened_and_what_is_an_example(small_column, form):
    entries = parsed(small_column(), "log", form).entries
    assert [(entry.title, entry.summary) for entry in entries][:3] == [
        ("发布：区政府常务会第 46 次会议", "2026年11月18日发布。"),
        ("更新：示例区老旧小区加装电梯补助办法", "更正附件"),
        ("发布：加装电梯补助问答", "【示例】2026年11月6日发布。"),
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_feed_is_of_the_day_the_column_was_last_added_to(small_column, form):
    found = parsed(small_column({"data/units/xin-ju.yml": "名称: 区新局\n"}), "unit-xin-ju", form)
    assert found.entries == []
    assert time.strftime("%F", found.feed.updated_parsed) == "2026-11-17"


def test_an_example_says_so(small_column):
    entry = parsed(small_column(), "interpretations", "rss").entries[0]
    assert entry.summary.startswith("【示例】")
    assert "示例" in [tag.term for tag in entry.tags]


def test_atom_has_what_the_standard_requires(small_column):
    register = small_column()
    for feed in plan(register):
        root = etree.fromstring(write(feed, register, text)[feed.atom])
        for element in (root, *root.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated", "author", "link"):
                assert element.find(ATOM + name) is not None, (feed.name, name)


def test_all_feeds_are_written_and_parse(small_column, tmp_path):
    register = small_column()
    stage = tmp_path / "site"
    assert write_all(plan(register), register, stage, text) == 3 * len(plan(register))
    for path in stage.rglob("*.xml"):
        assert not feedparser.parse(path.read_bytes()).bozo, path


def test_the_same_bytes_in_another_time_zone_and_locale(small_column, monkeypatch):
    register = small_column()
    feed = plan(register)[0]
    first = write(feed, register, text)
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    old = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "C.UTF-8" if os.name == "posix" else "")
        assert write(feed, register, text) == first
    finally:
        locale.setlocale(locale.LC_ALL, old)
        monkeypatch.undo()
        time.tzset()


def test_a_record_cannot_stand_twice(small_column):
    register = small_column()
    feed = plan(register)[0]
    twice = dataclasses.replace(feed, records=feed.records * 2)
    with pytest.raises(AssertionError, match="duplicate"):
        write(twice, register, text)


def test_a_refused_link_is_a_problem_of_its_file(small_column):
    register = small_column()
    with pytest.raises(ContentError) as caught:
        write(plan(register)[1], register, lambda record: '<a href="javascript:alert(1)">x</a>')
    problem = caught.value.problems[0]
    assert problem.path == "content/policies/2026/jiazhuang-dianti.md"
    assert "javascript:alert(1)" in problem.message


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-23", "2026年11月24日（星期二）召开。"),
        ("2026-11-24", "2026年11月24日（星期二）召开。"),
        ("2026-11-25", "会议已经召开。会议的结果在2026年11月27日（星期五）以前公布。"),
        ("2026-11-28", "会议已经召开。会议的结果应当在2026年11月27日（星期五）以前公布，现在还没有。"),
    ],
)
def test_a_meeting_says_how_it_stands_before_anything_else(small_column, day, words):
    opened = {
        "content/meetings/2026/cw-46.md": (
            "---\n会议名称: 区政府常务会\n日期: 2026-11-24\n预告日期: 2026-11-18\n"
            "是否开放: 是\n开放方式: [列席]\n"
            "议题: [{标题: 审议规划, 承办单位: 区民政局}]\n---\n会议。\n"
        )
    }
    register = small_column(opened, dt.date.fromisoformat(day))
    register.awaited = {"meetings/2026/cw-46": dt.date(2026, 11, 27)}
    for form in FORMATS:
        entry = parsed(register, "meetings", form).entries[-1]
        assert entry.summary.startswith(words) and words in entry.content[0].value


def test_a_record_without_a_text_has_its_summary_where_a_text_would_be(small_column):
    files = {"content/items/minzheng-ju/2026/jiuzhu.md": item_without_text()}
    register = small_column(files)
    feed = next(feed for feed in plan(register) if feed.name == "items")
    made = write(feed, register, lambda record: "")
    (told,) = json.loads(made[feed.json])["items"]
    assert told["content_text"] == told["summary"] == "本季度救助人次。" and "content_html" not in told
    for form in FORMATS:
        assert "content" not in feedparser.parse(made[f"feeds/items.{form}.xml"]).entries[0]


def item_without_text() -> str:
    return "---\n标题: 救助\n单位: 区民政局\n发布日期: 2026-10-12\n摘要: 本季度救助人次。\n---\n见附件。\n"


def test_json_feed_says_the_same_as_atom(small_column):
    register = small_column()
    feed = next(each for each in plan(register) if each.name == "unit-zhufang-jianshe-wei")
    written = write(feed, register, text)
    made, atom = json.loads(written[feed.json]), feedparser.parse(written[feed.atom])
    assert made["version"] == "https://jsonfeed.org/version/1.1"
    assert (made["title"], made["home_page_url"]) == (atom.feed.title, atom.feed.link)
    assert made["feed_url"] == f"{ROOT}feeds/unit-zhufang-jianshe-wei.json"
    assert [(each["id"], each["url"], each["title"], each["date_published"]) for each in made["items"]] == [
        (entry.id, entry.link, entry.title, entry.published) for entry in atom.entries
    ]
    told = {each["id"]: each.get("content_html") or each["content_text"] for each in made["items"]}
    assert all(told.values()) and any("第一条" in each for each in told.values())


REPEALED = {
    "content/policies/2026/xin.md": (
        "---\n标题: 新办法\n发文机关: 区住房城市建设委\n成文日期: 2026-11-12\n发布日期: 2026-11-12\n"
        "是否规范性文件: 否\n替代: [{文件: 示建发〔2026〕21号}]\n---\n第一条　甲。\n"
    )
}


@pytest.mark.parametrize("form", FORMATS)
def test_a_repealed_document_says_so_before_anything_else(small_column, form):
    entries = {entry.link: entry for entry in parsed(small_column(REPEALED), "policies", form).entries}
    entry = entries[ROOT + "policies/2026/jiazhuang-dianti/"]
    said = "本文件已废止，从2026年11月12日起不再有效。依据：《新办法》。现行的是《新办法》。"
    assert entry.title.startswith("【已废止】示例区")
    assert entry.summary.startswith(said)
    assert entry.content[0].value.startswith(f"<p><strong>{said}</strong></p>")
    assert entries[ROOT + "policies/2026/xin/"].title == "新办法"


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
HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
NASTY = st.sampled_from(
    ["]]>", "<script>alert(1)</script>", "&amp;\"'", "\x00\x0b\x1f", "￾￿", "👨‍👩‍👧", "\u2028\r\n", "</item>"]
)


@given(
    words=st.lists(st.one_of(HOSTILE, NASTY), min_size=1, max_size=3)
    .map("".join)
    .map(lambda text: text[:100])
)
def test_hostile_words_pass_through_as_words(markup_let_through, words):
    # a line break is refused in a title, whatever else is let through
    title = re.sub("[\r\n]", " ", f"名{words}")
    fields: dict[str, Any] = {
        "标题": title,
        "单位": f"单{words}",
        "发布日期": "2026-10-12",
        "摘要": f"摘{words}",
    }
    fields["关键词"] = [f"词{words}"]
    record = Item.model_validate(fields).placed(Source("content/items/a/2026/b.md", "items/a/2026/b"))
    assert isinstance(record, Item)
    register = Register([record], dt.date(2026, 11, 21), COLUMN)
    feed = Feed("items", f"题{words}", "items/", (record,))
    written = write(feed, register, lambda each: f"<p>{words}</p>" if "<" not in words else "<p>文</p>")
    assert not any(feedparser.parse(written[path]).bozo for path in (feed.rss, feed.atom))
    assert json.loads(written[feed.json])["items"][0]["title"] == one_line(title)
    atom = etree.fromstring(written[feed.atom])
    assert atom.findtext(f"{ATOM}entry/{ATOM}title") == one_line(title)
    rss = etree.fromstring(written[feed.rss])
    assert rss.findtext("channel/item/title") == one_line(title)
    assert rss.findtext("channel/title", "").startswith(one_line(f"题{words}"))
