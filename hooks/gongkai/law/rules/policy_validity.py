"""规范性文件须有有效期。

看什么：现行有效的规范性文件。
怎样算错：没有写“失效日期”，而从施行日期算起已满规定的年数（标题里有“暂行”或“试行”的年数较短）；
写了“失效日期”，有效期却长于规定的年数。
怎样改：复审：继续执行的重新公布并写明有效期，不再执行的废止；文件另有规定的，经批准写豁免。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard


def _since(day: str, kind: str = "", until: str | None = None) -> Files:
    return a_policy(
        标题=f"示例区养老服务办法{kind}", 成文日期=day, 发布日期=day, 施行日期=day, 失效日期=until
    )


EXAMPLE = Example(
    good={**CLEAN, **a_policy(施行日期="2026-12-01", 失效日期="2031-11-30")},
    bad=a_policy(标题="示例区养老服务办法（试行）", 施行日期="2026-11-06", 失效日期="2029-11-05"),
    message="长于 2 年",
    edges=(
        Edge("已满 5 年", _since("2021-11-22"), _since("2021-11-21")),
        Edge("已满 2 年", _since("2024-11-22", "（暂行）"), _since("2024-11-21", "（暂行）")),
        Edge("长于 5 年", _since("2026-11-06", "", "2031-11-06"), _since("2026-11-06", "", "2031-11-07")),
        # of the 29th of February, in a year that has none
        Edge(
            "长于 2 年",
            _since("2024-02-29", "（试行）", "2026-03-01"),
            _since("2024-02-29", "（试行）", "2026-03-02"),
            last="2026-02-20",
            first="2026-02-20",
        ),
    ),
)
PARAMETERS = {"年数": as_count, "暂行年数": as_count}
_TRIAL = ("暂行", "试行")


def scope(register: Register) -> Iterable[Record]:
    return _in_force(register)


def turns(register: Register, rule: Standard) -> Iterable[dt.date]:
    return (
        _years_after(policy.in_force_from, rule.number(name))
        for policy in register.everything(Policy)
        for name in PARAMETERS
    )


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in _in_force(register):
        trial = any(word in policy.title for word in _TRIAL)
        years = rule.number("暂行年数" if trial else "年数")
        last = _years_after(policy.in_force_from, years)
        if policy.expires_on is None and last <= register.today:
            message = f"没有写失效日期，{policy.begun}，已满 {years} 年"
            fix = "复审后重新公布并写明“失效日期”，或者废止"
            yield rule.problem(policy, "标题", message, fix)
        elif policy.expires_on is not None and policy.expires_on > last:
            message = f"{policy.begun}，有效期到 {policy.expires_on}，长于 {years} 年"
            yield rule.problem(policy, "失效日期", message, "核对日期；文件写明更长有效期的，经批准写豁免")


def _in_force(register: Register) -> list[Policy]:
    return [each for each in register.policies if each.normative and register.standing(each).in_force]


def _years_after(day: dt.date, years: int) -> dt.date:
    """The same day so many years later; 1 March for a 29 February that the year does not have."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)
