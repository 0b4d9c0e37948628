"""Rows are headed by the column that names them, and by none where no column does."""

from __future__ import annotations

import pytest

from gongkai.text import Converter
from gongkai.text.blocks import walk
from gongkai.text.cells import table
from gongkai.text.row_labels import label_column
from gongkai.text.scan import scan


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (["街道|户数", "东街|3", "西街|4"], 0),
        (["月份|件数", "1月|3", "2月|4"], 0),
        (["# 年份|件数", "2025|3"], 0),
        (["序号|名称|处数", "1|东园|2", "2|西园|1"], 1),
        (["街道|类别", "东街|甲", "^|乙", "西街|甲"], 0),
        (["年份|件数", "2025|3", "2026|4"], None),
        (["街道|户数", "东街|3"], None),
        (["街道|户数", "东街|3", "东街|4"], None),
        (["街道|户数", "东街|3", "|4"], None),
        (["意见|答复", "东街没有路灯。请装|装", "西街没有路灯。请装|装"], None),
        (["意见|答复", f"{'路' * 31}|装", "灯|装"], None),
        (["序号|处数", "1|2", "2|1"], None),
        (["街道|户数", "东街|3", "<|4"], None),
    ],
)
def test_the_column_that_names_rows(rows: list[str], wanted: int | None) -> None:
    head, *body = rows
    dashes = "|".join("-" * len(head.split("|")))
    written = "\n".join(f"|{row}|" for row in (head, dashes, *body))
    assert label_column(table(next(iter(walk(scan(written)))))) == wanted


def test_the_name_beside_a_number_heads_its_row() -> None:
    made = Converter().convert("|序号|名称|处数|\n|-|-|-|\n|1|东园|2|\n|2|西园|1|").html
    assert '<th scope="row">东园</th>' in made and made.count('scope="row"') == 2
    assert 'aria-label="表格：序号、名称、处数"' in made


def test_a_table_of_many_columns_is_named_by_the_first() -> None:
    made = Converter().convert("|甲|乙|丙|丁|戊|\n|-|-|-|-|-|\n|1|2|3|4|5|").html
    assert 'aria-label="表格：甲、乙、丙、丁等5栏"' in made
