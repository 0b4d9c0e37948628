"""体裁 against the last words of a title."""

from __future__ import annotations

import pytest

from gongkai.law.shared.genres import disagreeing, genre_of


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("示例区养老服务办法（试行）", "办法"),
        ("关于印发《养老服务办法》的通知", "通知"),
        ("示例区人民政府令", "令"),
        ("关于某事项的复函", "函"),
        ("示例区2026年工作要点", ""),
    ],
)
def test_the_last_word_of_a_title(title, genre):
    assert genre_of(title) == genre


@pytest.mark.parametrize(
    ("genre", "title", "stated"),
    [
        ("意见", "示例区养老服务办法", "办法"),
        ("办法", "关于做好养老服务的通知", "通知"),
        ("通知", "示例区养老服务办法", ""),
        ("办法", "关于印发《示例区养老服务办法》的通知", ""),
        ("办法（试行）", "示例区养老服务办法（试行）", ""),
        ("通知", "示例区2026年工作要点", ""),
        ("征求意见稿", "示例区养老服务办法", ""),
    ],
)
def test_a_genre_that_cannot_be_meant(genre, title, stated):
    assert disagreeing(genre, title) == stated
