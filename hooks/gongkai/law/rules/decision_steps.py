"""重大行政决策须走完法定程序。

看什么：重大行政决策事项的法定程序（公众参与、专家论证、风险评估、合法性审查、集体讨论）和决定、调出。
怎样算错：已决定的事项有一步没有完成；写“不适用”没有理由；合法性审查、集体讨论写成不适用；
各步的先后不对（前三步在合法性审查以前，合法性审查在集体讨论以前，集体讨论不晚于决定）；
公开的事项写着还没有到的决定或调出日期；调出目录没有理由；目录公布日期不在目录的年度。
已过计划完成日期还没有决定的（提示）。
怎样改：补写这一步的日期，或写 状态: 不适用 和“理由”；日期写错的改正。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.column.steps import steps
from gongkai.common.problems import At, Level, Problem
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.records.base import Record
from gongkai.records.types.decision import Decision
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.participation import DecisionState, StepState

PATH = "data/decisions/2026.yml"
DECISION = """\
- 编号: JC2026-05
  事项: 养老服务设施专项规划
  承办单位: 区民政局
  目录公布日期: 2026-04-13
  法定程序:
    公众参与: {{日期: 2026-06-30, 说明: 开了座谈会}}
    专家论证: {experts}
    风险评估: {{状态: 不适用, 理由: 不影响社会稳定}}
    合法性审查: {{日期: 2026-09-07}}
    集体讨论: {{日期: 2026-10-13}}
  决定日期: 2026-10-13
  决定结果: 审议通过
"""
_GOOD = DECISION.format(experts="{日期: 2026-08-20}")
_DECIDED = "决定日期: 2026-10-13"


def _with(old: str, new: str) -> dict[str, str]:
    return {PATH: _GOOD.replace(old, new)}


def _planned(day: str) -> dict[str, str]:
    """Planned for a day, and not decided yet."""
    return {PATH: f"{_GOOD.partition('  决定日期')[0]}  计划完成日期: {day}\n"}


EXAMPLE = Example(
    good={**CLEAN, PATH: _GOOD},
    bad={PATH: DECISION.format(experts="{状态: 不适用}")},
    message="“专家论证”写了不适用，没有写理由",
    edges=(
        Edge(
            "“集体讨论”2026-10-14 晚于“决定日期”",
            fails=_with("集体讨论: {日期: 2026-10-13}", "集体讨论: {日期: 2026-10-14}"),
        ),
        Edge(
            "晚于“合法性审查”2026-09-07",
            _with("{日期: 2026-08-20}", "{日期: 2026-09-07}"),
            _with("{日期: 2026-08-20}", "{日期: 2026-09-08}"),
        ),
        Edge(
            "决定日期 2026-11-22 还没有到",
            _with(_DECIDED, "决定日期: 2026-11-21"),
            _with(_DECIDED, "决定日期: 2026-11-22"),
        ),
        Edge("计划 2026-11-20 完成，还没有决定", _planned("2026-11-21"), _planned("2026-11-20")),
        Edge("不在2026年", _with("2026-04-13", "2026-01-01"), _with("2026-04-13", "2025-12-31")),
    ),
)
#: steps the law lets no decision go without
ALWAYS = ("合法性审查", "集体讨论")
LEGALITY = "合法性审查"


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Decision)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for decision in register.everything(Decision):
        yield from _year(rule, decision)
        yield from _excused(rule, decision)
        yield from _complete(register, rule, decision)
        yield from _order(rule, decision)
        yield from _future(register, rule, decision)
        yield from _late(register, rule, decision)


def _year(rule: Standard, decision: Decision) -> Iterator[Problem]:
    if str(decision.published_on.year) != decision.year:
        message = f"目录公布日期 {decision.published_on} 不在{decision.year}年"
        yield rule.problem(decision, "目录公布日期", message, "移到公布那一年的目录文件，或改正日期")
    if decision.dropped_on and not decision.dropped_because:
        yield rule.problem(decision, "调出日期", "调出目录没有写理由", "加上“调出理由”一行")


def _excused(rule: Standard, decision: Decision) -> Iterator[Problem]:
    for name, step in decision.steps.named:
        if step.written_state is StepState.NOT_NEEDED:
            at: At = ("法定程序", name, "状态")
            if name in ALWAYS:
                fix = "补做这一步，写上日期"
                yield rule.problem(decision, at, f"“{name}”是每件决策都要有的，不能写不适用", fix)
            elif not step.reason:
                fix = "加上“理由”，写明依据和原因"
                yield rule.problem(decision, at, f"“{name}”写了不适用，没有写理由", fix)


def _complete(register: Register, rule: Standard, decision: Decision) -> Iterator[Problem]:
    done = {StepState.DONE, StepState.NOT_NEEDED}
    # of which nothing is written, and a consultation or a meeting says that they are done
    taken = steps(register, decision) if decision.is_public(register.today) else ()
    found = {each.name for each in taken if not each.step.date and each.state is StepState.DONE}
    for name, step in decision.steps.named:
        if step.written_state is StepState.DONE and not step.date:
            message = f"“{name}”写了已完成，没有写日期"
            yield rule.problem(decision, ("法定程序", name, "状态"), message, "加上“日期”")
        elif decision.decided_on and step.state_on(decision.decided_on) not in done and name not in found:
            message = f"{decision.decided_on} 已决定，“{name}”没有完成"
            fix = "写上这一步的日期；确实不适用的写 状态: 不适用 和“理由”"
            yield rule.problem(decision, ("法定程序", name), message, fix)


def _order(rule: Standard, decision: Decision) -> Iterator[Problem]:
    days = {name: step.date for name, step in decision.steps.named}
    pairs = [(name, LEGALITY) for name in days if name not in ALWAYS]
    for first, second in [*pairs, (LEGALITY, "集体讨论")]:
        yield from _pair(rule, decision, first, days[first], second, days[second])
    discussed = days["集体讨论"]
    yield from _pair(rule, decision, "集体讨论", discussed, "决定日期", decision.decided_on)


def _pair(
    rule: Standard, decision: Decision, first: str, early: dt.date | None, second: str, late: dt.date | None
) -> Iterator[Problem]:
    if early and late and early > late:
        message = f"“{first}”{early} 晚于“{second}”{late}"
        fix = "照案卷核对这两个日期，改正写错的一个"
        yield rule.problem(decision, ("法定程序", first, "日期"), message, fix)


def _future(register: Register, rule: Standard, decision: Decision) -> Iterator[Problem]:
    for key, day in (("决定日期", decision.decided_on), ("调出日期", decision.dropped_on)):
        if day and day > register.today and decision.is_public(register.today):
            message = f"{key} {day} 还没有到，写上就会提前公开"
            yield rule.problem(decision, key, message, "到那一天再写；计划的日期写“计划完成日期”")


def _late(register: Register, rule: Standard, decision: Decision) -> Iterator[Problem]:
    open_states = {DecisionState.LISTED, DecisionState.UNDERWAY}
    planned = decision.planned_on
    if planned and planned < register.today and decision.state_on(register.today) in open_states:
        message = f"计划 {planned} 完成，还没有决定"
        fix = "写上决定日期；延后的改计划完成日期，并在“更新说明”写明原因"
        yield rule.problem(decision, "计划完成日期", message, fix, Level.NOTICE)
