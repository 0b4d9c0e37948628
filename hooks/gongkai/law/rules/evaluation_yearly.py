"""制定政策的单位每年须评价政策。

看什么：有现行有效的规范性文件、政策性文件的单位（本级政府除外）；过了“起看”的看当年，没有过的看上一年；
“适用自”以前的年份不看，“次数”写 0 的不看。
怎样算错：这一年公布的政策评价不足“次数”；评的是一项工作、没有写“对象”的不算。一年只说一次，列出单位。
怎样改：评价过而没有公布的补上；没有评价的，选一件本单位的重点政策评价，公布结论和结果运用。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.duties.makers import makers
from gongkai.law.duties.periods import as_month_day, year_day
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.law.shared.evaluated import evaluated
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count, as_date
from gongkai.records.types.evaluation import Evaluation
from gongkai.records.types.standard import Standard

_NAMED = 3


def _asked(number: int) -> Files:
    """A district that asks so many of every unit that makes policies."""
    own = f"采用: 是\n参数: {{次数: {number}}}\n"
    return {"data/rulebook/evaluation-yearly.yml": f"依据: [{{文件: 示例区办法}}]\n{own}"}


def an_evaluation(day: str = "2026-11-20", of: str = "对象: [yanglao]") -> Files:
    """One of the policy of every example."""
    text = Evaluation.EXAMPLE.replace("对象: 示民发〔2025〕5号", of).replace("2026-11-10", day)
    return {"content/evaluations/2026/pingjia.md": text}


_IN_FORCE = a_policy(施行日期="2026-11-06")
EXAMPLE = Example(
    good={**CLEAN, **_asked(1), **_IN_FORCE, **an_evaluation()},
    bad={"content/evaluations/2026/pingjia.md": ""},
    message="2026年制定政策的 1 个单位公布政策评价不足 1 次：区民政局",
    today="2026-12-01",
    edges=(
        Edge("不足 2 次", {}, _asked(2)),
        Edge("2026年制定政策的 1 个单位", {}, an_evaluation(of="评估工作: 2026年社会救助工作")),
        Edge("2026年制定政策的 1 个单位", {}, an_evaluation("2025-12-31")),
        Edge(
            "2026年制定政策的 1 个单位",
            an_evaluation("2025-12-31"),
            an_evaluation("2025-12-31"),
            last="2026-11-30",
            first="2026-12-01",
        ),
        Edge(
            "制定政策的 1 个单位",
            {**an_evaluation("2025-12-31"), **a_policy(施行日期="2026-12-02")},
            {**an_evaluation("2025-12-31"), **a_policy(施行日期="2026-12-01")},
        ),
    ),
)
PARAMETERS = {"次数": as_count, "起看": as_month_day, "适用自": as_date}


def scope(register: Register) -> Iterable[Record]:
    return makers(register, register.today)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    day = register.today
    if day < year_day(day.year, rule.parameters["起看"]):
        day = dt.date(day.year - 1, 12, 31)
    least = rule.number("次数")
    if day < as_date(rule.parameters["适用自"]):
        return
    done = evaluated(register, day.year, day)
    if missing := [unit for unit in makers(register, day) if len(done.get(unit.id, [])) < least]:
        names = "、".join(unit.label for unit in missing[:_NAMED]) + (" 等" if len(missing) > _NAMED else "")
        message = f"{day.year}年制定政策的 {len(missing)} 个单位公布政策评价不足 {least} 次：{names}"
        fix = "评价过的补上；没有评价的选一件重点政策评价，公布结论和结果运用"
        yield rule.problem(missing[0], "名称", message, fix)
