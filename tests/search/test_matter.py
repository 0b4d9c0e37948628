"""What a question is about, and which documents hold most of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gongkai.search.words import tables

Call = Callable[..., list[Any]]
Told = Callable[[str], dict[str, Any]]
TABLES = {
    **tables([("装电梯", ["加装电梯"]), ("身份证", ["区公安分局"])], [], care=["身份证"]),
    "alike": {"公园": ["绿地"], "毕业": ["毕业生"], "水费": [], "水费交": [], "交款": []},
    "roots": {"罚": ["处罚", "罚款"]},
}
#: what is typed → the words of which one will do, typed ones first
ABOUT: dict[str, list[list[str]]] = {
    # manners only count where a title asks in the same way; words that people use stand for official ones
    "请问装电梯要交什么材料": [["装电梯", "加装电梯"], ["什么材料", "哪些材料", "材料"]],
    # where no word is known, pairs; none across a manner, a mark or a space
    "绿地怎么验收": [["绿地"], ["验收"]],
    "绿地，验收": [["绿地"], ["验收"]],
    "口袋公园选址": [["口袋"], ["公园", "绿地"], ["选址"]],
    # words of the wish are there and count little
    "装电梯申请": [["装电梯", "加装电梯"], ["申请"]],
    # a character that is left over is short for words
    "罚了": [["罚了", "处罚", "罚款"]],
    # numbers and Latin words are whole
    "15分钟": [["15"], ["分钟"]],
    "ppp项目": [["ppp"], ["项目"]],
    # cut so that nothing is left over: not 水费交, which is longer, and 款
    "水费交款": [["水费"], ["交款"]],
    # nothing but manners
    "怎么样": [],
}


def test_the_words_of_a_question(call: Call) -> None:
    found = call("matter.js", "matter", [[query, TABLES] for query in ABOUT])
    for (query, wanted), answer in zip(ABOUT.items(), found, strict=True):
        assert sorted(each["words"] for each in answer["concepts"]) == sorted(wanted), query


def test_a_number_and_what_stands_in_quotation_marks_are_not_taken_apart(call: Call) -> None:
    asked = ["示建发〔2026〕21号", "“装电梯”"]
    assert call("matter.js", "matter", [[query, TABLES] for query in asked]) == [None, None]


def test_a_hostile_question_stays_small(call: Call) -> None:
    asked = ["怎么" * 500, "(" * 300, "装电梯" * 200, "\\[^", "__proto__", "constructor", "一二三四" * 50]
    for answer in call("matter.js", "matter", [[query, TABLES] for query in asked]):
        assert len({word for each in (answer or {}).get("concepts", ()) for word in each["words"]}) <= 36


SHARDS: dict[str, list[dict[str, Any]]] = {
    "2026/": [
        {"title": "就业见习补贴管理办法", "type": "政策文件", "text": "毕业生可以参加，按月发放基本生活费"},
        {"title": "工作情况报告", "text": "毕业生、见习、单位、工作和生活"},
        {"title": "区公安分局", "type": "单位", "text": "负责户口"},
        {"title": "窗口调整的通知", "text": "办身份证的窗口改在一层"},
    ],
    "2025/": [
        {"title": "招聘会", "type": "活动", "text": "面向毕业生"},
        {"title": "就业见习规则", "type": "规则"},
    ],
}


@pytest.fixture(scope="module")
def told_titles(told: Callable[..., list[dict[str, Any]]]) -> Told:
    """query → what the search tells at the end."""
    asked = [
        "毕业了能去见习吗",
        "见习的工作单位",
        "见习 毕业生 补贴",
        "办身份证",
        "身份证丢了怎么办",
        "见刁补帖",
        "福源单位",
        "见习单位补助",
    ]
    found = told(SHARDS, TABLES, [(query, {}) for query in asked])
    answers = dict(zip(asked, found, strict=True))
    return lambda query: answers[query]


def test_what_holds_most_stands_first_and_the_title_counts(
    told_titles: Callable[[str], dict[str, Any]],
) -> None:
    found = told_titles("毕业了能去见习吗")
    assert found["titles"][0] == "就业见习补贴管理办法" and not found["approximate"]
    assert "招聘会" not in told_titles("见习 毕业生 补贴")["titles"][:1]
    assert "就业见习规则" not in found["titles"] and found["folded"] == 1


def test_the_unit_in_whose_care_a_matter_is(told_titles: Told) -> None:
    """Beside what holds the words, also where a whole question was typed."""
    assert set(told_titles("办身份证")["titles"][:2]) == {"区公安分局", "窗口调整的通知"}
    assert "区公安分局" in told_titles("身份证丢了怎么办")["titles"][:2]


def test_what_is_likely_mistyped_is_only_near(told_titles: Told) -> None:
    assert told_titles("见刁补帖")["approximate"]


@pytest.mark.parametrize("query", ["福源单位", "见习单位补助"])
def test_what_is_near_is_shown_while_another_writing_is_looked_for(told_titles: Told, query: str) -> None:
    """What was told on the way is what stands there in the end, so that nothing moves."""
    found = told_titles(query)
    assert found["steps"] and not found["steps"][-1]["complete"] and found["steps"][-1]["approximate"]
    assert found["steps"][-1]["titles"] == found["titles"]


def test_a_common_word_is_not_enough_where_the_rare_one_stands_nowhere(told_titles: Told) -> None:
    assert told_titles("福源单位")["approximate"]
