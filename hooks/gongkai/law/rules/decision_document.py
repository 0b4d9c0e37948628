"""作出的决策须有文件。

看什么：已经作出决定的重大行政决策。
怎样算错：既没有写“形成的文件”（议题、征集写了的也算），也没有写“决定结果”。
怎样改：形成文件的写上“形成的文件”（政策的文件名或发文字号）；没有形成文件的，在“决定结果”里说明。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.matters import matters_of
from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, TOPIC, Edge, Example, a_meeting
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


def _about(decisions: str) -> dict[str, str]:
    """Another record says which document came of it: the topic that was about this decision."""
    topic = TOPIC.replace("形成的文件:", f"决策事项: {decisions}\n    形成的文件:")
    return {PATH: DECISION, **a_meeting(日期="2026-10-09", 预告日期="2026-10-01", 议题=topic)}


EXAMPLE = Example(
    good={**CLEAN, PATH: DECISION + "  形成的文件: [yanglao]\n"},
    bad={PATH: DECISION},
    message="2026-10-09 作出决定，没有写形成的文件，也没有写决定结果",
    edges=(
        Edge("2026-11-21 作出决定", _decided_on("2026-11-22"), _decided_on("2026-11-21")),
        Edge("没有写形成的文件", _about("[JC2026-01]"), _about("[JC2026-02]")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return _decided(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for decision in _decided(register):
        made = decision.documents or any(matter.policies for matter in matters_of(register, decision))
        if not made and not decision.outcome:
            message = f"{decision.decided_on} 作出决定，没有写形成的文件，也没有写决定结果"
            yield rule.problem(decision, "决定日期", message, "加上“形成的文件”，没有形成文件的写“决定结果”")


def _decided(register: Register) -> list[Decision]:
    decided = DecisionState.DECIDED
    return [each for each in register.public(Decision) if each.state_on(register.today) is decided]
