"""Who types English into the Chinese search is led to English pages; pinyin is no English."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Call = Callable[..., list[Any]]
PAGES = [
    [
        "en/lift/",
        "Subsidy for Fitting a Lift",
        "How much it is.",
        ["old building without a lift"],
        "yuan storey",
    ],
    ["en/waste/", "Changes to Waste Sorting", "Bin stations stay open.", [], "renovation door"],
    ["en/contacts/", "Whom to call", "", ["phone number of a department"], "police"],
]
ENGLISH = {
    "otherwise": ["en/contacts/"],
    "pages": PAGES,
    "idle": ["how", "much", "is", "the", "for", "my", "of", "what", "to"],
    "alike": [["lift", "elevator"], ["phone", "telephone"], ["waste", "garbage"]],
}


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("elevator subsidies", ["en/lift/"]),
        ("How much for the LIFT?", ["en/lift/"]),
        ("telephone of the department", ["en/contacts/"]),
        # a word of the text alone is enough, if it is most of what was asked
        ("renovation", ["en/waste/"]),
        # English, of which no page tells: somebody does
        ("what is the weather", ["en/contacts/"]),
        # the pinyin of Chinese words
        ("zufang yajin", None),
    ],
)
def test_the_page_that_tells_most_of_it(call: Call, query: str, wanted: list[str] | None) -> None:
    [found] = call("english.js", "found", [[query, ENGLISH]])
    assert (found and [each["address"] for each in found]) == wanted, query


def test_the_front_page_stands_behind_a_page_of_the_matter(call: Call) -> None:
    front = ["en/", "Information in English", "", ["lift for a foreigner"], ""]
    english = {**ENGLISH, "otherwise": ["en/", "en/contacts/"], "pages": [front, *PAGES]}
    [found] = call("english.js", "found", [["lift for a foreigner, subsidy", english]])
    assert [each["address"] for each in found] == ["en/lift/", "en/"]


def test_endings_do_not_tell_words_apart(call: Call) -> None:
    words = [
        ["charges", "charging", "charge"],
        ["companies", "company"],
        ["bins", "bin"],
        ["address"],
        ["permitted", "permit"],
    ]
    for same in words:
        assert len(set(call("english.js", "stem", [[word] for word in same]))) == 1, same
    assert call("english.js", "stem", [["address"]]) == ["address"]
