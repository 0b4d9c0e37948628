"""Rows of a workbook or a CSV file: a head, cells as text, what was changed or refused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from gongkai.desk.word.blocks import Told

_SCIENTIFIC = re.compile(r"-?\d(?:\.\d+)?[Ee]\+\d{1,3}", re.ASCII)
_FORMULA = re.compile(r"=\s*\"([^\"]*)\"")
_LOOSE_DATE = re.compile(
    r"(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?(?:\s+0{1,2}:00(?::00)?)?"
)
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
#: 46357 is 2026-12-01 where a spreadsheet counts from 1900; of this century
_DAY_NUMBER = re.compile(r"(?:3[7-9]|[4-6]\d)\d{3}")
_FIRST_DAY = dt.date(1899, 12, 30)
_OF_DAYS = re.compile(r"日期|时间|日$")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_LOST = "Excel 只记 15 位数字，后面几位已经丢了：在 Excel 里把这一列设为“文本”，照原件重新录入"


Write = Callable[[re.Match[str]], str]


@dataclass
class Rows:
    """The head and the rows; ``first`` is the line of the first row as a spreadsheet counts."""

    head: list[str]
    rows: list[list[str]]
    first: int = 2
    unread: list[Told] = field(default_factory=list)
    refused: list[Told] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)


def place(row: int, column: int) -> str:
    """第3行B列, as a spreadsheet counts; ``column`` from 0."""
    return f"第{row}行{letters(column)}列"


def letters(column: int) -> str:
    """0 → A, 26 → AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def long_number(row: int, column: int, text: str) -> Told:
    """A number that has lost its last digits."""
    return Told(place(row, column), f"长号码被当成了数字。{_LOST}", text)


def tidy(found: Rows) -> Rows:
    """Cells as a dataset has them: without the marks of Excel, a whole column in one form."""
    for at, row in enumerate(found.rows):
        for column, text in enumerate(row):
            if formula := _FORMULA.fullmatch(text):
                row[column] = formula[1]
            elif _SCIENTIFIC.fullmatch(text):
                found.refused.append(long_number(found.first + at, column, text))
    for column, name in enumerate(found.head):
        found.refused += _day_numbers(found, column)
        for what, pattern, write in _FORMS:
            count = _rewrite(found, column, pattern, write)
            if count:
                found.changed.append(f"{name}：{count} 处{what}")
    return found


def _day_numbers(found: Rows, column: int) -> Iterator[Told]:
    """Days that a spreadsheet shows as its own numbers, among others that are days."""
    cells = [(at, row[column]) for at, row in enumerate(found.rows) if row[column]]
    days = sum(bool(_LOOSE_DATE.fullmatch(text)) for _, text in cells)
    bare = [(at, text) for at, text in cells if _DAY_NUMBER.fullmatch(text)]
    dated = days + len(bare) == len(cells)
    if not bare or not dated or not (days >= len(bare) or _OF_DAYS.search(found.head[column])):
        return
    for at, text in bare:
        meant = _FIRST_DAY + dt.timedelta(int(text))
        why = f"日期成了数字，多半是 {meant}：在 Excel 里把这一列的格式设为“日期”，看一看对不对，再存"
        yield Told(place(found.first + at, column), why, text)


def _rewrite(found: Rows, column: int, fits: re.Pattern[str], write: Write) -> int:
    """Writes a column anew where all of it has the form; gives how many cells changed."""
    cells = [row[column] for row in found.rows if row[column]]
    matched = [fits.fullmatch(text) for text in cells]
    if not cells or not all(matched) or not any(map(_needs, cells)):
        return 0
    count = 0
    for row in found.rows:
        match = fits.fullmatch(row[column])
        made = write(match) if match else row[column]
        count += made != row[column]
        row[column] = made
    return count


def _needs(text: str) -> bool:
    return bool(_THOUSANDS.fullmatch(text) or _LOOSE_DATE.fullmatch(text))


def _iso(match: re.Match[str]) -> str:
    year, month, day = match.groups()[:3]
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}"


_FORMS: tuple[tuple[str, re.Pattern[str], Write], ...] = (
    ("日期改为 年-月-日", _LOOSE_DATE, _iso),
    (
        "数字去掉千分号", re.compile(f"{_THOUSANDS.pattern}|{_PLAIN_NUMBER.pattern}"),
        lambda match: match[0].replace(",", ""),
    ),
)  # fmt: skip


def headed(lines: list[list[str]], first: int = 1) -> Rows:
    """The first line with two words or more is the head; what stands above it is a title."""
    at = next((at for at, line in enumerate(lines) if sum(bool(text) for text in line) > 1), None)
    if at is None:
        return Rows([], [])
    head = lines[at]
    width = max((place + 1 for place, text in enumerate(head) if text), default=0)
    found = Rows(head[:width], [], first + at + 1)
    above = ((row, text) for row, line in enumerate(lines[:at]) for text in line if text)
    found.unread += [Told(f"第{first + row}行", "表头上面的题目", text) for row, text in above]
    found.refused += _head_faults(found.head, first + at)
    for offset, line in enumerate(lines[at + 1 :]):
        found.refused += [
            Told(place(found.first + offset, column), "没有表头的一格：补上表头，或删去这一格", text)
            for column, text in enumerate(line[width:], width)
            if text
        ]
        found.rows.append((line + [""] * width)[:width])
    return _trimmed(found)


def _head_faults(head: list[str], row: int) -> Iterator[Told]:
    for column, text in enumerate(head):
        if not text:
            yield Told(place(row, column), "表头是空的：写上这一列的名称")
        elif text in head[:column]:
            yield Told(place(row, column), "表头有两列同名：改一个名称", text)


def _trimmed(found: Rows) -> Rows:
    """Without the empty rows at the end; one between others is told."""
    while found.rows and not any(found.rows[-1]):
        found.rows.pop()
    empty = [found.first + at for at, row in enumerate(found.rows) if not any(row)]
    found.refused += [Told(f"第{row}行", "空的一行：删去") for row in empty]
    return found
