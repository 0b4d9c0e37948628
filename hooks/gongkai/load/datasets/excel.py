"""Numbers in a CSV file → what a spreadsheet did to them when it was opened there and saved again.

A file of rows that went through Excel has 1.10108E+17 for a long number and 1 for 001; that the
number is lost cannot be seen in one cell alone where only its zeros are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.common.problems import Problem
from gongkai.load.datasets.cells import Fault
from gongkai.load.datasets.rows import Lines
from gongkai.load.rules import problem

#: a spreadsheet keeps so many digits of a number
_KEPT = 15
#: so many numbers have to end alike before that is no chance
_ENOUGH = 3
_SCIENTIFIC = re.compile(r"-?\d(?:\.\d+)?[Ee]\+\d{1,3}", re.ASCII)
_FORMULA = re.compile(r"=\s*\"([^\"]*)\"")
_QUOTED = re.compile(r"['’‘](?=\d)")
_AGAIN = (
    "从原来的系统重新导出，不经 Excel 直接放进来；要在 Excel 里改的，用“数据 → 从文本/CSV”导入，"
    "先把这一列设为“文本”"
)


def damage(value: str) -> Fault | None:
    """What is wrong with a cell a spreadsheet has rewritten, and how to mend it."""
    if value[0] not in "='’‘" and "+" not in value:
        return None  # nearly every cell
    if _SCIENTIFIC.fullmatch(value):
        return Fault(f"“{value}”是 Excel 把长号码改成的科学记数法，后面几位已经丢失", _AGAIN)
    if formula := _FORMULA.fullmatch(value):
        what = '写成了 Excel 的公式，别的软件会把 ="…" 一起显示'
        return Fault(what, f"只留引号里面的 {formula[1][:40]}", "" if "," in formula[1] else formula[1])
    if _QUOTED.match(value):
        what = "号码前面多了一个撇号（Excel 里表示“按文本”的记号）"
        return Fault(what, f"删去撇号，写 {value[1:41]}", value[1:])
    return None


class Numbers:
    """The 编号 of a dataset's rows over all its years: which of them lost zeros or last digits."""

    def __init__(self) -> None:
        #: shortest number that begins with a zero
        self._padded: int | None = None
        #: (length, file) → line, column and text of the first number of that length; how many there are
        self._first: dict[tuple[int, str], tuple[int, int, str]] = {}
        self._counts: dict[tuple[int, str], int] = {}
        #: files with a long number that is whole to its last digit
        self._exact: set[str] = set()

    def note(self, number: str, path: str, lines: Lines, at: int) -> None:
        """Remember one number of digits, in the cell ``at`` of the row that was read last."""
        length = len(number)
        if number[0] == "0":
            self._padded = min(length, self._padded or length)
            return
        if length > _KEPT and not number.endswith("0" * (length - _KEPT)):
            self._exact.add(path)
        key = (length, path)
        if key not in self._first:
            self._first[key] = (lines.line, lines.column(at), number)
        self._counts[key] = self._counts.get(key, 0) + 1

    def faults(self) -> Iterator[Problem]:
        """Numbers shorter than others that begin with zeros; long ones that all end in zeros."""
        for (length, path), (line, column, number) in self._first.items():
            count = self._counts[length, path]
            if self._padded and length < self._padded:
                right = number.zfill(self._padded)
                message = f"编号“{number}”少了前面的零：别的编号有 {self._padded} 位{_also(count)}"
                fix = f"改为 {right}；多半是 Excel 删去的，{_AGAIN}"
                yield problem("table-cell", path, message, fix, line, column)
            elif length > _KEPT and count >= _ENOUGH and path not in self._exact:
                lost = f"Excel 只保留 {_KEPT} 位，后面的已经丢失"
                message = f"{count} 个编号第 {_KEPT} 位以后全是零，如“{number}”：{lost}"
                yield problem("table-cell", path, message, _AGAIN, line, column)


def _also(count: int) -> str:
    return f"，这样短的共 {count} 个" if count > 1 else ""
