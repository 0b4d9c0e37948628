"""年报须用当年的版式。

看什么：年度报告的“年度”和“版式”。
怎样算错：2021 年度起的报告写的是 2019 版式；2020 年度及以前的报告写的是 2021 版式。
怎样改：年度或版式写错的改正；确实用错了表格的，照当年的格式重新编制，经主管部门同意后重新公布。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.law.shared.annual_tables import a_report, an_old_report, reports
from gongkai.records.base import Record
from gongkai.records.fields.annual_layout import NEW, OLD
from gongkai.records.types.annual_report import as_year
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **a_report()},
    bad=an_old_report("minzheng-ju-2022", 年度="2022", 发布日期="2023-01-20"),
    message="2022 年度的报告用的是 2019 版式",
    edges=(
        Edge(
            "2021 年度的报告用的是 2019 版式",
            an_old_report("minzheng-ju-2020", 年度="2020", 发布日期="2021-01-20"),
            an_old_report("minzheng-ju-2021", 年度="2021", 发布日期="2022-01-20"),
        ),
        Edge(
            "2020 年度的报告用的是 2021 版式",
            a_report("minzheng-ju-2021", 年度="2021", 发布日期="2022-01-20"),
            a_report("minzheng-ju-2020", 年度="2020", 发布日期="2021-01-20"),
        ),
    ),
)
PARAMETERS = {"新版式自年度": as_year}
#: the day of the report, also where the rule did not hold yet
BY_DAY = True


def scope(register: Register) -> Iterable[Record]:
    return reports(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    first = rule.number("新版式自年度")
    for report in reports(register):
        due = NEW if report.year >= first else OLD
        if report.layout != due:
            then = rule.on(report.published) or rule
            message = f"{report.year} 年度的报告用的是 {report.layout} 版式，这一年度用 {due} 版式"
            fix = f"年度或版式写错的改正；表格用错的，照 {due} 版式重新编制"
            yield then.problem(report, "版式", message, fix)
