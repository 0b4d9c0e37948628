"""Marks of another width: what is known is written, what is no sentence is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.text import punctuation


def _mended(line: str) -> str:
    return punctuation.mended(line, punctuation.found(line))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("救助120人次,标准不变.", "救助120人次，标准不变。"),
        ('说明: 甲;二是"乙"和"丙"', "说明：甲；二是“乙”和“丙”"),
        ("《关于修改‹食堂办法›的决定》", "《关于修改〈食堂办法〉的决定》"),
        ("《关于修改<食堂办法〉的决定》", "《关于修改〈食堂办法〉的决定》"),
        ("见<<食堂办法>>(试行)", "见《食堂办法》（试行）"),
        ("（一)本区户籍", "（一）本区户籍"),
        ("自２０２６年起,补５０％,另算!", "自2026年起，补50%，另算！"),
        ("等等...以后", "等等……以后"),
        ("标准:100元", "标准：100元"),
        ("[附件,表](../a,b.pdf)", "[附件，表](../a,b.pdf)"),
        ("第三条.补助", "第三条。补助"),
    ],
)
def test_what_is_known_is_written(line, wanted):
    assert _mended(line) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "比例3:1，时间9:30—11:00，共1,961.00元。",
        "The Act (2026), in force. 第一条",
        "一.总则",
        "（二.其他",
        '<table rowspan="2">甲</table>',
        "`甲,乙`和[甲](../a(b,c).md)",
        "见 https://www.example.gov.cn/甲,乙 和 a.b@example.gov.cn",
        "甲[^1]:乙不是注，{甲,乙}也不是",
        "《关于修改〈食堂办法〉的决定》（试行）。",
        "示民发(88)1号",
        "不等式5<甲",
        '一个引号"没有另一半',
    ],
)
def test_what_is_no_sentence_is_left(line):
    assert punctuation.found(line) == []


def test_a_title_that_may_be_none_is_told_and_left():
    (mark,) = punctuation.found("申请人填‹姓名›")
    assert (mark.what, mark.new) == ("打出来的书名号", "")


@given(
    st.text('甲乙一。，,.;:?!()（）<>‹›《》〈〉"“”1１Ａ％ \n[]`', max_size=40).filter(
        lambda text: "\n" not in text
    )
)
def test_what_is_mended_stays_so_and_no_character_but_marks_changes(line):
    once = _mended(line)
    for _ in range(4):
        once = _mended(once)
    assert _mended(once) == once
    assert [each for each in once if each in "甲乙一"] == [each for each in line if each in "甲乙一"]
