"""要点任务须有着落。

看什么：data/work-points/ 里的每一项任务。
怎样算错：没有写单位；没有完成时限，也没有写“时限说明”；写了“已完成”却没有佐证；
同一个文件里写了不同的要点；“进展未载”的任务又写了进展。
佐证不是这项任务的单位公布的（写了“其他责任单位”的不看），算警告。
过了完成时限还没有完成，当年的任务写“进展未载”，或进展的日期还没有到，算警告。
单位和佐证须真有，另由“单位名称”“相关记录”两条规则看。
怎样改：补写单位、时限或说明；完成的在“进展”里写上日期、说明和“佐证”（已公开内容的文件名）。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.duties.duty import DutyState
from gongkai.law.duties.terms import Terms
from gongkai.law.duties.whose import whose
from gongkai.law.duties.work_task import of_task
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard
from gongkai.records.types.work_task import WorkTask
from gongkai.records.vocabulary.work import TaskProgress

TASK = """\
- 编号: 1
  要点: yanglao
  栏目: 社会救助公开
  任务: 每季度公布救助情况
  牵头单位: [区民政局]
  完成时限: 2026-12-31
  发布日期: 2026-11-06
  进展:
    - 日期: 2026-11-10
      状态: 已完成
      说明: 第三季度情况已公布。
"""
PATH = "data/work-points/2026-shili.yml"
UNFINISHED = {PATH: TASK.replace("已完成", "推进中")}


def _step(day: str) -> dict[str, str]:
    return {PATH: TASK.replace("2026-11-10", day)}


def _unrecorded(day: str) -> dict[str, str]:
    """A task published on a day, of whose progress nothing is known."""
    return {PATH: TASK.partition("  进展:")[0].replace("2026-11-06", day) + "  进展未载: 是\n"}


EXAMPLE = Example(
    good={**CLEAN, PATH: TASK + "      佐证: [jiuzhu]\n"},
    bad={PATH: TASK},
    message="写了“已完成”，没有写佐证",
    edges=(
        Edge("完成时限 2026-12-31 已过", UNFINISHED, UNFINISHED, last="2026-12-31", first="2027-01-01"),
        Edge("进展的日期 2026-11-22 还没有到", _step("2026-11-21"), _step("2026-11-22")),
        Edge("当年的任务不能写“进展未载”", _unrecorded("2025-12-31"), _unrecorded("2026-01-01")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return register.everything(WorkTask)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    plans: dict[str, str] = {}
    for task in register.everything(WorkTask):
        yield from _complete(rule, task)
        yield from _proven(register, rule, task)
        yield from _recorded(register, rule, task)
        first = plans.setdefault(task.source.path, task.plan)
        if task.plan != first:
            message = f"要点“{task.plan}”和本文件第一项的“{first}”不同"
            yield rule.problem(task, "要点", message, "一份要点一个文件，写法一致")


def _complete(rule: Standard, task: WorkTask) -> Iterator[Problem]:
    if not (task.leads or task.units or task.others):
        fix = "写上“牵头单位”或“责任单位”；只写了“各部门”的写“其他责任单位”"
        yield rule.problem(task, "编号", "没有写单位", fix)
    if task.due is None and task.due_note is None:
        fix = "加上“完成时限”；要点没有写时限的，在“时限说明”里写明"
        yield rule.problem(task, "编号", "没有写完成时限，也没有说明", fix)


def _proven(register: Register, rule: Standard, task: WorkTask) -> Iterator[Problem]:
    for place, step in enumerate(task.steps):
        if step.progress is TaskProgress.DONE and not step.evidence:
            fix = "加上“佐证”：已公开内容的文件名或标题；还没有公开的先公开"
            yield rule.problem(task, ("进展", place, "状态"), "写了“已完成”，没有写佐证", fix)
        if step.progress is TaskProgress.DONE:
            yield from _belonging(register, rule, task, place)
        if step.date > register.today:
            message = f"进展的日期 {step.date} 还没有到"
            yield rule.problem(
                task, ("进展", place, "日期"), message, "到那一天再写，或改正日期", Level.WARNING
            )


def _belonging(register: Register, rule: Standard, task: WorkTask, place: int) -> Iterator[Problem]:
    """Evidence of what is done is that of the units that had to do it: anything else proves nothing."""
    answering = {unit.id for name in (*task.leads, *task.units) if (unit := register.unit(name))}
    if not answering or task.others:
        return
    for number, name in enumerate(task.steps[place].evidence):
        record = register.record(name)
        if record and answering.isdisjoint(whose(register, record)):
            message = f"佐证“{record.name}”不是这项任务的单位公布的"
            fix = "换成牵头单位、责任单位公布的内容；由别的单位公布的，写上“其他责任单位”"
            yield rule.problem(task, ("进展", place, "佐证", number), message, fix, Level.WARNING)


def _recorded(register: Register, rule: Standard, task: WorkTask) -> Iterator[Problem]:
    if task.unrecorded and task.steps:
        yield rule.problem(task, "进展未载", "写了“进展未载”，又写了进展", "删去“进展未载”一行")
    elif task.unrecorded and task.published.year >= register.today.year:
        message = "当年的任务不能写“进展未载”"
        yield rule.problem(task, "进展未载", message, "删去这一行，照实写进展", Level.WARNING)
    elif task.is_public(register.today) and _overdue(Terms.of_rule(register, rule), task):
        message = f"完成时限 {task.due} 已过，还没有完成的进展"
        fix = "完成了的补写“进展”和佐证；没有完成的写明推进到哪一步，经批准写豁免"
        yield rule.problem(task, "完成时限", message, fix, Level.WARNING)


def _overdue(terms: Terms, task: WorkTask) -> bool:
    return of_task(terms, task).state is DutyState.OVERDUE
