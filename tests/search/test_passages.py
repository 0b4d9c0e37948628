"""Words together or apart, in a question or behind it; a word that no table knows, and its pieces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gongkai.search.words import tables

Call = Callable[..., list[Any]]
TABLES = {
    **tables([], [], []),
    "alike": {word: [] for word in ("登记", "大米", "搬运", "木桌", "路费", "报销", "木箱")},
    "roots": {},
}
SHARDS: dict[str, list[dict[str, Any]]] = {
    "2026/": [
        {"title": "甲项目说明", "text": "搬运要有人\n过了很久\n大米在仓库"},
        {"title": "乙项目说明", "text": "过了很久\n大米在仓库，搬运要有人\n别的"},
        {"title": "多久能办完?(木桌、登记)", "text": "三日"},
        {"title": "木桌的登记安排以及其他各项附带说明", "text": "到窗口"},
        {"title": "出差须知", "text": "路费凭票报销，搬运另算"},
        {"title": "某地处理规定", "text": "虚报冒领款项都处理了"},
        {"title": "木箱说明之甲", "asked": "木箱哪天有\n木箱卖完了"},
        {"title": "木箱须量尺寸", "type": "规则", "asked": "木箱尺码对不对"},
        {"title": "木箱说明之乙", "asked": "家里平时要用的木箱收费多少钱一只呢"},
        *({"title": f"其他事项之{n}", "text": "没有什么"} for n in range(30)),
    ],
}
FIRST = {
    # both documents hold both words, one of them in one paragraph
    "大米怎么搬运": "乙项目说明",
    # what stands behind the question only says what it is about
    "木桌、登记和办理": "木桌的登记安排以及其他各项附带说明",
    # a word of four characters that no table knows is one word, not three
    "路费报销搬运和虚报冒领款项": "出差须知",
    # of two that people ask for with this word, the one that they ask the same of
    "木箱价格是多少": "木箱说明之乙",
    # a line for officials, asked for as they ask for it
    "木箱尺码对不对呢": "木箱须量尺寸",
}


@pytest.fixture(scope="module")
def titles(told: Callable[..., list[dict[str, Any]]]) -> dict[str, list[str]]:
    found = told(SHARDS, TABLES, [(query, {}) for query in FIRST])
    return {query: each["titles"] for query, each in zip(FIRST, found, strict=True)}


@pytest.mark.parametrize("query", FIRST)
def test_that_comes_first_in_which_the_words_stand_together(titles: dict[str, list[str]], query: str) -> None:
    assert titles[query][0] == FIRST[query], titles[query]


@pytest.mark.parametrize(
    ("words", "another"),
    # a question of the guide to 学生转学 is no answer where nothing was typed of that; 插班 says it otherwise
    [(["孩子", "打针"], True), (["孩子", "转学"], False), (["孩子", "插班"], False)],
)
def test_a_question_of_another_matter(call: Call, words: list[str], another: bool) -> None:
    question = "孩子插班找谁" if "插班" in words else "孩子转学找谁"
    assert call("passages.js", "missed", [[question, "学生转学", words]]) == [another]
