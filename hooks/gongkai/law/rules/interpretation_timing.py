"""解读须在 3 个工作日内。

看什么：需要解读的政策和它最早公布的一份解读；节假日和调休上班日照国务院办公厅公布的安排计算。
怎样算错：最早的解读在政策发布日期后第 4 个工作日或更晚才公布。
怎样改：日期写错的改正；确实晚了的，今后同步组织、同步公布，这一件经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.duties.duty import Duty
from gongkai.law.duties.interpretation import needing, of_policy
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy, an_interpretation
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard


def _pair(policy: str, interpretation: str) -> Files:
    """A policy and its interpretation, each of a day."""
    return {**a_policy(成文日期=policy, 发布日期=policy), **an_interpretation(发布日期=interpretation)}


EXAMPLE = Example(
    good={**CLEAN, **an_interpretation(发布日期="2026-11-10")},
    bad=an_interpretation(发布日期="2026-11-11"),
    message="第 4 个工作日",
    edges=(
        Edge(
            "才公布解读",
            passes=an_interpretation(发布日期="2026-11-10"),
            fails=an_interpretation(发布日期="2026-11-11"),
        ),
        # Saturday 2026-10-10 is worked for the holidays before it
        Edge("才公布解读", _pair("2026-09-30", "2026-10-10"), _pair("2026-09-30", "2026-10-11")),
        Edge("才公布解读", _pair("2016-11-09", "2016-12-01"), _pair("2016-11-10", "2016-12-01")),
    ),
)
PARAMETERS = {"工作日": as_count}
#: the policy's day, while the fault is told at the interpretation
BY_DAY = True


def scope(register: Register) -> Iterable[Record]:
    for policy in needing(register):
        if first := _first(register, policy):
            yield first


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    terms = Terms.of_rule(register, rule)
    for policy in needing(register):
        then, duty = terms.on(policy.published_on), of_policy(terms, policy)
        first = _first(register, policy)
        # a last day that is not known is reported by the rule of the calendar, none at all by another
        if then and duty and first and duty.late:
            yield _late(then, policy, first, duty)


def _first(register: Register, policy: Policy) -> Interpretation | None:
    found = register.interpretations_of(policy)
    return min(found, key=lambda each: (each.published_on, each.id), default=None)


def _late(terms: Terms, policy: Policy, first: Interpretation, duty: Duty) -> Problem:
    when = terms.calendar.told(policy.published_on, terms.number("工作日"), first.published_on)
    message = f"{in_marks(policy.title)}{policy.published_on} 发布，到 {first.published_on} {when}才公布解读"
    fix = f"最迟应在 {duty.due} 公布；日期写错的改正，确实晚了的经批准写豁免"
    return terms.standard.problem(first, "发布日期", message, fix)
