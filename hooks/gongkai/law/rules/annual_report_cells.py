"""年报表格须填全（R5）。

看什么：年度报告表二、表三、表四的每一行每一格。
怎样算错：缺行，或有这个版式没有的行；格数不对；有空格（没有发生的要写 0，空着不等于 0）；
除“本年增/减”以外有负数；件数带小数。
怎样改：照所用版式的官方表格逐格填写；原报告本来空着的，经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.law.shared.annual_tables import a_report, reports
from gongkai.records.base import Record
from gongkai.records.fields.annual_layout import (
    APPLICANTS,
    DISPUTES,
    OUTCOMES,
    Column,
    active_lines,
    request_lines,
)
from gongkai.records.types.annual_report import AnnualReport, Number, Table
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
Expected = dict[str, tuple[Column, ...]]
#: the day of the report, also where the rule did not hold yet
BY_DAY = True


def scope(register: Register) -> Iterable[Record]:
    return reports(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for report in reports(register):
        then = rule.on(report.published) or rule
        for name, table, expected in _tables(report):
            yield from _lines(report, then, name, table, expected)
            for key, columns in expected.items():
                if cells := table.line(key):
                    yield from _cells(report, then, (name, key), cells, columns)


def _tables(report: AnnualReport) -> Iterator[tuple[str, Table, Expected]]:
    applicants = tuple(Column(name) for name in APPLICANTS)
    outcomes = tuple(Column(name) for name in OUTCOMES)
    yield "主动公开", report.active, {line.key: columns for line, columns in active_lines(report.layout)}
    yield "申请办理", report.requests, {line.key: applicants for line in request_lines(report.layout)}
    yield "复议诉讼", report.disputes, dict.fromkeys(DISPUTES, outcomes)


def _lines(
    report: AnnualReport, rule: Standard, name: str, table: Table, expected: Expected
) -> Iterator[Problem]:
    written = table.written()
    for key in [key for key in expected if key not in written]:
        message = f"“{name}”缺少“{key}”一行（{report.layout} 年版式）"
        yield rule.problem(report, name, message, "照官方表格补上这一行，没有发生的写 0")
    for key in [key for key in written if key not in expected]:
        message = f"{report.layout} 年版式的“{name}”没有“{key}”一行"
        yield rule.problem(report, (name, key), message, "删去这一行，或改正“版式”")


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
        if fault := _fault(cell, column):
            message = f"“{at[1]}”的“{column.label}”一格{fault}"
            yield rule.problem(report, (*at, place), message, "照原表填写；没有发生的写 0")


def _fault(cell: Number | None, column: Column) -> str:
    if cell is None:
        return "空着，空着不等于 0"
    if cell < 0 and column.kind != "change":
        return f"是负数 {cell}"
    if cell != int(cell) and column.kind != "amount":
        return f"写的是 {cell}，件数没有小数"
    return ""
