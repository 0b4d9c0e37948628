"""Rows of a dataset behind its own page, those of one unit before all others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

LISTED = [
    "datasets/a/2026/one/",
    "policies/2026/x/",
    "datasets/a/2026/two/",
    "datasets/b/2026/one/",
    "datasets/a/",
    "items/y/",
]
ORDERED = [
    "datasets/a/",
    "datasets/a/2026/one/",
    "policies/2026/x/",
    "datasets/b/2026/one/",
    "items/y/",
    "datasets/a/2026/two/",
]


#: listed → ordered, with what each counts for
ALONE: dict[tuple[str | float, ...], list[str]] = {
    ("datasets/a/", 2.0, "items/y/", 1.8, "datasets/a/2026/one/", 1.0): [
        "datasets/a/2026/one/",
        "datasets/a/",
        "items/y/",
    ],
    # too far from it
    ("datasets/a/", 2.0, "datasets/a/2026/one/", 0.9): ["datasets/a/", "datasets/a/2026/one/"],
}


def test_rows_stand_behind_their_dataset_and_do_not_fill_a_page(call: Callable[..., list[Any]]) -> None:
    cards = [{"url": url, "type": "数据集" if url.startswith("datasets") else "信息"} for url in LISTED]
    hits = [{"score": -place} for place in range(len(LISTED))]
    ((found, scores),) = call("nested.js", "nestedBehind", [[cards, hits]])
    assert [each["url"] for each in found] == ORDERED
    assert [LISTED[-each["score"]] for each in scores] == ORDERED


def test_the_only_rows_of_what_was_typed_stand_before_the_whole(call: Callable[..., list[Any]]) -> None:
    asked = [
        [
            [
                {"url": url, "type": "数据集" if f"{url}".startswith("datasets") else "信息"}
                for url in listed[::2]
            ],
            [{"score": score} for score in listed[1::2]],
        ]
        for listed in ALONE
    ]
    found = call("nested.js", "nestedBehind", asked)
    assert [[each["url"] for each in cards] for cards, _ in found] == [*ALONE.values()]
