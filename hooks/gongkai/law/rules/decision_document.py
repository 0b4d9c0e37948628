"""作出的决策须有文件。

看什么：已经作出决定的重大行政决策。
怎样算错：既没有写“形成的文件”，也没有写“决定结果”。
怎样改：形成文件的写上“形成的文件”（政策的文件名或发文字号）；没有形成文件的，在“决定结果”里说明。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.records.base import Record
from gongkai.records.types.decision import Decision
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.participation import DecisionState

DECISION = """\
- 编号: JC2026-01
  事项: 养老服务设施专项规划
  承办单位: 区民政局
  目录公布日期: 2026-04-13
  计划完成日期: 2026-11-30
  法定程序:
    公众参与: {日期: 2026-06-01, 说明: 公开征求意见}
    专家论证: {日期: 2026-07-01, 说明: 专家论证会}
    风险评估: {日期: 2026-08-01, 说明: 风险可控}
    合法性审查: {日期: 2026-09-01, 说明: 合法}
    集体讨论: {日期: 2026-10-09, 说明: 常务会审议通过}
  决定日期: 2026-10-09
"""
PATH = "data/decisions/2026.yml"


def _decided_on(day: str) -> dict[str, str]:
    """Decided on a day, with nothing said of what came of it."""
    return {PATH: DECISION.replace("决定日期: 2026-10-09", f"决定日期: {day}")}


EXAMPLE = Example(
    good={**CLEAN, PATH: DECISION + "  形成的文件: [yanglao]\n"},
    bad={PATH: DECISION},
    message="2026-10-09 作出决定，没有写形成的文件，也没有写决定结果",
    edges=(Edge("2026-11-21 作出决定", _decided_on("2026-11-22"), _decided_on("2026-11-21")),),
)


def scope(register: Register) -> Iterable[Record]:
    return _decided(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for decision in _decided(register):
        if not decision.documents and not decision.outcome:
            message = f"{decision.decided_on} 作出决定，没有写形成的文件，也没有写决定结果"
            yield rule.problem(decision, "决定日期", message, "加上“形成的文件”，没有形成文件的写“决定结果”")


def _decided(register: Register) -> list[Decision]:
    decided = DecisionState.DECIDED
    return [each for each in register.public(Decision) if each.state_on(register.today) is decided]
