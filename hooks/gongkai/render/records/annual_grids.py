"""The three official tables of an annual report as grids, with the words of its edition."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from gongkai.records.fields.annual_cells import Number
from gongkai.records.fields.annual_layout import (
    APPLICANTS,
    CARRIED_IN,
    CARRIED_OUT,
    DISPUTES,
    OUTCOMES,
    RECEIVED,
    RESULTS,
    TOTAL,
    Block,
    Line,
)
from gongkai.records.types.annual_report import Active, AnnualReport, Requests
from gongkai.render.records.grids import Cell, Grid, arrange

_FORMS = {"count": "0", "change": "+0;-0;0", "amount": "0.0000"}
#: places for numbers in table 二
_PLACES = 3
_RULE = "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"


def grids(report: AnnualReport) -> list[Grid]:
    """表二, 表三 and 表四, every cell as issued."""
    year = f"{report.year}年"
    # how many columns the words of table 二 take: two where some lines stand under a group
    words = 2 if any(line.group for block in report.active_blocks for line in block.lines) else 1
    parts = [_block(report.active, block, words) for block in report.active_blocks]
    return [
        arrange("t2", f"{year}主动公开政府信息情况", [], parts),
        arrange(
            "t3",
            f"{year}收到和处理政府信息公开申请情况（单位：件）",
            _request_head(),
            [_request_rows(report)],
        ),
        arrange(
            "t4",
            f"{year}政府信息公开行政复议、行政诉讼情况（单位：件）",
            _dispute_head(),
            [_dispute_rows(report)],
        ),
    ]


def active(report: AnnualReport) -> list[list[tuple[str, list[Cell]]]]:
    """表二 without merged cells: for each 项 its lines, (words, numbers)."""
    return [
        [(line.label, _line(report.active, block, line)) for line in block.lines]
        for block in report.active_blocks
    ]


def _line(table: Active, block: Block, line: Line) -> list[Cell]:
    cells = table.line(line.key) or (None,) * len(block.columns)
    return [number(value, column.kind) for value, column in zip(cells, block.columns, strict=False)]


def number(value: Number | None, kind: str = "count") -> Cell:
    """A cell with a number as the report shows it: changes with their sign, amounts to four places."""
    if value is None:
        return Cell("", form=_FORMS[kind])
    text = f"{value:.4f}" if kind == "amount" else f"{value:+}" if kind == "change" and value else f"{value}"
    return Cell(text, value=value, form=_FORMS[kind])


def _block(table: Active, block: Block, words: int) -> Iterator[list[Cell]]:
    """One 项 of 第二十条: its name, its headings, its lines; three places for numbers."""
    spans = _spans(len(block.columns))
    yield [Cell(block.article, "colgroup", across=words + _PLACES)]
    columns = zip(block.columns, spans, strict=True)
    yield [Cell("信息内容", "col", across=words), *(Cell(c.label, "col", across=n) for c, n in columns)]
    for group, lines in groupby(block.lines, key=lambda line: line.group):
        members = list(lines)
        for place, line in enumerate(members):
            start = [Cell(group, "rowgroup", down=len(members))] if group and not place else []
            numbers = [
                _spread(cell, span) for cell, span in zip(_line(table, block, line), spans, strict=False)
            ]
            yield [*start, Cell(line.label, "row", across=1 if group else words), *numbers]


def _spans(count: int) -> list[int]:
    """How many of the three places each column takes: the last one fills the line."""
    return [1] * (count - 1) + [_PLACES + 1 - count]


def _spread(cell: Cell, across: int) -> Cell:
    return Cell(cell.text, across=across, value=cell.value, form=cell.form)


def _request_head() -> list[list[Cell]]:
    first, *kinds, last = APPLICANTS
    return [
        [Cell(_RULE, across=3, down=3), Cell("申请人情况", "colgroup", across=7)],
        [Cell(first, "col", down=2), Cell("法人或其他组织", "colgroup", across=5), Cell(last, "col", down=2)],
        [Cell(kind, "col") for kind in kinds],
    ]


def _request_rows(report: AnnualReport) -> Iterator[list[Cell]]:
    results = (*report.result_lines, TOTAL)
    for line in (RECEIVED, CARRIED_IN):
        yield [Cell(line.label, "row", across=3), *_numbers(report.requests, line)]
    start = [Cell(RESULTS, "rowgroup", down=len(results))]
    for group, lines in groupby(results, key=lambda line: line.group):
        members = list(lines)
        alone = len(members) == 1 and not group
        for place, line in enumerate(members):
            if group and not place:
                start.append(Cell(group, "rowgroup", down=len(members)))
            across = 1 if group and not alone else 2
            yield [*start, Cell(line.label, "row", across=across), *_numbers(report.requests, line)]
            start = []
    yield [Cell(CARRIED_OUT.label, "row", across=3), *_numbers(report.requests, CARRIED_OUT)]


def _numbers(table: Requests, line: Line) -> list[Cell]:
    return [number(value) for value in table.line(line.key) or (None,) * len(APPLICANTS)]


def _dispute_head() -> list[list[Cell]]:
    return [
        [Cell(DISPUTES[0], "colgroup", across=5, down=2), Cell("行政诉讼", "colgroup", across=10)],
        [Cell(name, "colgroup", across=5) for name in DISPUTES[1:]],
        [Cell(name, "col") for _ in DISPUTES for name in OUTCOMES],
    ]


def _dispute_rows(report: AnnualReport) -> Iterator[list[Cell]]:
    lines = [report.disputes.line(key) or (None,) * len(OUTCOMES) for key in DISPUTES]
    yield [number(value) for line in lines for value in line]
