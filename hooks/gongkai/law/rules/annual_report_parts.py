"""年报各部分须写全。

看什么：年度报告的“总体情况”“存在问题”“其他事项”，就是第一、五、六部分。
怎样算错：三个部分都空着（错误）；有的空着（警告）；2021 年度起，第六部分没有说明收取信息处理费的情况
（警告；没有收费的也要说一句）。
怎样改：照公布的报告补上各段；没有收费的，写一句“本年没有收取信息处理费”。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.law.shared.annual_tables import a_report, an_old_report, reports
from gongkai.records.base import Record
from gongkai.records.types.annual_report import AnnualReport, as_year
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **a_report()},
    bad=a_report(总体情况=None, 存在问题="[]", 其他事项="[]"),
    message="第一、五、六部分都空着",
    edges=(
        Edge("“存在问题”（第五部分）空着", a_report(), a_report(存在问题="[]"), level=Level.WARNING),
        Edge(
            "第六部分没有说明收取信息处理费的情况",
            a_report(其他事项="本年没有收取信息处理费。"),
            a_report(其他事项="没有其他需要报告的事项。"),
        ),
        # the year before, nothing had to be said of fees
        Edge(
            "第六部分没有说明",
            an_old_report("minzheng-ju-2020", 年度="2020", 发布日期="2021-01-20", 其他事项="没有。"),
            a_report("minzheng-ju-2021", 年度="2021", 发布日期="2022-01-20", 其他事项="没有。"),
        ),
    ),
)
PARAMETERS = {"收费自年度": as_year}
#: the day of the report, also where the rule did not hold yet
BY_DAY = True
_PARTS = {"总体情况": "一", "存在问题": "五", "其他事项": "六"}
_FEES = re.compile(r"信息处理费|收费|收取|费用")


def scope(register: Register) -> Iterable[Record]:
    return reports(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    first = rule.number("收费自年度")
    for report in reports(register):
        then = rule.on(report.published) or rule
        empty = [key for key, texts in _texts(report).items() if not texts]
        if len(empty) == len(_PARTS):
            message = "第一、五、六部分都空着：总体情况、存在问题、其他事项一段也没有"
            yield then.problem(report, "标题", message, "照公布的报告补上这三个部分的文字", Level.ERROR)
            continue
        for key in empty:
            message = f"“{key}”（第{_PARTS[key]}部分）空着"
            yield then.problem(report, "标题", message, "照公布的报告补上；确实没有的，也写一句说明")
        if report.year >= first and report.others and not _FEES.search("".join(report.others)):
            fix = "加一段：收了的写发出收费通知的件数和金额，没有收的写“本年没有收取信息处理费”"
            yield then.problem(report, "其他事项", "第六部分没有说明收取信息处理费的情况", fix)


def _texts(report: AnnualReport) -> dict[str, tuple[str, ...]]:
    return dict(zip(_PARTS, (report.overview, report.problems, report.others), strict=True))
