"""年报金额须以万元为单位。

看什么：年度报告表二的金额：2021 版式的行政事业性收费，2019 版式的政府集中采购总金额。
怎样算错：大到像是以元填的：比同一单位上年报告的金额大 100 倍以上；没有上年报告可比的，超过
“收费上限”“采购上限”（单位亿元）。
怎样改：对照原表的单位，以元填的换算成万元；确实这样多的，经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.law.shared.annual_tables import a_report, an_old_report, cell, pairs, reports
from gongkai.records.base import Record
from gongkai.records.fields.annual_cells import Number
from gongkai.records.fields.values import as_count
from gongkai.records.types.annual_report import AnnualReport
from gongkai.records.types.standard import Standard

_TWO_AND_A_HALF = a_report("minzheng-ju-2024", 年度="2024", 发布日期="2025-01-20", 行政事业性收费="[2.5]")

EXAMPLE = Example(
    good={**CLEAN, **a_report(行政事业性收费="[25.1]")},
    bad=a_report(行政事业性收费="[251000]"),
    message="“行政事业性收费”写的是 251000 万元，超过 100000 万元；像是以元填的，那就是 25.1 万元",
    edges=(
        Edge(
            "“行政事业性收费”写的是 100001 万元",
            a_report(行政事业性收费="[100000]"),
            a_report(行政事业性收费="[100001]"),
        ),
        Edge(
            "“政府集中采购”写的是 1000001 万元",
            an_old_report(政府集中采购="[1, 1000000]"),
            an_old_report(政府集中采购="[1, 1000001]"),
        ),
        Edge(
            "是 2024 年报告（2.5 万元）的 100 倍以上",
            {**_TWO_AND_A_HALF, **a_report(行政事业性收费="[250]")},
            {**_TWO_AND_A_HALF, **a_report(行政事业性收费="[250.1]")},
        ),
    ),
)
PARAMETERS = {"倍数": as_count, "收费上限": as_count, "采购上限": as_count}
_LIMITS = {"行政事业性收费": "收费上限", "政府集中采购": "采购上限"}


def scope(register: Register) -> Iterable[Record]:
    return reports(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    before = {report.id: last for last, report in pairs(register)}
    for report in reports(register):
        for key, place in _amounts(report):
            now = cell(report.active, key, place)
            if now is None:
                continue
            last = before.get(report.id)
            if why := _unlikely(rule, key, now, last):
                message = (
                    f"表二“{key}”写的是 {now} 万元，{why}；像是以元填的，那就是 {_in_ten_thousands(now)} 万元"
                )
                fix = "对照原表的单位，以元填的换算成万元；没有错的经批准写豁免"
                yield rule.problem(report, ("主动公开", key, place), message, fix)


def _amounts(report: AnnualReport) -> Iterator[tuple[str, int]]:
    """The lines that hold an amount, and in which cell."""
    for block in report.active_blocks:
        for line in block.lines:
            yield from ((line.key, n) for n, column in enumerate(block.columns) if column.kind == "amount")


def _unlikely(rule: Standard, key: str, now: Number, last: AnnualReport | None) -> str:
    """Why an amount can hardly be one in 万元; last year's is the better measure, where there is one."""
    times, limit = rule.number("倍数"), rule.number(_LIMITS[key]) * 10_000
    place = next((n for name, n in _amounts(last) if name == key), None) if last else None
    was = cell(last.active, key, place) if last and place is not None else None
    if last and was:
        return f"是 {last.year} 年报告（{was} 万元）的 {times} 倍以上" if now > times * was else ""
    return f"超过 {limit} 万元" if now > limit else ""


def _in_ten_thousands(amount: Number) -> str:
    return f"{(Decimal(str(amount)) / 10_000).normalize():f}"
