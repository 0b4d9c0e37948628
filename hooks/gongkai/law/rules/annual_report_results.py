"""年报办理结果须等于各项之和（R2）。

看什么：年度报告表三的每一列。
怎样算错：（一）予以公开 到（六）其他处理 各行相加，不等于（七）总计。
怎样改：对照原始台账改正填错的格。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example
from gongkai.law.shared.annual_tables import a_report, column, reports
from gongkai.records.base import Record
from gongkai.records.fields.annual_layout import APPLICANTS, CHOICES, TOTAL
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **a_report()},
    bad=a_report(
        重复申请="[1, 0, 0, 0, 0, 0, 1]",
        予以公开="[39, 3, 0, 0, 1, 0, 43]",
    ),
    message="“自然人”一列：（一）到（六）相加为 40，（七）总计写的是 39",
)


def scope(register: Register) -> Iterable[Record]:
    return reports(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for report in reports(register):
        if any(choice.mixed(report.requests.written()) for choice in CHOICES[report.layout]):
            continue  # which lines would have to be added up is told by another rule
        keys = [line.key for line in report.result_lines]
        for place, name in enumerate(APPLICANTS):
            cells = column(report.requests, [*keys, TOTAL.key], place)
            if cells and sum(cells[:-1]) != cells[-1]:
                message = (
                    f"表三“{name}”一列：（一）到（六）相加为 {sum(cells[:-1])}，（七）总计写的是 {cells[-1]}"
                )
                yield rule.problem(report, ("申请办理", TOTAL.key, place), message, "查对台账，改正填错的格")
