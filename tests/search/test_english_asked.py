"""What a page of the English version must hold of a question: what it is about, not how it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("how do I apply for public housing", [["apply"], ["public"], ["housing"]]),
        ("Where can I start a business?", [["start"], ["business"]]),
        ("public housing", [["public"], ["housing"]]),
        # what was typed as one stays one, and a question of nothing else is asked as it is
        ('"how to apply" elevator', [["how", "to", "apply"], ["elevator"]]),
        ("how to", [["how"], ["to"]]),
        ("示政办发〔2026〕21号 is", [["示", "政", "办", "发", "2026", "21", "号"]]),
    ],
)
def test_words_of_asking_are_not_looked_for(
    call: Callable[..., list[Any]], query: str, wanted: list[list[str]]
) -> None:
    (found,) = call("pagefind.js", "asked", [[query]])
    assert [[token for token in phrase if token.isalnum()] for phrase in found] == wanted
