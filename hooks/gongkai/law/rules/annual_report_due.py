"""年度报告须按时公布。

看什么：各行政机关从“适用自年度”起每一年的政府信息公开工作年度报告。
怎样算错：过了截止的日子（部门 1 月 31 日，本级政府 3 月 31 日）还没有公布，或是过后才公布。
怎样改：在 data/annual-reports/ 里加上这份报告；确实晚了的经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.duties.annual_report import NEEDS, owed
from gongkai.law.duties.duty import DutyState
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, Edge, Example, Files, a_unit
from gongkai.law.shared.annual_tables import a_report
from gongkai.records.base import Record
from gongkai.records.types.annual_report import AnnualReport
from gongkai.records.types.standard import Standard


def _government(day: str) -> Files:
    """The government of the district has two months more."""
    unit = a_unit("qu-zhengfu", 名称="示例区人民政府", 曾用名=None, 类别="政府")
    return {**unit, **a_report("qu-zhengfu-2025", 单位="示例区人民政府", 发布日期=day)}


def _merged(day: str) -> Files:
    return a_unit(状态="撤并", 撤并日期=day)


EXAMPLE = Example(
    good={**CLEAN, **a_report()},
    bad=a_report(发布日期="2026-02-03"),
    message="应在 2026-01-31 前公布，2026-02-03 才公布",
    edges=(
        Edge("才公布", passes=a_report(发布日期="2026-01-31"), fails=a_report(发布日期="2026-02-01")),
        Edge("应在 2027-01-31 前公布，现在还没有", last="2027-01-31", first="2027-02-01"),
        Edge("才公布", _government("2026-03-31"), _government("2026-04-01")),
        # a unit merged within the year owes none for it
        Edge(
            "现在还没有", _merged("2026-12-31"), _merged("2027-01-01"), last="2027-02-01", first="2027-02-01"
        ),
    ),
)
PARAMETERS = NEEDS


def scope(register: Register) -> Iterable[Record]:
    yield from register.public(AnnualReport)
    yield from register.units


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for duty in owed(Terms.of_rule(register, rule)):
        what = f"{duty.period}的政府信息公开工作年度报告应在 {duty.due} 前公布"
        if duty.state is DutyState.OVERDUE:
            fix = "在 data/annual-reports/ 里加上这份报告"
            yield rule.problem(duty.record, "名称", f"{duty.units[0].name}{what}，现在还没有", fix)
        elif duty.late:
            fix = "日期写错的改正；确实晚了的今后按时公布"
            message = f"{what}，{duty.done} 才公布"
            yield rule.problem(duty.record, "发布日期", message, fix, Level.NOTICE)
