"""办事指南的政策须有效。

看什么：还受理的办事指南和它的“相关政策”。
怎样算错：写明的相关政策都已经废止、失效，指南还在受理；一部分废止、失效的，只作提示。
怎样改：接着办的，“相关政策”改写现在的文件，条件、材料跟着改；不再办的，写“受理截止”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, OLD_POLICY, Edge, Example, Files, a_policy
from gongkai.law.rules.service_complete import _RESULTS, _STAGES, _STANDARDS, a_guide
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.service import Service
from gongkai.records.types.standard import Standard

_WHOLE = _STANDARDS + _STAGES + _RESULTS


def _repealed(day: str, policy: str = "jiu", more: str = "") -> Files:
    """The old document ends on a day; the guide rests on these."""
    ends = a_policy(废止=f"[{{文件: jiu, 日期: {day}}}]")
    return {**OLD_POLICY, **ends, **a_guide(_WHOLE + more, policy=policy)}


EXAMPLE = Example(
    good={**CLEAN, **a_guide(policy="yanglao")},
    bad=_repealed("2026-11-10"),
    message="《示例区养老服务办法（jiu）》已经废止，指南还在受理",
    edges=(
        Edge("已经废止", _repealed("2026-11-22"), _repealed("2026-11-21")),
        Edge(
            "已经废止",
            _repealed("2026-11-10", "jiu, yanglao"),
            _repealed("2026-11-10"),
            level=Level.WARNING,
        ),
        Edge(
            "已经废止",
            _repealed("2026-11-10", more="受理截止: 2026-11-20\n"),
            _repealed("2026-11-10", more="受理截止: 2026-11-21\n"),
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return [each for each in register.public(Service) if each.documents and not _over(register, each)]


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for guide in register.public(Service):
        if _over(register, guide):
            continue
        named = [policy for name in guide.documents if (policy := register.policy(name))]
        ended = [policy for policy in named if register.standing(policy).ended]
        level = None if len(ended) == len(named) else Level.NOTICE
        for policy in ended:
            yield _problem(register, rule, guide, policy, level)


def _problem(
    register: Register, rule: Standard, guide: Service, policy: Policy, level: Level | None
) -> Problem:
    status = register.standing(policy).status
    message = f"{in_marks(policy.title)}已经{status}，指南还在受理"
    fix = "接着办的，“相关政策”改写现在的文件，条件和材料跟着改；不再办的写“受理截止”"
    return rule.problem(guide, "相关政策", message, fix, level)


def _over(register: Register, guide: Service) -> bool:
    """Whether one cannot apply any more."""
    return guide.closes_on is not None and guide.closes_on < register.today
