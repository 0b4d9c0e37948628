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


def test_rows_stand_behind_their_dataset_and_do_not_fill_a_page(call: Callable[..., list[Any]]) -> None:
    cards = [{"url": url, "type": "数据集" if url.startswith("datasets") else "信息"} for url in LISTED]
    hits = [{"score": -place} for place in range(len(LISTED))]
    ((found, scores),) = call("nested.js", "nestedBehind", [[cards, hits]])
    assert [each["url"] for each in found] == ORDERED
    assert [LISTED[-each["score"]] for each in scores] == ORDERED
