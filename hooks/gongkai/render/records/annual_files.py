"""An annual report's tables to download: a workbook that looks like the official form, and plain CSV.

The same report gives the same bytes on any day: the workbook's own date is the day of publication.
"""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
from itertools import accumulate
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from gongkai.common.csv_text import Value, table
from gongkai.common.printable import one_line
from gongkai.records.types.annual_report import AnnualReport
from gongkai.render.records.annual_grids import grids
from gongkai.render.records.grids import Cell, Grid

SHEETS = ("二 主动公开", "三 申请办理", "四 复议诉讼")
_HEADING = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#F3F5F8"}
#: widths of columns in signs: numbers, what stands before them, and the last of these, which is the longest
_NUMBER, _GROUP, _LABEL = 11, 13, 44
#: the height of one line of words, in points, and the paper: A4
_LINE, _A4 = 16.5, 9


def csv_of(report: AnnualReport) -> bytes:
    """One line a cell: the table, what stands beside and above it, the number."""
    rows: list[list[Value]] = []
    for sheet, grid in zip(SHEETS, grids(report), strict=True):
        for cell in grid.numbers:
            beside, above = ("/".join(each.text for each in cells) for cells in (cell.beside, cell.above))
            rows.append([report.year, report.unit, sheet[0], beside, above, cell.value, report.example])
    return table(("年度", "单位", "表", "项目", "栏目", "数值", "示例"), rows)


def xlsx_of(report: AnnualReport, notes: list[str]) -> bytes:
    """A workbook of the three tables and a sheet that says what it is, with the public ``notes``."""
    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    day = report.published_on
    created = dt.datetime(day.year, day.month, day.day)
    book.set_properties({"title": one_line(report.title), "created": created})
    for name, grid in zip(SHEETS, grids(report), strict=True):
        _sheet(book, book.add_worksheet(name), grid)
    _about(book, book.add_worksheet("说明"), report, notes)
    book.close()
    return made.getvalue()


def _sheet(book: Workbook, sheet: Worksheet, grid: Grid) -> None:
    heading, numbers = book.add_format(_HEADING), {}
    sheet.merge_range(0, 0, 0, grid.width - 1, grid.caption, book.add_format({"bold": True, "font_size": 14}))
    widths = _widths(grid)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    for place, height in enumerate(_heights(grid, widths), 1):
        sheet.set_row(place, height)
    # a form is printed: all its columns on one page
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    for cell in (cell for row in grid.rows for cell in row):
        if cell.form and cell.form not in numbers:
            numbers[cell.form] = book.add_format({"num_format": cell.form, "border": 1, "align": "right"})
        _put(sheet, cell, numbers[cell.form] if cell.form else heading)


def _widths(grid: Grid) -> list[int]:
    """Columns of words are wide, the last of them widest; columns of numbers narrow."""
    words = min(cell.x for cell in grid.numbers)
    return [_GROUP] * (words - 1) + [_LABEL] * (words > 0) + [_NUMBER] * (grid.width - words)


def _heights(grid: Grid, widths: list[int]) -> list[float]:
    """Each row as high as the words of its cells need: no program fits merged cells by itself."""
    ends = [0, *accumulate(widths)]
    lines = [1.0] * len(grid.rows)
    for cell in (cell for row in grid.rows for cell in row):
        room = ends[cell.x + cell.across] - ends[cell.x] - 1
        needed = -(-_width(cell.text) // room) / cell.down
        for y in range(cell.y, cell.y + cell.down):
            lines[y] = max(lines[y], needed)
    return [round(_LINE * each, 2) for each in lines]


def _width(text: str) -> int:
    """Signs as wide as a digit: a Chinese one is two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def _put(sheet: Worksheet, cell: Cell, form: Any) -> None:
    """A cell, one line below the caption; merged ones first, so that the number keeps its type."""
    y, x = cell.y + 1, cell.x
    if cell.across > 1 or cell.down > 1:
        sheet.merge_range(y, x, y + cell.down - 1, x + cell.across - 1, "", form)
    if cell.form:
        if cell.value is None:
            sheet.write_blank(y, x, None, form)
        else:
            sheet.write_number(y, x, float(cell.value), form)
    else:
        sheet.write_string(y, x, cell.text, form)


def _about(book: Workbook, sheet: Worksheet, report: AnnualReport, notes: list[str]) -> None:
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    rows = [
        ("标题", report.title),
        ("单位", report.unit),
        ("年度", str(report.year)),
        ("版式", f"{report.layout} 年版"),
        ("发布日期", report.published_on.isoformat()),
        ("示例", "是" if report.example else "否"),
        *(("资料来源", text) for text in [report.origin] if text),
        *(("说明", note) for note in notes),
    ]
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 80)
    for place, (label, text) in enumerate(rows):
        sheet.write_string(place, 0, label, wrap)
        sheet.write_string(place, 1, text, wrap)
