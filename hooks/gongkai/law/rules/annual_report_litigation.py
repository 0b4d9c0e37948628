"""年报复议诉讼各格之和须等于总计（R4）。

看什么：年度报告表四的三组数：行政复议、未经复议直接起诉、复议后起诉。
怎样算错：结果维持、结果纠正、其他结果、尚未审结相加，不等于该组的总计。
怎样改：对照案件台账改正填错的格。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example
from gongkai.law.shared.annual_tables import a_report, cell, reports, sum_text
from gongkai.records.base import Record
from gongkai.records.fields.annual_layout import DISPUTES, OUTCOMES
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **a_report()},
    bad=a_report(复议后起诉="[1, 0, 2, 1, 3]"),
    message="“复议后起诉”：1+0+2+1=4，总计写的是 3",
)


def scope(register: Register) -> Iterable[Record]:
    return reports(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for report in reports(register):
        for key in DISPUTES:
            cells = [cell(report.disputes, key, place) for place in range(len(OUTCOMES))]
            filled = [each for each in cells if each is not None]
            if len(filled) == len(cells) and sum(filled[:-1]) != filled[-1]:
                message = f"表四“{key}”：{sum_text(filled[:-1])}，总计写的是 {filled[-1]}"
                yield rule.problem(report, ("复议诉讼", key), message, "查对案件台账，改正填错的格")
