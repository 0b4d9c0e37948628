"""Rows → CSV as spreadsheet programs expect it: UTF-8 with BOM, CRLF."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TextIO

from gongkai.common.printable import one_line

Value = str | dt.date | bool | int | float | Decimal | None | Iterable[str]

# What spreadsheet programs take for a formula, and the wide forms some of them take too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def table(head: Iterable[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Headings and rows as the bytes of a file; every cell as ``cell`` has it."""
    text = io.StringIO(newline="")
    add = start_table(text, head)
    for row in rows:
        add([cell(value) for value in row])
    return text.getvalue().encode()


def start_table(text: TextIO, head: Iterable[str]) -> Callable[[Sequence[str]], object]:
    """Write the headings to a text without line ends of its own; gives what adds a row of finished cells."""
    text.write("\ufeff")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(guarded, head))
    return writer.writerow


def lines(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of finished cells, without headings: a piece of a file."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def cell(value: Value) -> str:
    """The text of a cell, on one line; one that a spreadsheet would calculate is marked as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dt.date | int | float | Decimal):
        return str(value)
    return guarded(one_line(value if isinstance(value, str) else "；".join(value)))


def guarded(text: str) -> str:
    """A text that a spreadsheet would calculate, marked as text; any other as it is."""
    return f"'{text}" if text.startswith(_FORMULA) else text
