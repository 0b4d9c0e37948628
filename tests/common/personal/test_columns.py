"""Tables in Markdown: headings over a cell say what its number is."""

from __future__ import annotations

import time

import pytest

from gongkai.common.personal import Headings, Tables

NUMBER = "110102202601050003"
HEAD = "表。\n\n| 序号 | 许可编号 | 联系电话 |\n|---|:--|--:|\n"


def named(text: str) -> str:
    start = text.index(NUMBER)
    return " ".join(Tables(text).labelled(start, start + len(NUMBER)).split())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{HEAD}| 1 | {NUMBER} | 无 |\n", f"许可编号： {NUMBER}"),
        (f"{HEAD}| 1 | 无 | {NUMBER} |", f"联系电话： {NUMBER}"),
        (f"{HEAD}| 1\\|2 | {NUMBER} | 无 |", f"许可编号： {NUMBER}"),
        (f"{HEAD}| 0 | 无 | 无 |\n\n{NUMBER} | 无", ""),
        (f"许可编号 | 名称\n--- | ---\n{NUMBER} | 甲", f"许可编号：{NUMBER}"),
        (f"| 项目 | 内容 |\n|---|---|\n| 许可编号 | {NUMBER} |", f"许可编号： {NUMBER}"),
        (f"| 姓名 | 内容 |\n|---|---|\n| 甲 | {NUMBER} |", ""),
        (f"许可编号\n\n{NUMBER}", ""),
    ],
)
def test_what_a_heading_says_of_a_cell(text, said):
    assert named(text).replace("： ", "：") == said.replace("： ", "：")


def test_a_row_without_digits_is_a_heading_only_below_a_gap():
    headings: Headings[int] = Headings()
    assert headings.labelled({0: "许可编号", 1: "名称"}) == {}
    assert headings.labelled({0: "无", 1: "甲"})[0] == "许可编号：无"
    headings.gap()
    headings.labelled({0: "家长", 1: "姓名"})
    assert headings.labelled({0: NUMBER, 1: "甲"}) == {}


def test_many_rows_take_no_long_time():
    text = HEAD + f"| 1 | {NUMBER} | 无 |\n" * 5_000
    started = time.process_time()
    tables = Tables(text)
    at = text.find(NUMBER)
    while at >= 0:
        assert tables.labelled(at, at + len(NUMBER)).startswith("许可编号：")
        at = text.find(NUMBER, at + 1)
    assert time.process_time() - started < 3
