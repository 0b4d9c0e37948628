"""Tables beside one another: their rows paired, each cell compared."""

from __future__ import annotations

import pytest

from gongkai.text.compare_tables import compare_rows
from gongkai.text.document import document
from gongkai.text.table_rows import rows_of
from gongkai.text.tree import Node, Part

TABLE = "| 时段 | 价格 |\n|---|---|\n| 白天 | 2元 |\n| 夜间 | 1元 |"


def _table(text: str) -> Node:
    article = document(f"第一条　照下表。\n\n{text}").articles[0]
    return next(each for each in article.walk() if each.kind is Part.TABLE)


def _told(rows) -> list[list[str]]:
    """Cells with what changed in them in brackets."""
    return [
        ["".join(p.old if p.same else f"[{p.old}|{p.new}]" for p in found) for _, found in row]
        for row in rows
    ]


def _compared(old: str, new: str) -> tuple[list[list[str]], list[list[str]]]:
    before, after = compare_rows(rows_of(_table(old)), rows_of(_table(new)))
    return _told(before), _told(after)


def test_a_cell_that_changed_is_marked_and_no_other():
    before, after = _compared(TABLE, TABLE.replace("2元", "3元"))
    assert before == after == [["时段", "价格"], ["白天", "[2|3]元"], ["夜间", "1元"]]


def test_a_row_more_is_wholly_new_and_one_less_wholly_gone():
    more = f"{TABLE}\n| 节日 | 0元 |"
    assert _compared(TABLE, more)[1][-1] == ["[|节日]", "[|0元]"]
    assert _compared(more, TABLE)[0][-1] == ["[节日|]", "[0元|]"]


def test_rows_with_a_column_more_are_compared_as_wholes():
    wider = "| 时段 | 价格 | 备注 |\n|---|---|---|\n| 白天 | 2元 | 无 |"
    before, after = _compared(TABLE, wider)
    assert before[0] == ["[时段|]", "[价格|]"] and after[0] == ["[|时段]", "[|价格]", "[|备注]"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TABLE, [["时段*", "价格*"], ["白天*", "2元"], ["夜间*", "1元"]]),
        ("| # 镇 | 人 |\n|---|---|\n| 甲镇 | 3 |", [["镇*", "人*"], ["甲镇*", "3"]]),
        ("| 甲 | < |\n|---|---|\n| 乙 | 丙 |", [["甲*2x1"], ["乙", "丙"]]),
        ("甲\t3\n乙\t4", [["甲", "3"], ["乙", "4"]]),
    ],
)
def test_heads_and_merged_cells_are_read_as_on_the_page(text, wanted):
    def shown(cell) -> str:
        many = f"{cell.wide}x{cell.high}" if cell.wide * cell.high > 1 else ""
        return f"{cell.text}{'*' if cell.head else ''}{many}"

    assert [[shown(cell) for cell in row] for row in rows_of(_table(text))] == wanted


def test_what_is_no_table_has_no_rows():
    assert rows_of(None) is None
    assert rows_of(document("第一条　甲|乙。").articles[0].children[0]) is None
