"""How official documents number their articles."""

from __future__ import annotations

import pytest

from gongkai.text import article_id


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("第十二条", "tiao-12"),
        ("第12条", "tiao-12"),
        ("第１２条", "tiao-12"),
        ("第十二条第二款", "tiao-12"),
        ("第一百零三条", "tiao-103"),
        ("第二十条", "tiao-20"),
        ("第一〇二条", "tiao-102"),
        ("第二条之一", "tiao-2-zhi-1"),
        ("《办法》第三条", "tiao-3"),
        ("第三章", None),
        ("条款", None),
        ("第〇条", None),
    ],
)
def test_article_id(text: str, wanted: str | None) -> None:
    assert article_id(text) == wanted
