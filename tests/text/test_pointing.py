"""Articles of other documents that a text names."""

from __future__ import annotations

import pytest

from gongkai.text.document import document
from gongkai.text.pointing import pointed

OLD = "《停车管理办法》（示政发〔2026〕18号）"


def told(text):
    return [
        (each.sentence.article, each.named.number, [at.words for at in each.at])
        for each in pointed(document(text))
    ]


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        (f"根据{OLD}第九条，制定本细则。", ["第九条"]),
        (f"根据{OLD}第九条、第十条和第十一条第二款的规定", ["第九条", "第十条", "第十一条第二款"]),
        (f"依照{OLD}第五条之一第（二）项", ["第五条之一第（二）项"]),
        (f"{OLD}第三条至第六条规定的", ["第三条", "第四条", "第五条", "第六条"]),
        (f"{OLD}（以下简称《办法》）第八条", ["第八条"]),
        ("《停车管理办法》中第12条", ["第十二条"]),
        ("《停车管理办法》的第12条", ["第十二条"]),
    ],
)
def test_articles_right_after_a_name_are_read(words, articles):
    ((_, _, found),) = told(f"第一条　{words}。")
    assert found == articles


@pytest.mark.parametrize(
    "words",
    [
        f"根据{OLD}，按照本办法第三条办理。",
        f"{OLD}已经公布，第三条另行规定。",
        "根据停车管理办法第三条，制定本细则。",
        f"根据{OLD}第二章，制定本细则。",
    ],
)
def test_an_article_of_its_own_or_of_nothing_named_is_none(words):
    assert told(f"第一条　{words}") == []


def test_a_short_name_stands_for_the_document_it_was_given_to():
    text = (
        f"第一条　根据{OLD}（以下简称《办法》），制定本细则。\n\n"
        "第二条　《办法》第五条所称车位，是指泊位。\n\n"
        "第三条　本细则第二条、管理办法第七条另有规定的除外。"
    )
    assert told(text) == [("第二条", "示政发〔2026〕18号", ["第五条"])]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("按照市场办法第五条办理。", [("第二条", "示政发〔2026〕18号", ["第五条"])]),
        ("菜市场办法第五条不适用。", []),
        ("违反市场办法第五条的。", [("第二条", "示政发〔2026〕18号", ["第五条"])]),
    ],
)
def test_a_short_name_in_quotation_marks_is_not_found_inside_another_word(words, found):
    assert told(f"第一条　根据{OLD}（以下简称“市场办法”）制定。\n\n第二条　{words}") == found


def test_a_short_name_given_to_a_later_document_is_not_that_of_the_first():
    text = f"第一条　根据{OLD}和《收费办法》（以下简称《办法》），制定。\n\n第二条　《办法》第五条。"
    assert told(text) == [("第二条", "", ["第五条"])]


def test_a_span_that_cannot_be_right_names_no_hundred_articles():
    ((_, _, found),) = told(f"第一条　{OLD}第一条至第九百条。")
    assert len(found) < 70 and found[-1] == "第九百条"
