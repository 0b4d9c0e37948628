"""政府公报须按期出版。

看什么：data/gazette/ 里的各期公报；从未出版过的不看。
怎样算错：照“周期”（每月、每季度、每半年、每年）应当出版的一期，过了“期后天数”还没有出版。
怎样改：出版后在当年的文件里加上这一期；改了出版周期的，改写本规则的“周期”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.duties.duty import DutyState
from gongkai.law.duties.gazette import NEEDS, owed
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.records.base import Record
from gongkai.records.types.gazette import GazetteIssue
from gongkai.records.types.standard import Standard


def _issues(*days: str) -> Files:
    row = "- {编号: 2026-%d, 期号: 2026年第%d期, 出版日期: %s, 目录: [{标题: 人事任免, 页码: 3}]}\n"
    return {"data/gazette/2026.yml": "".join(row % (n, n, day) for n, day in enumerate(days, 1))}


def _monthly(*days: str) -> Files:
    """A gazette of every month, begun with the first of these issues."""
    own = "依据: [{文件: 示例区办法}]\n参数: {周期: 每月}\n"
    return {"data/rulebook/gazette-due.yml": own, **_issues(*(f"2026-{day}" for day in days))}


EXAMPLE = Example(
    good={**CLEAN, **_issues("2026-06-20", "2026-07-20")},
    bad=_issues("2026-06-20"),
    message="2026年下半年的政府公报应在 2027-01-30 前出版",
    today="2027-02-01",
    edges=(
        Edge("2027年上半年的政府公报应在 2027-07-30 前出版", last="2027-07-30", first="2027-07-31"),
        Edge(
            "2026年下半年的政府公报应在",
            _issues("2026-06-20", "2026-12-31"),
            _issues("2026-06-20", "2027-01-01"),
        ),
        Edge(
            "2026年下半年的政府公报应在",
            _issues("2026-06-20", "2026-07-01"),
            _issues("2026-06-20", "2026-06-30"),
        ),
        Edge(
            "2026-08的政府公报应在",
            _monthly("07-20", "08-20", "09-20"),
            _monthly("07-20", "09-20"),
            last="2026-10-15",
            first="2026-10-15",
        ),
    ),
)
PARAMETERS = NEEDS


def scope(register: Register) -> Iterable[Record]:
    return register.public(GazetteIssue)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for duty in owed(Terms.of_rule(register, rule)):
        if duty.state is DutyState.OVERDUE:
            message = f"{duty.period}的政府公报应在 {duty.due} 前出版，现在还没有"
            yield rule.problem(duty.record, "出版日期", message, "出版后在 data/gazette/ 里加上这一期")
