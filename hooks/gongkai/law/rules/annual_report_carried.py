"""年报上年结转须等于上年报告的结转下年度（R7）。

看什么：同一单位前后两年的年度报告表三。
怎样算错：本年的“二、上年结转”与上年报告的“四、结转下年度”有一列不同。
怎样改：对照原始台账改正填错的格；上年报告确有错误的，照规定更正上年报告或经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example
from gongkai.law.shared.annual_tables import LAST_YEAR, a_report, cell, pairs
from gongkai.records.base import Record
from gongkai.records.fields.annual_layout import APPLICANTS, CARRIED_IN, CARRIED_OUT
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **LAST_YEAR, **a_report()},
    bad=a_report(本年新收="[39, 3, 0, 0, 1, 0, 43]", 上年结转="[3, 0, 0, 0, 0, 0, 3]"),
    message="“自然人”一列：本年上年结转写的是 3，2024 年报告的结转下年度是 2",
)


def scope(register: Register) -> Iterable[Record]:
    return (report for _, report in pairs(register))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for before, report in pairs(register):
        for place, name in enumerate(APPLICANTS):
            was = cell(before.requests, CARRIED_OUT.key, place)
            now = cell(report.requests, CARRIED_IN.key, place)
            if was is not None and now is not None and was != now:
                message = (
                    f"表三“{name}”一列：本年上年结转写的是 {now}，{before.year} 年报告的结转下年度是 {was}"
                )
                yield rule.problem(
                    report, ("申请办理", CARRIED_IN.key, place), message, "两年的台账对照，改正填错的格"
                )
