"""A document written as Markdown is the same document when read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.text import Converter
from gongkai.text.document import document
from gongkai.text.writing import markdown

NOTICE = """\
各镇街：

现将《示例区临时救助实施办法》印发给你们。

附件：1. 申请表
2. 汇总表

示例区民政局
2026年7月3日

示例区临时救助实施办法

第一条　甲：
（一）乙；

| 项 | 数 |
|---|---|
| 丙 | 1 |

第二条　丁。
附件：标准
抄送：区委办公室
"""
PIECES = st.sampled_from([
    "第一条　", "第一章 总则", "一、", "（一）", "1. ", "甲乙", "。", "\n", "\n\n", "附件：", "抄送：区委",
    "（此件公开发布）", "2026年7月3日", "区政府", "各镇街：", "现将《示例区办法》印发", "示例区办法",
    "- ", "> ",
])  # fmt: skip
PROJECT = Path(__file__).parents[2]
TEXTS = sorted((PROJECT / "content/policies").rglob("*.md"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_policy_of_the_demonstration_is_the_same_page(path: Path) -> None:
    body = path.read_text("utf-8").split("---\n", 2)[2]
    assert Converter().convert(markdown(document(body))).html == Converter().convert(body).html


def test_a_notice_and_what_it_prints() -> None:
    assert Converter().convert(markdown(document(NOTICE))).html.count("<section") == 2
    assert markdown(document(markdown(document(NOTICE)))) == markdown(document(NOTICE))


@given(st.lists(PIECES, max_size=16).map("".join))
def test_written_twice_is_written_once(text: str) -> None:
    once = markdown(document(text))
    assert markdown(document(once)) == once
