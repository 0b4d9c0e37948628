"""Cells that a spreadsheet program shows as they are meant, whoever makes the table."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal

from gongkai.common.csv_text import lines, table


def test_every_cell_is_one_line_that_nothing_calculates():
    content = table(("甲", "乙"), [["=1+1", "一\n二"], ["＋3", None]])
    assert content.startswith("\ufeff甲,乙\r\n".encode())
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == [
        ["甲", "乙"],
        ["'=1+1", "一 二"],
        ["'＋3", ""],
    ]


def test_numbers_stay_numbers_and_lists_are_joined():
    content = table(("数",), [[-3], [Decimal("-0.50")], [True], [dt.date(2026, 1, 2)], [["甲", "乙"]]])
    assert content.decode("utf-8-sig").split() == ["数", "-3", "-0.50", "是", "2026-01-02", "甲；乙"]


def test_a_piece_of_a_file_has_no_headings():
    assert lines([["1", "甲,乙"]]) == '1,"甲,乙"\r\n'.encode()
