"""What a text is held by: its words and figures; white space and marks of structure change nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.text.held import changed_lines, digest, held, words

TEXT = """\
# 总则

第一条　为规范*甲*管理，制定**本办法**。

| 项目 | 户 |
|---|--:|
| 甲 | 371 |

- 五户
- 六户
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("第一条　为", "第一条 为"),
        ("\n\n- 五户\n", "\n\n\n-   五户  \n"),
        ("|---|--:|", "| :-- | --- |"),
        ("制定**本办法**", "制定本办法"),
        ("# 总则", "## 总则"),
        ("为规范*甲*管理，制定", "为规范*甲*\n管理，制定"),
        ("- 六户", "- [六户](../../files/2026/a.pdf)"),
    ],
)
def test_white_space_and_marks_change_nothing(old, new):
    if "](" in new:
        assert words(TEXT.replace(old, new)) == words(TEXT.replace(old, "- [六户]"))
    else:
        assert digest(words(TEXT.replace(old, new))) == digest(words(TEXT))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("371", "317"),
        ("。", "；"),
        ("| 甲 | 371", "| 甲 3 | 71"),
        ("*甲*", "甲"),
        ("- 六户\n", ""),
        ("总则", "总则则"),
    ],
)
def test_every_word_figure_and_sign_counts(old, new):
    assert digest(words(TEXT.replace(old, new))) != digest(words(TEXT))


def test_a_degree_below_nought_is_not_the_mark_of_a_list():
    assert words("- 5度") != words("5度")


def test_the_changed_lines_are_named():
    before = held("甲。\n\n乙。\n\n丙。").lines
    assert changed_lines(before, "甲。\n\n乙一。\n\n丙。") == [2]
    assert changed_lines(before, "甲。\n\n\n丙。") == [3], "what stands where the line went"
    assert changed_lines(before, "甲。\n\n乙。") == [2]
    assert changed_lines(before, "甲。\n乙。\n新。\n丙。") == [2]
    assert changed_lines(before, "") == []


@given(st.text("甲乙 \t　\n|#*->。12\\"))
def test_held_once_is_held_the_same(text):
    assert held(text) == held(text)
    assert changed_lines(held(text).lines, text) == []
    assert held(text).whole == digest(words(text))


@given(st.lists(st.text("甲乙丙。12", min_size=1), min_size=1), st.integers(1, 3))
def test_empty_lines_between_paragraphs_change_nothing(parts, lines):
    assert held("\n\n".join(parts)) == held(("\n" * lines).join(parts))
