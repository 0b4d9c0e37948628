"""预决算须在批复后限期内公开。

看什么：data/budgets/ 里每份预算和决算的批复日期和发布日期。
怎样算错：发布早于批复（错误）；发布晚于批复后的规定天数。
怎样改：日期写错的改正；确实晚了的经批准写豁免。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import At, Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.budget import Budget
from gongkai.records.types.standard import Standard

_FILE = "data/budgets/2026/minzheng-ju.yml"


def _published(day: str) -> Files:
    return {_FILE: Budget.EXAMPLE.replace("发布日期: 2026-02-04", f"发布日期: {day}")}


EXAMPLE = Example(
    good={**CLEAN, _FILE: Budget.EXAMPLE},
    bad=_published("2026-02-10"),
    message="预算 2026-01-20 批复，应在 2026-02-09 前公开，实际是 2026-02-10",
    edges=(
        Edge("应在 2026-02-09 前公开", _published("2026-02-09"), _published("2026-02-10")),
        Edge("早于批复日期", _published("2026-01-20"), _published("2026-01-19")),
    ),
)
PARAMETERS = {"公开天数": as_count}


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Budget)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    limit = dt.timedelta(days=rule.number("公开天数"))
    for record in register.everything(Budget):
        for label, statement in record.statements:
            at: At = (label, "发布日期")
            approved, published = statement.approved_on, statement.published_on
            if published < approved:
                message = f"{label}的发布日期 {published} 早于批复日期 {approved}"
                fix = "核对这两个日期，改正写错的一个"
                yield rule.problem(record, at, message, fix, Level.ERROR)
            elif published > approved + limit:
                message = f"{label} {approved} 批复，应在 {approved + limit} 前公开，实际是 {published}"
                fix = "日期写错的改正；确实晚了的经批准写豁免"
                yield rule.problem(record, at, message, fix)
