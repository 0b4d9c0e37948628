"""Which feeds a column has, and what stands in them."""

from __future__ import annotations

from gongkai.column.register import Register
from gongkai.exports.feeds import LIMIT, plan
from gongkai.exports.made import Feed
from gongkai.records import listed_types
from gongkai.records.base import Source
from gongkai.records.types.standard import Standard


def planned(register: Register) -> dict[str, Feed]:
    return {feed.name: feed for feed in plan(register)}


def slugs(feed: Feed) -> list[str]:
    return [record.slug for record in feed.records]


def item(day: str) -> str:
    return f"---\n标题: 信息\n单位: 区民政局\n发布日期: {day}\n---\n正文。\n"


def test_whole_column_types_units_topics_and_domains(small_column):
    feeds = planned(small_column())
    assert list(feeds) == [
        "all",
        *(record_type.section() for record_type in listed_types()),
        "catalogue",
        "unit-jiu-ban",
        "unit-minzheng-ju",
        "unit-zhufang-jianshe-wei",
        "topic-building",
        "domain-renewal",
        "domain-elderly",
        "life-effective",
        "life-renamed",
        "answers",
        "log",
    ]
    assert slugs(feeds["all"]) == ["cw-46", "jiazhuang-dianti-jiedu", "jiazhuang-dianti", "jiuzhu"]
    assert slugs(feeds["unit-minzheng-ju"]) == ["cw-46", "jiuzhu"]


def test_the_feed_of_the_catalogue_holds_what_names_an_entry(small_column):
    register = small_column()
    named = {record.slug for entry in register.catalogue for record in register.fulfilled_by(entry)}
    assert set(slugs(planned(register)["catalogue"])) == named and named


def test_rules_have_a_feed_where_there_are_rules(small_column):
    register = small_column()
    rule = Standard.model_validate(
        {"名称": "规则", "依据": [{"文件": "办法", "条款": "第一条"}], "生效日期": "2026-11-01"}
    )
    rule.placed(Source("data/standards/jia.yml", "standards/jia"))
    feed = next(feed for feed in plan(register, [rule]) if feed.name == "rulebook")
    assert [(event.title, event.address) for event in feed.events] == [("规则", "rulebook/jia/")]
    assert "rulebook" not in planned(register)


def test_every_feed_belongs_to_a_page(small_column):
    pages = {feed.name: feed.page for feed in plan(small_column())}
    assert pages["all"] == ""
    assert pages["unit-minzheng-ju"] == "units/minzheng-ju/"
    assert pages["topic-building"] == "policies/topic/building/"
    assert pages["domain-elderly"] == "domains/elderly/"
    assert pages["domain-renewal"] == "domains/renewal/"


def test_an_interpretation_reaches_those_who_follow_its_policys_subject(small_column):
    feeds = planned(small_column())
    assert slugs(feeds["topic-building"]) == ["jiazhuang-dianti-jiedu", "jiazhuang-dianti"]
    assert slugs(feeds["domain-renewal"]) == ["jiazhuang-dianti-jiedu", "jiazhuang-dianti"]


def test_an_item_stands_in_the_domain_of_its_catalogue_entry(small_column):
    assert slugs(planned(small_column())["domain-elderly"]) == ["jiuzhu"]


def test_what_is_not_public_yet_makes_no_feed(small_column):
    feeds = planned(small_column())
    assert "topic-foreign" not in feeds
    assert "domain-audit" not in feeds
    assert all("weilai" not in slugs(feed) for feed in feeds.values())


def test_units_in_use_have_a_feed_before_they_publish_and_merged_ones_only_with_records(small_column):
    xin = {"data/units/xin-ju.yml": "名称: 区新局\n"}
    jiu = {"content/items/jiu-ban/2019/a.md": item("2019-05-06").replace("区民政局", "区旧改办")}
    feeds = planned(small_column({**xin, **jiu}))
    assert slugs(feeds["unit-xin-ju"]) == []
    assert slugs(feeds["unit-jiu-ban"]) == ["a"]


def test_a_feed_ends_after_the_newest(small_column):
    days = {f"2025-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 29)}
    files = {f"content/items/minzheng-ju/2025/r{day[5:]}.md": item(day) for day in days}
    feed = planned(small_column({**files, "content/items/minzheng-ju/2026/jiuzhu.md": None}))["items"]
    assert slugs(feed) == [f"r{day[5:]}" for day in sorted(days, reverse=True)[:LIMIT]]


def test_the_feeds_of_what_happened_end_after_the_newest(small_column):
    days = [f"2025-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 29)]
    register = small_column({f"content/items/minzheng-ju/2025/r{day[5:]}.md": item(day) for day in days})
    rules = []
    for day in days:
        rule = Standard.model_validate(
            {"名称": "规则", "依据": [{"文件": "办法", "条款": "第一条"}], "生效日期": day}
        )
        rule.placed(Source(f"data/rulebook/r{day}.yml", f"standards/r{day}"))
        rules.append(rule)
    feeds = {feed.name: feed for feed in plan(register, rules)}
    for feed in (feeds["log"], feeds["rulebook"]):
        told = [event.day for event in feed.events]
        assert len(told) == LIMIT and told == sorted(told, reverse=True)
    assert str(feeds["rulebook"].events[0].day) == days[-1]
