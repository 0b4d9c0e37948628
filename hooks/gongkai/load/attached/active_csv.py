"""A CSV file → the cells that a spreadsheet would run as formulas."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from gongkai.load.attached.fault import Fault
from gongkai.load.attached.text_file import decoded

_FORMULA = re.compile(
    r"[\s\0]*(?:=\s*[\w'\"(+@\-{\\]|[+\-@][\s\d.+\-*/^@(]*(?:[A-Za-z_][\w.]*\s*[(|]|['\"].*[!|(]))", re.DOTALL
)


def csv_faults(data: bytes) -> Iterator[Fault]:
    """The first cell that begins like a formula, with its line."""
    rows = csv.reader(decoded(data).splitlines(keepends=True))
    try:
        for row in rows:
            for column, cell in enumerate(row, 1):
                if _FORMULA.match(cell):
                    yield Fault(
                        f"第{rows.line_num}行第{column}列是公式，用表格软件打开就会执行",
                        "写成算好的数；确是文字的，前面加一个单引号 '",
                    )
                    return
    except csv.Error:
        yield Fault(f"第{rows.line_num}行读不成表格", "用表格软件打开，另存为 CSV")
