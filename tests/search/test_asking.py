"""One question put to all shards: step by step, told on the way; officials' matters folded; columns first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gongkai.search.words import Named, tables

ALIASES = [("装电梯", ["加装电梯"]), ("开饭馆", ["餐饮", "企业开办"])]
COLUMNS = [Named("政策解读", "interpretations/")]
SHARDS: dict[str, list[dict[str, Any]]] = {
    "2026/": [
        {"title": "加装电梯补助办法", "type": "政策文件"},
        {"title": "电梯", "type": "要点任务"},
        {"title": "餐饮许可", "type": "办事指南"},
        {"title": "幼儿园招生", "text": "报名在六月"},
    ],
    "2025/": [
        {"title": "装电梯公开讲", "type": "活动"},
        {"title": "企业开办", "type": "办事指南"},
        {"title": "电梯年检规则", "type": "规则"},
    ],
    "2024/": [{"title": "加装电梯细则", "type": "政策文件", "status": ["废止"]}],
}
QUERIES: list[tuple[str, dict[str, str]]] = [
    ("电梯", {}),
    ("装电梯", {}),
    ("请问加装电梯要交什么材料", {}),
    ("开饭馆要什么手续", {}),
    ("幼雅园", {}),
    ("电梯", {"type": "规则"}),
    ("政策解读在哪里", {}),
    ("年检", {}),
]


@pytest.fixture(scope="module")
def answers(told: Callable[..., list[dict[str, Any]]]) -> dict[tuple[str, str], dict[str, Any]]:
    """Query and type asked for → what the search tells on the way and at the end."""
    found = told(SHARDS, tables(ALIASES, COLUMNS), QUERIES)
    return {
        (query, filters.get("type", "")): each for (query, filters), each in zip(QUERIES, found, strict=True)
    }


def test_what_is_found_first_is_shown_while_older_years_are_searched(answers: dict[Any, Any]) -> None:
    """Also where words that people use are looked for beside those typed."""
    steps = answers["电梯", ""]["steps"]
    assert [each["titles"] for each in steps] == [
        ["加装电梯补助办法"],
        ["加装电梯补助办法", "装电梯公开讲"],
    ]
    assert not any(each["complete"] for each in steps) and answers["电梯", ""]["complete"]
    assert answers["装电梯", ""]["steps"][0]["titles"] == ["加装电梯补助办法"]


def test_other_words_of_a_step_are_put_together_each_document_once(answers: dict[Any, Any]) -> None:
    found = answers["装电梯", ""]
    assert sorted(found["titles"]) == ["加装电梯细则", "加装电梯补助办法", "装电梯公开讲"]
    assert found["count"] == 3 and found["said"] == ["加装电梯"]


def test_a_question_is_asked_without_its_manners_when_it_stands_nowhere(answers: dict[Any, Any]) -> None:
    found = answers["请问加装电梯要交什么材料", ""]
    assert found["titles"][0] == "加装电梯补助办法" and not found["approximate"]
    assert sorted(answers["开饭馆要什么手续", ""]["titles"]) == ["企业开办", "餐饮许可"]


def test_what_is_near_only_when_nothing_else_is_there(answers: dict[Any, Any]) -> None:
    assert answers["幼雅园", ""]["approximate"] and answers["幼雅园", ""]["titles"] == ["幼儿园招生"]
    assert not any(answers[query, ""]["approximate"] for query in ("电梯", "装电梯"))


def test_matters_of_officials_are_folded_until_asked_for(answers: dict[Any, Any]) -> None:
    """Counted apart; shown where a reader chooses their type, and where there is nothing else."""
    found = answers["电梯", ""]
    assert (found["count"], found["folded"]) == (3, 2)
    assert not {"电梯", "电梯年检规则"} & set(found["titles"])
    assert answers["电梯", "规则"]["titles"] == ["电梯年检规则"] and not answers["电梯", "规则"]["folded"]
    assert answers["年检", ""]["titles"] == ["电梯年检规则"] and not answers["年检", ""]["folded"]


def test_a_column_that_is_named_is_led_to(answers: dict[Any, Any]) -> None:
    assert answers["政策解读在哪里", ""]["columns"] == [{"label": "政策解读", "address": "interpretations/"}]
    assert not answers["电梯", ""]["columns"]
