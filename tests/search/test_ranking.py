"""The right thing first: whole names, then share of the title × type × state × newness; the rest apart."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gongkai import search

WEIGHTS = json.loads((Path(search.__file__).parent / "ranking.json").read_text("utf-8"))
Order = Callable[..., list[str]]


def hit(name: str, title: str, query: str, **other: Any) -> dict[str, Any]:
    """A document with a title, found by the parts of a query; a body has whatever the title has not."""
    number = other.pop("number", "")
    whole = f"{title}\x01{number}"
    places = [(whole.find(part), len(part)) for part in query.split()]
    matches = [{"place": 1e9 if place < 0 else place, "length": length} for place, length in places]
    plain: dict[str, Any] = {"type": "信息", "status": "", "date": "2026-03-01", "partial": False}
    for key in ("type", "status"):
        plain[key] = [other.pop(key, plain[key])]
    lengths = {"title": len(title), "number": len(number), "numberAt": len(title) + 1}
    return {"name": name, "matches": matches, **plain, **lengths, **other}


@pytest.fixture(scope="session")
def order(call: Callable[..., list[Any]]) -> Order:
    def ordered(query: str, *hits: dict[str, Any]) -> list[str]:
        (answer,) = call("ranking.js", "order", [[hits, query, WEIGHTS]])
        return [each["name"] for each in answer]

    return ordered


def test_the_whole_title_or_number_before_all_else(order: Order) -> None:
    query = "加装电梯"
    hits = [
        hit("guide", "加装电梯申请", query, type="办事指南"),
        hit("old", "加装电梯", query, status="废止", date="2010-01-01", type="活动"),
        hit("number", "通知", query, number="加装电梯", type="会议"),
    ]
    assert order(query, *hits)[2] == "guide"


def test_type_then_state_then_newness(order: Order) -> None:
    query = "电梯"
    title = "老旧小区加装电梯补助"
    hits = [
        hit("event", title, query, type="活动"),
        hit("repealed", title, query, type="政策文件", status="废止"),
        hit("older", title, query, type="政策文件", status="有效", date="2020-03-01"),
        hit("guide", title, query, type="办事指南"),
        hit("newer", title, query, type="政策文件", status="有效"),
        hit("body", "别的事", query, type="政策文件"),
    ]
    assert order(query, *hits) == ["guide", "newer", "older", "repealed", "event", "body"]


def test_what_holds_counts_however_old_where_it_is_about_what_was_asked(order: Order) -> None:
    query = "电梯"
    hits = [
        hit("rule", "老旧小区加装电梯补助", query, type="政策文件", status="有效", date="2010-03-01"),
        hit("news", "老旧小区加装电梯补助", query, type="政策文件", date="2014-03-01"),
        hit("mentions", "别的事", query, type="政策文件", status="有效", date="2010-03-01"),
        hit("tells", "别的事", query, type="政策文件", date="2016-03-01"),
    ]
    assert order(query, *hits) == ["rule", "news", "tells", "mentions"]


def test_a_unit_in_whose_care_a_matter_is_stands_below_what_is_about_it(order: Order) -> None:
    hits = [
        hit("unit", "区民政局", "区民政局", type="单位", other=True, care=True),
        hit("guide", "怎样办结婚登记", "结婚登记", type="办事指南"),
        hit("mentions", "别的事", "结婚登记"),
    ]
    assert order("结婚登记", *hits) == ["guide", "unit", "mentions"]


def test_the_more_of_the_title_it_is_the_further_up(order: Order) -> None:
    query = "预算"
    hits = [
        hit("long", "区财政局二〇二六年部门预算公开说明", query),
        hit("begins", "预算公开", query),
        hit("within", "部门预算", query),
    ]
    assert order(query, *hits) == ["begins", "within", "long"]


def test_parts_in_the_title_count_together(order: Order) -> None:
    query = "电梯 补助"
    hits = [hit("one", "电梯安全检查", query), hit("both", "电梯加装补助", query)]
    assert order(query, *hits) == ["both", "one"]


def test_a_number_by_its_ends(order: Order) -> None:
    query = "示建发( )21号"
    hits = [
        hit("cites", "关于某事的通知", query, type="办事指南"),
        hit("it", "补助办法", query, number="示建发(2026)21号", type="会议", status="废止"),
    ]
    assert order(query, *hits) == ["it", "cites"]


def test_matters_of_officials_stand_apart_and_parts_of_numbers_below(order: Order) -> None:
    query = "年报"
    hits = [
        hit("rule", "年报", query, type="规则"),
        hit("task", "年报", query, type="要点任务"),
        hit("news", "别的事", query),
        hit("part", "年报", query, partial=True),
    ]
    assert order(query, *hits) == ["news", "part", "rule", "task"]


def test_what_was_typed_before_other_words_and_what_the_query_asks_for(order: Order) -> None:
    query = "民政局电话"
    hits = [
        hit("unit", "区民政局工作电话安排", "电话", type="信息"),
        hit("contact", "区民政局对外电话安排", "电话", type="对外电话"),
        hit("typed", "区民政局对外电话安排", "电话", type="对外电话"),
    ]
    hits[1]["other"] = True
    assert order(query, *hits) == ["typed", "contact", "unit"]


def test_a_house_is_asked_for_by_who_is_in_it(order: Order) -> None:
    told = [
        hit("told", "某意见", "甲路6号", type="意见征集"),
        hit("house", "某查阅点", "甲路6号", type="查阅点"),
    ]
    assert order("甲路6号", *told) == ["house", "told"]
    assert order("甲路6", *told) == ["told", "house"]


def test_a_line_for_officials_stands_apart_unless_asked_for(order: Order) -> None:
    lines = [
        hit("line", "加装电梯", "加装电梯", type="规则"),
        hit("other", "通知", "加装电梯"),
        hit("asked", "加装电梯", "加装电梯", type="规则", asked=True),
    ]
    assert order("加装电梯", *lines) == ["asked", "other", "line"]


def test_every_type_of_the_weights_is_one(order: Order) -> None:
    assert not set(WEIGHTS["types"]) & set(WEIGHTS["folded"])
    assert order("电梯") == []


def test_what_only_names_the_unit_in_whose_care_it_is_stands_below_what_mentions_it(order: Order) -> None:
    query = "水质"
    unit = "区生态环境局"
    hits = [
        {**hit("budget", f"{unit}预算", unit, type="财政预决算"), "care": True, "other": True},
        hit("body", "抢修", query, type="回应关切"),
        {**hit("unit", unit, unit, type="单位"), "care": True, "other": True},
    ]
    assert order(query, *hits) == ["unit", "body", "budget"]


def test_a_summary_that_tells_of_a_matter_stands_above_the_unit_in_whose_care_it_is(order: Order) -> None:
    query = "菜价"
    unit = "区商务局"
    hits = [
        {**hit("unit", unit, unit, type="单位"), "care": True, "other": True},
        {**hit("mentions", "别的事", query), "cared": True},
        {**hit("tells", "助餐安排", query), "cared": True, "early": True},
        {**hit("phone", "区商务局对外电话", query, type="对外电话"), "cared": True, "early": True},
    ]
    assert order(query, *hits) == ["tells", "unit", "mentions", "phone"]
