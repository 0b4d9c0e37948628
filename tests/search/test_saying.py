"""What people tell in their own words: numbers, matters in the care of a unit, no answer left empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gongkai.search.words import tables

Told = Callable[[str], dict[str, Any]]
TABLES = {
    **tables([("结婚登记证", ["区民政局"]), ("公款", ["公务用车"])], [], care=["结婚登记证"]),
    "alike": {"做饭": ["助餐"], "爸妈": ["老年人"], "房东": ["出租人"], "拆违": ["违法建设"]},
    "roots": {},
}
#: what follows a place → how much of it is a number with what it counts, and some of its writings
COUNTED: dict[str, tuple[int, set[str]] | None] = {
    "六岁以下": (2, {"六岁", "6岁", "6周岁", "六周岁"}),
    "18度": (3, {"18度", "18摄氏度", "十八度"}),
    "十月的": (2, {"十月", "10月"}),
    "五楼": (2, {"五楼", "5层", "五层"}),
    "二十一号": (4, {"21日"}),
    "两层": (2, {"2层"}),
    "三十八次": (4, {"38次"}),
    # what counts nothing, and more than a figure of two places
    "六合": None,
    "岁数": None,
    "12345": None,
}


def test_a_number_in_every_writing(call: Callable[..., list[Any]]) -> None:
    found = call("measures.js", "measured", [[text, TABLES["measures"]] for text in COUNTED])
    for (text, wanted), answer in zip(COUNTED.items(), found, strict=True):
        assert (answer is None) == (wanted is None), text
        if wanted:
            assert answer["length"] == wanted[0] and wanted[1] <= set(answer["words"]), text


def test_nothing_is_counted_without_words_for_it(call: Callable[..., list[Any]]) -> None:
    assert call("measures.js", "measured", [["六岁", {}]]) == [None]


AGES: dict[str, list[str] | None] = {
    "82了有什么": ["高龄", "老年人"],
    "八十多": ["高龄", "老年人"],
    "65岁": ["老年人", "养老"],
    "两岁半": ["托位", "婴幼儿", "托育"],
    # figures of anything else
    "82": None,
    "12了": None,
    "200多": None,
    "30岁": None,
}


def test_an_age_tells_what_there_is_for_it(call: Callable[..., list[Any]]) -> None:
    found = call("measures.js", "aged", [[text, TABLES["ages"]] for text in AGES])
    assert [each and each["words"] for each in found] == [*AGES.values()]


SHARDS: dict[str, list[dict[str, Any]]] = {
    "2026/": [
        {"title": "区民政局", "type": "单位", "text": "结婚登记证、离婚登记证和救助"},
        {"title": "结婚登记预约", "type": "办事指南", "text": "先打电话"},
        {"title": "社区助餐安排", "text": "老年人可以订餐"},
        {"title": "拆违", "type": "要点任务", "text": "拆违"},
        {"title": "拆除违法建设进展", "text": "三千平方米"},
        {"title": "绿道一期", "text": "支出", "date": "2025-03-01"},
        {"title": "绿道二期", "text": "支出", "date": "2024-03-01"},
        {"title": "门口照明", "text": "2024年装灯，前年修路"},
        {"title": "财政情况", "text": "公务用车的费用"},
        {"title": "停车设施管理办法", "type": "政策文件", "text": "规定怎样停车"},
        {"title": "停车会议", "type": "会议", "text": "讨论停车办法"},
        {"title": "车辆检验办法", "type": "政策文件", "text": "检验车辆的办事窗口，停车办理"},
        {"title": "租房案例", "text": "二房东卷走租金"},
        *({"title": f"出租人须知之{n}", "type": "政策文件", "text": "出租人的责任"} for n in range(16)),
    ],
}


@pytest.fixture(scope="module")
def titles(told: Callable[..., list[dict[str, Any]]]) -> Told:
    asked = [
        "结婚登记证在哪里办",
        "爸妈中午没人做饭",
        "公款花费",
        "停车办法",
        "二房东跑了",
        "量子计算",
        "门口做饭怎么办",
        "拆违",
        "绿道 2024 支出",
        "前年绿道支出",
    ]
    found = told(SHARDS, TABLES, [(query, {}) for query in asked])
    return lambda query: dict(zip(asked, found, strict=True))[query]


def test_a_unit_that_only_has_it_in_its_care_stands_below_what_is_about_it(titles: Told) -> None:
    assert titles("结婚登记证在哪里办")["titles"][0] == "结婚登记预约"


def test_what_is_told_without_a_question_is_understood(titles: Told) -> None:
    assert titles("爸妈中午没人做饭")["titles"][0] == "社区助餐安排"


def test_little_is_better_than_nothing_where_a_word_is_known(titles: Told) -> None:
    found = titles("公款花费")
    assert found["titles"] == ["财政情况"] and found["approximate"]
    assert not titles("量子计算")["titles"]


def test_a_type_behind_the_matter_asks_for_the_type(titles: Told) -> None:
    """Whatever has the two side by side in its text."""
    assert titles("停车办法")["titles"][0] == "停车设施管理办法"


def test_a_longer_word_that_documents_have_counts_before_the_known_one_in_it(titles: Told) -> None:
    assert titles("二房东跑了")["titles"][0] == "租房案例"


def test_what_everybody_says_of_anything_counts_for_little(titles: Told) -> None:
    assert titles("门口做饭怎么办")["titles"][0] == "社区助餐安排"


def test_a_short_word_for_a_matter_of_officials_finds_what_readers_have_of_it(titles: Told) -> None:
    assert titles("拆违")["titles"][0] == "拆除违法建设进展"


def test_a_year_is_that_of_the_document_where_it_does_not_say_it(titles: Told) -> None:
    assert titles("绿道 2024 支出")["titles"][0] == "绿道二期"
    assert titles("前年绿道支出")["titles"][0] == "绿道二期"
