"""The converter: what it gives besides HTML, and that it remembers nothing."""

from __future__ import annotations

import pytest

from gongkai.text import Converter, UnsafeText, find_faults

CONVERTER = Converter()
BAD = {
    "long line": ("甲\n" + "乙" * 20_001, "long-line", 1, "20001 字"),
    "long text": ("甲乙丙丁\n" * 70_000, "long-text", 0, "350000 字"),
    "50k brackets": ("[" * 50_000, "repeated-symbol", 0, "50000 个“[”"),
    "50k asterisks": ("*" * 50_000, "repeated-symbol", 0, "50000 个“*”"),
    "brackets over many lines": (("[" * 1_500 + "\n") * 40, "repeated-symbol", 0, "符号太多"),
    "escapes over many lines": (("\\*" * 900 + "\n") * 100, "repeated-symbol", 0, "符号太多"),
}


@pytest.mark.parametrize(("body", "rule", "line", "words"), BAD.values(), ids=BAD.keys())
def test_what_would_take_too_long_is_found(body: str, rule: str, line: int, words: str) -> None:
    found = [(fault.rule, fault.line) for fault in find_faults(body) if words in fault.message]
    assert (rule, line) in found, list(find_faults(body))
    assert all(fault.fix and fault.column >= 1 for fault in find_faults(body))
    with pytest.raises(UnsafeText) as refused:
        CONVERTER.convert(body)
    assert str(refused.value) in {fault.message for fault in find_faults(body)}


@pytest.mark.parametrize(
    ("longest", "rule"),
    [
        ("甲乙丙丁\n" * 60_000, "long-text"),
        ("甲" * 20_000, "long-line"),
        ("*" * 2_000 + "甲", "repeated-symbol"),
    ],
)
def test_the_longest_that_may_be(longest: str, rule: str) -> None:
    more = longest[0] + longest
    assert list(find_faults(longest)) == []
    assert [fault.rule for fault in find_faults(more)] == [rule]


def test_headings_have_plain_words() -> None:
    found = CONVERTER.convert("# 一 **二** 三 & <sub>四</sub>").headings
    assert [(h.level, h.id, h.text) for h in found] == [(2, "h-1", "一 二 三 & 四")]


def test_nothing_is_left_from_the_text_before() -> None:
    CONVERTER.convert("第一条 甲\n\n[a]: x.md\n\n# 题")
    assert CONVERTER.convert("[a] 第二条").html == "<p>[a] 第二条</p>"
    CONVERTER.convert("[甲](x.md)", link=lambda target: f"up/{target}")
    assert CONVERTER.convert("[甲](x.md)").html == '<p><a href="x.md">甲</a></p>'


def test_paragraphs_that_are_costly_together() -> None:
    costly = "[" * 900 + "\n\n"
    assert list(find_faults(costly * 2)) == []
    assert [(fault.rule, fault.line) for fault in find_faults(costly * 3)] == [("repeated-symbol", 4)]
