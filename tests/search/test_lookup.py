"""Which queries are looked for in datasets when no page has them, and by which words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gongkai.search.words import tables

WORDS = tables([], [])["answering"]
LIKELY = {
    "福源餐饮": "福源餐饮",
    "福源公司": "福源",
    "知味文化公司": "知味文化",
    "福源餐饮有限责任公司": "福源餐饮",
    "示建施许〔2026〕00010号": "示建施许(2026)00010号",
    "示城管罚2026年第12号": "示城管罚2026年第12号",
    # four figures and more behind the year are those of a decision, as it is written
    "示卫罚2026 00004": "示卫罚(2026)00004号",
    "示卫罚2026年00004号": "示卫罚(2026)00004号",
    # a question, a word for all of them, and what is no name
    "哪里有超市": "",
    "公司": "",
    "有限公司": "",
    "餐饮": "",
    "加装电梯": "",
    "2026年": "",
}


def test_short_names_and_numbers_of_decisions(call: Callable[..., list[Any]]) -> None:
    found = call("named.js", "likely", [[query, WORDS] for query in LIKELY])
    assert dict(zip(LIKELY, found, strict=True)) == LIKELY


APART = {
    "安居口腔门诊部 罚款": {"name": "安居口腔门诊部", "wanted": "处罚"},
    "福源餐饮有限公司被罚了吗": {"name": "福源餐饮有限公司", "wanted": "处罚"},
    "许可证 安居大药房": {"name": "安居大药房", "wanted": "许可"},
    # what is no name stays whole
    "停车罚款": {"name": "停车罚款", "wanted": ""},
    "安居口腔门诊部": {"name": "安居口腔门诊部", "wanted": ""},
}


def test_a_name_and_what_is_wanted_of_the_company(call: Callable[..., list[Any]]) -> None:
    assert dict(zip(APART, call("named.js", "apart", [[each] for each in APART]), strict=True)) == APART


def card(title: str, text: str = "", kind: str = "政策文件") -> dict[str, str]:
    return {"title": title, "type": kind, "text": text}


def test_what_carries_out_a_rule_stands_behind_it(call: Callable[..., list[Any]]) -> None:
    detail, basis = card("停车共享细则", "根据《停车办法》制定"), card("停车办法")
    topic, other = card("停车", kind="办事主题"), card("停车要闻", "《停车办法》施行", "信息")
    asked: list[tuple[list[Any], list[float], list[Any]]] = [
        ([detail, topic, basis], [3, 3, 2.9], [topic, basis, detail]),
        # where it is what was asked for, it stays; other types only tell of it
        ([detail, basis], [3, 2], [detail, basis]),
        ([other, basis], [3, 3], [other, basis]),
        ([], [], []),
    ]
    scores = [[{"score": each} for each in worth] for _, worth, _ in asked]
    found = call(
        "basis.js", "basisFirst", [[cards, s] for (cards, _, _), s in zip(asked, scores, strict=True)]
    )
    assert found == [wanted for _, _, wanted in asked]
