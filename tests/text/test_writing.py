"""A document written as Markdown is the same document when read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.text import Converter
from gongkai.text.document import document
from gongkai.text.writing import markdown

from .test_document import NOTICE, PIECES  # type: ignore[import-not-found]

PROJECT = Path(__file__).parents[2]
TEXTS = sorted((PROJECT / "content/policies").rglob("*.md"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_policy_of_the_demonstration_is_the_same_page(path: Path) -> None:
    body = path.read_text("utf-8").split("---\n", 2)[2]
    assert Converter().convert(markdown(document(body))).html == Converter().convert(body).html


def test_a_notice_and_what_it_prints() -> None:
    assert Converter().convert(markdown(document(NOTICE))).html.count("<section") == 3
    assert markdown(document(markdown(document(NOTICE)))) == markdown(document(NOTICE))


@given(st.lists(PIECES, max_size=16).map("".join))
@settings(max_examples=200)
def test_written_twice_is_written_once(text: str) -> None:
    once = markdown(document(text))
    assert markdown(document(once)) == once
