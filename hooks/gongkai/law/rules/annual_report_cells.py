"""年报表格须填全（R5）。

看什么：年度报告表二、表三、表四的每一行每一格。
怎样算错：缺行，或有这个版式没有的行；同一内容既写了一行合计，又写了分列的几行；格数不对；
有空格（没有发生的要写 0，空着不等于 0）；除“本年增/减”以外有负数；件数带小数。
2019 版式可以没有“政府集中采购”；“其他对外管理服务事项”写一行，或分列“行政检查”“行政确认”；
“其他处理”写一行，或分列“逾期不补正”“逾期不缴费”“其他情形”。两种版式都可以有“其他主动公开文件”一行。
怎样改：照原报告的表格逐格填写；原报告本来空着的，经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.law.shared.annual_tables import a_report, reports
from gongkai.records.base import Record
from gongkai.records.fields.annual_cells import Number
from gongkai.records.fields.annual_layout import (
    APPLICANTS,
    CHOICES,
    DISPUTES,
    OUTCOMES,
    Choice,
    Column,
)
from gongkai.records.types.annual_report import AnnualReport, Table
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **a_report()},
    bad=a_report(重复申请="[0, 0, ~, 0, 0, 0, 0]", 行政许可=None),
    message="“重复申请”的“科研机构”一格空着，空着不等于 0",
    edges=(
        Edge(
            "“行政处罚”的“本年处理决定数量”一格是负数 -1", a_report(行政处罚="[0]"), a_report(行政处罚="[-1]")
        ),
        Edge("一格写的是 0.5，件数没有小数", a_report(行政事业性收费="[0.5]"), a_report(行政处罚="[0.5]")),
        Edge("“行政处罚”有 2 个数，应为 1 个", a_report(行政处罚="[0]"), a_report(行政处罚="[0, 0]")),
    ),
)
#: the day of the report, also where the rule did not hold yet
BY_DAY = True
#: a table with more such lines is told once, with the first of them
_MOST = 3


class _Sheet(NamedTuple):
    """One table of a report, and the lines it has to have, with their columns."""

    name: str
    table: Table
    expected: dict[str, tuple[Column, ...]]


def scope(register: Register) -> Iterable[Record]:
    return reports(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for report in reports(register):
        then = rule.on(report.published) or rule
        for sheet in _sheets(report):
            yield from _lines(report, then, sheet)
            yield from _choices(report, then, sheet)
            yield from _empty(report, then, sheet)
            for key, columns in sheet.expected.items():
                if cells := sheet.table.line(key):
                    yield from _cells(report, then, (sheet.name, key), cells, columns)


def _sheets(report: AnnualReport) -> Iterator[_Sheet]:
    applicants = tuple(Column(name) for name in APPLICANTS)
    outcomes = tuple(Column(name) for name in OUTCOMES)
    active = {line.key: block.columns for block in report.active_blocks for line in block.lines}
    yield _Sheet("主动公开", report.active, active)
    yield _Sheet("申请办理", report.requests, {line.key: applicants for line in report.request_lines})
    yield _Sheet("复议诉讼", report.disputes, dict.fromkeys(DISPUTES, outcomes))


def _lines(report: AnnualReport, rule: Standard, sheet: _Sheet) -> Iterator[Problem]:
    written = sheet.table.written()
    if missing := [key for key in sheet.expected if key not in written]:
        several = f" {len(missing)} 行：" if len(missing) > 1 else ""
        message = f"“{sheet.name}”缺少{several}{_named(missing)}"
        message += f"{'' if several else '一行'}（{report.layout} 年版式）"
        fix = "照官方表格补上，没有发生的写 0"
        for choice in CHOICES[report.layout]:
            if choice.whole in missing:
                fix += f"；原报告分列的，不写“{choice.whole}”，写{_named(choice.parts)}"
        yield rule.problem(report, sheet.name, message, fix)
    for key in [key for key in written if key not in sheet.expected]:
        message = f"{report.layout} 年版式的“{sheet.name}”没有“{key}”一行"
        yield rule.problem(report, (sheet.name, key), message, "删去这一行，或改正“版式”")


def _choices(report: AnnualReport, rule: Standard, sheet: _Sheet) -> Iterator[Problem]:
    written = sheet.table.written()
    for choice in CHOICES[report.layout]:
        if choice.mixed(written):
            yield _mixed(report, rule, sheet.name, choice, [key for key in choice.parts if key in written])


def _mixed(report: AnnualReport, rule: Standard, name: str, choice: Choice, parts: list[str]) -> Problem:
    message = f"“{name}”既写了“{choice.whole}”一行，又写了分列的{_named(parts)}，分不清哪一行是合计"
    fix = f"照原报告只留一种：写一行的，只留“{choice.whole}”；分列的，写全{_named(choice.parts)}"
    return rule.problem(report, (name, choice.whole), message, fix)


def _empty(report: AnnualReport, rule: Standard, sheet: _Sheet) -> Iterator[Problem]:
    """Empty cells, told once a line; once for the table where many lines have them."""
    found = {}
    for key, columns in sheet.expected.items():
        cells = sheet.table.line(key)
        if len(cells) == len(columns) and None in cells:
            found[key] = [c.label for c, cell in zip(columns, cells, strict=True) if cell is None]
    fix = "照原表填写；没有发生的写 0"
    if len(found) > _MOST:
        count = sum(map(len, found.values()))
        message = f"“{sheet.name}”有 {len(found)} 行共 {count} 格空着：{_named(found)}，空着不等于 0"
        yield rule.problem(report, (sheet.name, next(iter(found))), message, fix)
        return
    for key, labels in found.items():
        where = f"“{labels[0]}”一格空着" if len(labels) == 1 else f" {len(labels)} 格空着：{_named(labels)}"
        yield rule.problem(report, (sheet.name, key), f"“{key}”的{where}，空着不等于 0", fix)


def _cells(
    report: AnnualReport,
    rule: Standard,
    at: tuple[str, str],
    cells: Sequence[Number | None],
    columns: tuple[Column, ...],
) -> Iterator[Problem]:
    if len(cells) != len(columns):
        names = "、".join(column.label for column in columns)
        message = f"“{at[1]}”有 {len(cells)} 个数，应为 {len(columns)} 个"
        yield rule.problem(report, at, message, f"依次写：{names}")
        return
    for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        if cell is not None and (fault := _fault(cell, column)):
            message = f"“{at[1]}”的“{column.label}”一格{fault}"
            yield rule.problem(report, (*at, place), message, "照原表填写；没有发生的写 0")


def _fault(cell: Number, column: Column) -> str:
    if cell < 0 and column.kind != "change":
        return f"是负数 {cell}"
    if cell != int(cell) and column.kind != "amount":
        return f"写的是 {cell}，件数没有小数"
    return ""


def _named(keys: Iterable[str]) -> str:
    """The keys in quotation marks, the first few of many."""
    every = list(keys)
    return "".join(f"“{key}”" for key in every[:_MOST]) + ("等" if len(every) > _MOST else "")
