"""年报现行有效文件数须与上年相接（R6）。

看什么：同一单位前后两年的年度报告（都是 2021 版式）表二的规章和规范性文件。
怎样算错：上年现行有效件数加本年制发、减本年废止，不等于本年现行有效件数。
怎样改：对照文件目录改正填错的格；统计范围有变化的，写明并经批准豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example
from gongkai.law.shared.annual_tables import LAST_YEAR, a_report, cell, pairs
from gongkai.records.base import Record
from gongkai.records.fields.annual_layout import NEW
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **LAST_YEAR, **a_report()},
    bad=a_report(规章="[2, 1, 2]"),
    message="“规章”：上年现行有效 0 加制发 2 减废止 1 得 1，本年写的是 2",
)


def scope(register: Register) -> Iterable[Record]:
    return (report for before, report in pairs(register) if before.layout == report.layout == NEW)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for before, report in pairs(register):
        if before.layout != NEW or report.layout != NEW:
            continue
        for key in ("规章", "规范性文件"):
            last = cell(before.active, key, 2)
            made, ended, now = (cell(report.active, key, place) for place in range(3))
            if last is None or made is None or ended is None or now is None:
                continue
            if last + made - ended != now:
                message = (
                    f"表二“{key}”：上年现行有效 {last} 加制发 {made} 减废止 {ended} "
                    f"得 {last + made - ended}，本年写的是 {now}"
                )
                yield rule.problem(report, ("主动公开", key), message, "查对文件目录，改正填错的格")
