"""What any Markdown has besides: paragraphs, lists, quotes, boxes, code."""

from __future__ import annotations

import pytest

from gongkai.text import Converter

CONVERTER = Converter()
CASES = {
    "a year is not a list": ("2023. 年度\n20235. 号", ["<p>2023. 年度"], ["<ol"]),
    "a full-width point is not a list": ("2023．年", ["<p>2023．年</p>"], ["<ol"]),
    "numbers that run on are a list": ("材料：\n1. 甲\n2. 乙", ["<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"], []),
    "a list begins where it is written": ("3. 甲\n4. 乙", ['<ol start="3">'], []),
    "numbers with gaps stay as written": ("1. 甲\n3. 乙", ["<p>1. 甲</p>\n<p>3. 乙</p>"], ["<ol"]),
    "numbers with text between stay as written": (
        "1. 甲\n\n说明\n\n2. 乙",
        ["<p>1. 甲</p>", "<p>2. 乙</p>"],
        ["<ol"],
    ),
    "numbers without a space": (
        "如下：\n1.甲\n2、乙\n（3）丙",
        ["<p>1.甲</p>\n<p>2、乙</p>\n<p>（3）丙</p>"],
        [],
    ),
    "a decimal goes on with the sentence": ("约有，\n1.5万元", ["约有，1.5万元"], []),
    "three spaces go on with the sentence": ("甲，\n   乙\n    丙", ["<p>甲，乙</p>\n<p>丙</p>"], []),
    "an item one space off": ("- 甲\n - 乙", ["<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"], []),
    "an item two spaces off is one below": ("- 甲\n  - 乙", ["<li>甲<ul>\n<li>乙"], []),
    "indented lines are paragraphs": (
        "甲\n    乙\n\t丙\n　　丁",
        ["<p>甲</p>\n<p>乙</p>\n<p>丙</p>\n<p>丁</p>"],
        ["<pre"],
    ),
    "fenced code stays code": (
        "```\n第一条 <b> &lt;\n```",
        ["<pre><code>第一条 &lt;b&gt; &amp;lt;"],
        ["<section"],
    ),
    "lists of lists": ("- 甲\n  - 乙\n- 丙", ["<li>甲<ul>\n<li>乙</li>\n</ul>\n</li>\n<li>丙</li>"], []),
    "an item of two paragraphs": (
        "- 甲\n\n  乙\n- 丙",
        ["<li>\n<p>甲</p>\n<p>乙</p>\n</li>\n<li>丙</li>"],
        [],
    ),
    "code in a quote": ("> ```\n> 甲\n> ```", ["<pre><code>甲\n</code></pre>"], []),
    "a rule is not a heading": ("甲\n\n---\n\n乙\n---", ["<p>甲</p>\n<hr>\n<p>乙<br>\n---</p>"], ["<h2"]),
    "a quote": ("> 甲\n>\n> - 乙", ["<blockquote>\n<p>甲</p>\n<ul>\n<li>乙</li>"], []),
    "a block of HTML ends where its tags are closed": (
        "<p>甲<br>乙</p>\n*丙*",
        ["</p>\n<p>*丙*</p>"],
        [],
    ),
    "a box": (
        '!!! note "说明"\n    内容',
        ['<div class="admonition note">\n<p class="admonition-title">说明</p>'],
        [],
    ),
}


@pytest.mark.parametrize(("body", "wanted", "unwanted"), CASES.values(), ids=CASES.keys())
def test_blocks(body: str, wanted: list[str], unwanted: list[str]) -> None:
    made = CONVERTER.convert(body).html
    assert [part for part in wanted if part not in made] == [], made
    assert [part for part in unwanted if part in made] == [], made


def test_a_list_behind_a_tab_that_is_not_the_first_sign() -> None:
    """Measured in two ways, no item was found: the build ran for ever, or ended with an IndexError."""
    for space in ("  \t", "   \t", "\t \t", "\xa0\xa0\t   "):
        made = CONVERTER.convert(f"{space}1. 甲\n{space}2. 乙").html
        assert made == "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"
        made = CONVERTER.convert(f"{space}- 甲\n{space}- 乙").html
        assert made == "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("tip", "提示"),
        ("warning", "注意"),
        ("danger", "警告"),
        ("info", "说明"),
        ("important", "重要"),
        ("note", "注"),
    ],
)
def test_a_box_without_a_title_says_its_kind(kind: str, title: str) -> None:
    assert f'<p class="admonition-title">{title}</p>' in CONVERTER.convert(f"!!! {kind}\n    甲").html
