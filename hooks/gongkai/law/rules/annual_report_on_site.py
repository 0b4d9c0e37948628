"""年报现行有效文件数须与本栏目相符（R8）。

看什么：2021 版式的年度报告表二的规范性文件，和本栏目里该单位牵头的规范性文件；本级政府的报告看各单位的。
怎样算错：现行有效件数与报告年度最后一天本栏目里现行有效的规范性文件件数不同。
“适用自年度”以前的报告不看：那时的文件没有全部放进本栏目。
怎样改：把缺的文件放进本栏目，或改正填错的格；有不公开的文件的，经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.column.register.documents import documents_of
from gongkai.common.problems import Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.law.shared.annual_tables import a_report, cell, reports
from gongkai.records.base import Record
from gongkai.records.fields.annual_layout import NEW
from gongkai.records.types.annual_report import as_year
from gongkai.records.types.standard import Standard


def _of(year: str) -> Files:
    """A report of a year whose documents are not in the column."""
    return a_report(f"minzheng-ju-{year}", 年度=year, 规范性文件="[0, 0, 3]")


EXAMPLE = Example(
    good={**CLEAN, **a_report()},
    bad=a_report(规范性文件="[0, 0, 3]"),
    message="现行有效写的是 3 件，本栏目里 2025 年末现行有效的有 0 件",
    edges=(Edge("本栏目里 2022 年末现行有效的有 0 件", _of("2021"), _of("2022")),),
)
PARAMETERS = {"适用自年度": as_year}


def scope(register: Register) -> Iterable[Record]:
    return (report for report in reports(register) if report.layout == NEW and register.unit(report.unit))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    first = rule.number("适用自年度")
    for report in reports(register):
        unit = register.unit(report.unit)
        said = cell(report.active, "规范性文件", 2)
        if unit is None or said is None or report.layout != NEW or report.year < first:
            continue
        found = documents_of(register, unit, report.year).in_force
        if said != len(found):
            names = "、".join(in_marks(policy.title) for policy in found[:5])
            message = (
                f"表二“规范性文件”现行有效写的是 {said} 件，"
                f"本栏目里 {report.year} 年末现行有效的有 {len(found)} 件{f'：{names}' if names else ''}"
            )
            yield rule.problem(
                report, ("主动公开", "规范性文件"), message, "把缺的文件放进本栏目，或改正填错的格"
            )
