"""The tables of an annual report made short for reading: labels and sums, grounds grouped, a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from gongkai.records.fields.annual_cells import Number
from gongkai.records.fields.annual_layout import (
    CARRIED_IN,
    CARRIED_OUT,
    DISPUTES,
    RECEIVED,
    TOTAL,
    Line,
)
from gongkai.records.types.annual_report import AnnualReport

_MARK = re.compile(r"^(?:（.）|[一二三四]、|\d+\.)")
_ASIDE = re.compile(r"（[^（）]*）$")
_GRANTED = ("予以公开", "部分公开")


@dataclass(frozen=True)
class Row:
    """Words and the sum over all applicants, None where the report leaves the cell empty."""

    label: str
    total: int | None
    #: 0 for what is received, dealt with and left over, 1 for how it was dealt with
    depth: int = 0


@dataclass(frozen=True)
class Reasons:
    """One way to end an application, with the grounds that were given; ``unused``: how many were not."""

    outcome: str
    total: int
    rows: tuple[Row, ...]
    unused: int

    @property
    def chief(self) -> str:
        """The words of the grounds given most often."""
        most = self.rows[0].total
        return "、".join(row.label for row in self.rows if row.total == most)


@dataclass(frozen=True)
class Flat:
    """A line of table 三 as a row without merged cells: its sum first. A group is a row of its own words."""

    label: str
    numbers: tuple[Number | None, ...] = ()


@dataclass(frozen=True)
class Reading:
    """What the tables 三 and 四 say: rows, grounds and disputes (words, numbers), the sum first."""

    rows: tuple[Row, ...]
    reasons: tuple[Reasons, ...]
    flat: tuple[Flat, ...]
    disputes: tuple[Flat, ...]
    sentence: str


def reading(report: AnnualReport) -> Reading | None:
    """Made from the official tables; none where the report has none."""
    if not report.requests.written():
        return None
    reasons = tuple(_reasons(report))
    disputes = tuple(Flat(_dispute(key), _sum_first(report.disputes.line(key))) for key in DISPUTES)
    return Reading(_rows(report), reasons, tuple(_flat(report)), disputes, _sentence(report, reasons))


def _total(report: AnnualReport, line: Line) -> int | None:
    cells = report.requests.line(line.key)
    return None if not cells or cells[-1] is None else int(cells[-1])


def _sum(report: AnnualReport, lines: list[Line]) -> int | None:
    known = [total for line in lines if (total := _total(report, line)) is not None]
    return sum(known) if known else None


def _groups(report: AnnualReport) -> list[tuple[str, list[Line]]]:
    """How applications end: 予以公开, 部分公开, then each group with its lines."""
    grouped = groupby(report.result_lines, key=lambda line: line.group or line.label)
    return [(words(name), list(lines)) for name, lines in grouped]


def words(label: str) -> str:
    """（二）部分公开（区分处理的，…） → 部分公开."""
    return _ASIDE.sub("", _MARK.sub("", label))


def _rows(report: AnnualReport) -> tuple[Row, ...]:
    ended = [Row(name, _sum(report, lines), 1) for name, lines in _groups(report)]
    return (
        Row("新收申请", _total(report, RECEIVED)),
        Row("上年结转", _total(report, CARRIED_IN)),
        Row("办结", _total(report, TOTAL)),
        *ended,
        Row("结转下年", _total(report, CARRIED_OUT)),
    )


def _reasons(report: AnnualReport) -> list[Reasons]:
    """The groups in which anything was counted, the most frequent ground first."""
    found = []
    for outcome, lines in _groups(report):
        given = [Row(words(line.label), total) for line in lines if (total := _total(report, line))]
        if len(lines) > 1 and given:
            given.sort(key=lambda row: -(row.total or 0))
            total = sum(row.total or 0 for row in given)
            found.append(Reasons(outcome, total, tuple(given), len(lines) - len(given)))
    return found


def _flat(report: AnnualReport) -> list[Flat]:
    rows = [_flat_row(report, line, line.label) for line in (RECEIVED, CARRIED_IN)]
    for group, lines in groupby(report.result_lines, key=lambda line: line.group):
        if group:
            rows.append(Flat(group))
        rows += [_flat_row(report, line, line.label) for line in lines]
    return rows + [_flat_row(report, line, line.label) for line in (TOTAL, CARRIED_OUT)]


def _flat_row(report: AnnualReport, line: Line, label: str) -> Flat:
    return Flat(_ASIDE.sub("", label), _sum_first(report.requests.line(line.key)))


def _sum_first(cells: tuple[Number | None, ...]) -> tuple[Number | None, ...]:
    return (cells[-1], *cells[:-1]) if cells else ()


def _dispute(key: str) -> str:
    return {"未经复议直接起诉": "直接起诉"}.get(key, key)


def _sentence(report: AnnualReport, reasons: tuple[Reasons, ...]) -> str:
    """新收申请59件，办结58件，其中公开和部分公开37件，不予公开3件，主要因为…。复议2件，诉讼2件。"""
    ended = dict(_groups(report))
    granted = _sum(report, [line for name in _GRANTED for line in ended.get(name, [])])
    parts = [
        f"新收申请 {_total(report, RECEIVED) or 0} 件，办结 {_total(report, TOTAL) or 0} 件",
        f"其中公开和部分公开 {granted or 0} 件",
        _refused(reasons),
    ]
    suits = [report.disputes.line(key) for key in DISPUTES]
    review, *courts = [int(cells[-1] or 0) if cells else 0 for cells in suits]
    return f"{'，'.join(parts)}。行政复议 {review} 件，行政诉讼 {sum(courts)} 件。"


def _refused(reasons: tuple[Reasons, ...]) -> str:
    found = next((each for each in reasons if each.outcome == "不予公开"), None)
    return f"不予公开 {found.total} 件，主要因为{found.chief}" if found else "没有不予公开的"
