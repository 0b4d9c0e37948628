"""年报申请数量须收支相等（R1）。

看什么：年度报告表三的每一列（六类申请人和总计）。
怎样算错：本年新收加上年结转，不等于办理结果总计（七）加结转下年度。
怎样改：对照原始台账改正填错的格；已经按此公布、要照原样保留的，经批准写豁免，页面会附上说明。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example
from gongkai.law.shared.annual_tables import a_report, column, reports, sum_text
from gongkai.records.base import Record
from gongkai.records.fields.annual_layout import APPLICANTS, CARRIED_IN, CARRIED_OUT, RECEIVED, TOTAL
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **a_report()},
    bad=a_report(结转下年度="[4, 0, 0, 0, 0, 0, 4]"),
    message="“自然人”一列：一加二 40+2=42，三（七）加四 39+4=43",
)
_KEYS = (RECEIVED.key, CARRIED_IN.key, TOTAL.key, CARRIED_OUT.key)


def scope(register: Register) -> Iterable[Record]:
    return reports(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for report in reports(register):
        for place, name in enumerate(APPLICANTS):
            cells = column(report.requests, _KEYS, place)
            if cells and sum(cells[:2]) != sum(cells[2:]):
                due = sum(cells[:2]) - cells[2]
                message = (
                    f"表三“{name}”一列：一加二 {sum_text(cells[:2])}，三（七）加四 {sum_text(cells[2:])}，"
                    f"两者不相等；照一、二和（七）推算，四应为 {due}"
                )
                yield rule.problem(
                    report,
                    ("申请办理", CARRIED_OUT.key, place),
                    message,
                    "查对台账，改正填错的格；已公布的写豁免",
                )
