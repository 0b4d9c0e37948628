"""年报各类申请人之和须等于总计（R3）。

看什么：年度报告表三的每一行。
怎样算错：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他六格相加，不等于总计。
怎样改：对照原始台账改正填错的格。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example
from gongkai.law.shared.annual_tables import a_report, cell, reports, sum_text
from gongkai.records.base import Record
from gongkai.records.fields.annual_layout import APPLICANTS
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **a_report()},
    bad=a_report(本年新收="[40, 3, 0, 0, 1, 0, 45]", 上年结转="[2, 0, 0, 0, 0, 0, 1]"),
    message="“一、本年新收政府信息公开申请数量”一行：40+3+0+0+1+0=44，总计写的是 45",
)


def scope(register: Register) -> Iterable[Record]:
    return reports(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for report in reports(register):
        for line in report.request_lines:
            cells = [cell(report.requests, line.key, place) for place in range(len(APPLICANTS))]
            filled = [each for each in cells if each is not None]
            if len(filled) == len(cells) and sum(filled[:-1]) != filled[-1]:
                message = f"表三“{line.label}”一行：{sum_text(filled[:-1])}，总计写的是 {filled[-1]}"
                yield rule.problem(report, ("申请办理", line.key), message, "查对台账，改正填错的格")
