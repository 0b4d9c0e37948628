"""Sentences: line breaks, blanks to fill in, terms, notes, and what is no syntax here."""

from __future__ import annotations

import pytest

from gongkai.text import Converter

CONVERTER = Converter()
CASES = {
    "a line break between Han joins": (
        "管理，\n办法、\n**重要**，\n事项",
        ["<p>管理，办法、<strong>重要</strong>，事项</p>"],
        [],
    ),
    "a line break between words stays": ("A line that a program broke\nsite", ["broke\nsite"], []),
    "two spaces break the line": ("甲  \n乙", ["甲<br>", "乙"], []),
    "a blank of three": ("___甲___", ["<p>___甲___</p>"], []),
    "blanks to fill in": ("姓名：____ 性别：______", ["姓名：____ 性别：______"], ["<strong", "<em"]),
    "of two definitions the first counts": ("[甲][a]\n\n[a]: x.md\n[A]: y.md", ['href="x.md"'], ["y.md"]),
    "definitions": ("术语\n: 释义", ["<dl>\n<dt>术语</dt>\n<dd>释义</dd>\n</dl>"], []),
    "an article is no term": ("第一条 甲\n: 乙", ['id="tiao-1"', ": 乙"], ["<dl"]),
    "a footnote": ("正文[^1]。\n\n[^1]: 注释", ['<sup id="fnref:1">', '<li id="fn:1">'], ["[^1]"]),
    "Jinja is plain text": ("{{ 7*7 }} {% set x %}", ["{{ 7*7 }} {% set x %}"], []),
    "a mail address": ("<a@b.cn>", ['<a href="mailto:a@b.cn">a@b.cn</a>'], []),
    "no attributes by braces": ("文字{: onclick=x }", ["{: onclick=x }"], ['onclick="']),
}


@pytest.mark.parametrize(("body", "wanted", "unwanted"), CASES.values(), ids=CASES.keys())
def test_sentences(body: str, wanted: list[str], unwanted: list[str]) -> None:
    made = CONVERTER.convert(body).html
    assert [part for part in wanted if part not in made] == [], made
    assert [part for part in unwanted if part in made] == [], made
