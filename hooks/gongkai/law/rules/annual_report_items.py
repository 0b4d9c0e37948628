"""年报上一年项目数量须与上年报告相接。

看什么：同一单位前后两年的年度报告（都是 2019 版式）表二里有“上一年项目数量”和“本年增/减”的各行。
怎样算错：上年报告的“上一年项目数量”加“本年增/减”，不等于本年报告的“上一年项目数量”。
怎样改：两年的清单对照，改正填错的格；统计范围有变化的，写明并经批准豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example
from gongkai.law.shared.annual_tables import an_old_report, cell, pairs
from gongkai.records.base import Record
from gongkai.records.fields.annual_layout import OLD
from gongkai.records.types.annual_report import AnnualReport
from gongkai.records.types.standard import Standard

_CARRIED = "[3, 0, 0, 0, 0, 0, 3]"
_FIRST = an_old_report(行政许可="[40, -3, 12]")
_SECOND = {
    "年度": "2020",
    "发布日期": "2021-01-20",
    "上年结转": _CARRIED,
    "结转下年度": "[4, 0, 0, 0, 0, 0, 4]",
}

EXAMPLE = Example(
    good={**CLEAN, **_FIRST, **an_old_report("minzheng-ju-2020", 行政许可="[37, 1, 9]", **_SECOND)},
    bad=an_old_report("minzheng-ju-2020", 行政许可="[40, 1, 9]", **_SECOND),
    message="“行政许可”：2019 年报告的上一年项目数量 40 加增减 -3 得 37，本年写的上一年项目数量是 40",
)


def scope(register: Register) -> Iterable[Record]:
    return (report for _, report in pairs(register))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for before, report in pairs(register):
        if before.layout != OLD or report.layout != OLD:
            continue
        for key in _counted(report):
            last, change, now = (
                cell(before.active, key, 0),
                cell(before.active, key, 1),
                cell(report.active, key, 0),
            )
            if last is not None and change is not None and now is not None and last + change != now:
                message = (
                    f"表二“{key}”：{before.year} 年报告的上一年项目数量 {last} 加增减 {change} "
                    f"得 {last + change}，本年写的上一年项目数量是 {now}"
                )
                yield rule.problem(report, ("主动公开", key, 0), message, "两年的清单对照，改正填错的格")


def _counted(report: AnnualReport) -> Iterator[str]:
    """The lines whose second number says by how much the first has changed."""
    for block in report.active_blocks:
        if len(block.columns) > 1 and block.columns[1].kind == "change":
            yield from (line.key for line in block.lines)
