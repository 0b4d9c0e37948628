"""依申请公开的理由须加得起来。

看什么：data/requests/ 里各月写的“不予公开理由”“无法提供理由”“不予处理理由”。
怎样算错：一项结果的各个理由相加，不等于“办结”里这项结果的件数；有这项结果却没有写理由的，只作提示。
怎样改：对照台账改正填错的数，或补写理由；理由的名称照年度报告表三。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import At, Level, Problem
from gongkai.law.example import CLEAN, Example
from gongkai.records.base import Record
from gongkai.records.types.request_stats import Month, RequestStats
from gongkai.records.types.standard import Standard

_FILE = "data/requests/2026.yml"
#: of last month: that earlier ones are missing is for another rule
_TEXT = RequestStats.EXAMPLE.replace("2026-01", "2026-10").replace("2026-02-05", "2026-11-12")
EXAMPLE = Example(
    good={**CLEAN, _FILE: _TEXT},
    bad={_FILE: _TEXT.replace("国家秘密: 1", "国家秘密: 2")},
    message="2026-10 不予公开的理由相加是 2，办结里写的是 1",
)


def scope(register: Register) -> Iterable[Record]:
    return register.everything(RequestStats)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for stats in register.everything(RequestStats):
        for place, month in enumerate(stats.months):
            yield from _month(rule, stats, month, ("月份", place))


def _month(rule: Standard, stats: RequestStats, month: Month, at: At) -> Iterator[Problem]:
    for outcome, count, grounds in month.by_ground:
        key = f"{outcome}理由"
        if grounds is not None and grounds.total != count:
            message = f"{month.month} {outcome}的理由相加是 {grounds.total}，办结里写的是 {count}"
            yield rule.problem(stats, (*at, key), message, "对照台账改正填错的数")
        elif grounds is None and count:
            message = f"{month.month} {outcome} {count} 件，没有写理由"
            fix = f"补写“{key}”，名称照年度报告表三"
            yield rule.problem(stats, (*at, "办结"), message, fix, Level.NOTICE)
