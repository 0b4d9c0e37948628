"""Tags that are not for editors, and those without their other half, are found on their line."""

from __future__ import annotations

import pytest

from . import held

BAD = {
    "script": ("文\n\n<script>alert(1)</script>", "raw-html", 2, "不允许 <script>"),
    "script in a sentence": ("文<script>x</script>", "raw-html", 0, "不允许 <script>"),
    "iframe": ("<iframe src='https://e.com'></iframe>", "raw-html", 0, "会嵌入别的网站"),
    "meta refresh": ('<meta http-equiv="refresh" content="0">', "raw-html", 0, "会让页面跳走"),
    "form": ("<form action='x'>\n<input></form>", "raw-html", 0, "会把读者填的内容发往别处"),
    "svg": ("<svg onload=alert(1)></svg>", "raw-html", 0, "<svg>"),
    "event attribute": ("<img src=x.png onerror=alert(1)>", "raw-html", 0, "不允许 onerror"),
    "style attribute": ("<p style='x'>文</p>", "raw-html", 0, "不允许 style"),
    "id attribute": ("<span id='h-1'>文</span>", "raw-html", 0, "不允许 id"),
    "half a CDATA": ("<div>\n<![\n</div>", "html-comment", 1, "注释"),
    "document type": ("<div>\n<!doctype x>\n</div>", "raw-html", 0, "声明"),
    "unclosed block": ("甲\n\n<div>\n乙", "unpaired-tag", 2, "<div> 没有结束"),
    "unclosed inside": ("<div>\n<p>乙\n</div>", "unpaired-tag", 1, "<p> 没有结束"),
    "unclosed in a sentence": ("甲\n乙<b>丙", "unpaired-tag", 1, "<b> 没有结束"),
    "unopened": ("甲</b>", "unpaired-tag", 0, "没有对应的 <b>"),
    "crossed": ("<b>甲<i>乙</b>丙</i>", "unpaired-tag", 0, "<i> 没有结束"),
    "across cells": ("|a|b|\n|-|-|\n|<b>x|y</b>|", "unpaired-tag", 2, "<b> 没有结束"),
    "half a tag": ("甲 <script src='x'", "raw-html", 0, "没有写完整"),
    "block in a sentence": ("甲 <div>乙</div>", "raw-html", 0, "夹在句子里"),
    "Word tag": ("甲<o:p></o:p>", "word-residue", 0, "Word"),
    "Word class": ('<p class="MsoNormal">甲</p>', "word-residue", 0, "MsoNormal"),
    "Word style": ("甲 mso-bidi-font-size:12pt", "word-residue", 0, "mso-b"),
    "Word condition": ("<!--[if gte mso 9]>甲<![endif]-->", "word-residue", 0, "Word"),
    "comment": ("甲\n<!-- 内部 -->", "html-comment", 1, "随网页公开"),
    "comment over paragraphs": ("<!--\n\n内部\n\n-->", "html-comment", 0, "随网页公开"),
}

GOOD = {
    "less than": "当 x<5 且 y>3，a < b，[甲] (乙)",
    "inline tags": "H<sub>2</sub>O、<ruby>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>、<u>线</u><br>行",
    "html table": "<table>\n<thead><tr><th scope='col'>甲</th></tr></thead>\n"
    "<tbody><tr><td>1</td></tr></tbody></table>",
    "html in a cell": "|a|b|\n|-|-|\n|甲<br>乙|<ul><li>丙</li></ul>|",
    "details": "<details>\n<summary>甲</summary>\n<p>乙</p>\n\n"
    "<img src='../../files/a.png' alt='图'>\n</details>",
    "tags in braces": "<https://a.cn/x?y=1&z=2>",
}


@pytest.mark.parametrize(("body", "rule", "line", "words"), BAD.values(), ids=BAD.keys())
def test_wrong_tags_are_found(body: str, rule: str, line: int, words: str) -> None:
    held.is_found(body, rule, line, words)


@pytest.mark.parametrize("body", GOOD.values(), ids=GOOD.keys())
def test_good_tags_are_left_alone(body: str) -> None:
    held.is_left_alone(body)


@pytest.mark.parametrize("body", [case[0] for case in BAD.values()], ids=BAD.keys())
def test_nothing_hostile_gets_through_the_converter(body: str) -> None:
    held.is_harmless(body)
