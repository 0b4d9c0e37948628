"""重点任务和实事须按季度公开进展。

看什么：data/projects/ 里的每一个事项。
怎样算错：同一季度写了两次；一季结束后下个月底还没有公布这一季的进展（提示），
再过“宽限日”仍没有公布（警告）；进度比上一季低，或公布日期早于这一季（警告）。
完成百分之百以后的季度不再要求。
怎样改：在“季度进展”里补写这一季的进度、说明和公布日期。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.duties.duty import DutyState
from gongkai.law.duties.project import of_project
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.project import QUARTERS, Project
from gongkai.records.types.standard import Standard

PROJECT = """\
- 编号: 1
  事项: 新增社区助餐点
  类别: 民生实事
  目标: 全年新增助餐点20个
  单位: [区民政局]
  发布日期: 2026-06-01
  季度进展:
    - 季度: 2
      进度: 40
      说明: 开业8个。
      日期: 2026-07-15
"""
QUARTER_3 = """\
    - 季度: 3
      进度: 70
      说明: 开业14个。
      日期: 2026-10-20
"""
PATH = "data/projects/2026.yml"
_SECOND = {PATH: PROJECT}


def _third(old: str, new: str) -> dict[str, str]:
    """The third quarter with something else in it."""
    return {PATH: PROJECT + QUARTER_3.replace(old, new)}


EXAMPLE = Example(
    good={**CLEAN, PATH: PROJECT + QUARTER_3},
    bad={PATH: PROJECT},
    message="第3季度的进展应在 2026-10-31 前公布",
    edges=(
        Edge(
            "第3季度的进展应在 2026-10-31 前公布",
            passes={PATH: PROJECT},
            fails={PATH: PROJECT},
            last="2026-10-31",
            first="2026-11-01",
        ),
        Edge(
            "应在 2026-10-31 前公布",
            _SECOND,
            _SECOND,
            last="2026-11-30",
            first="2026-12-01",
            level=Level.WARNING,
        ),
        Edge("比前一季的 40% 低", _third("进度: 70", "进度: 40"), _third("进度: 70", "进度: 39")),
        Edge("早于第3季度", _third("2026-10-20", "2026-07-01"), _third("2026-10-20", "2026-06-30")),
    ),
)
PARAMETERS = {"宽限日": as_count}


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Project)


def turns(register: Register, rule: Standard) -> Iterable[dt.date]:
    after = dt.timedelta(days=rule.number("宽限日") + 1)
    return (each.due(quarter) + after for each in register.everything(Project) for quarter in QUARTERS)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for project in register.everything(Project):
        yield from _in_order(rule, project)
        if project.is_public(register.today):
            yield from _in_time(register, rule, project)


def _in_time(register: Register, rule: Standard, project: Project) -> Iterator[Problem]:
    grace = dt.timedelta(days=rule.number("宽限日"))
    for quarter, duty in of_project(Terms.of_rule(register, rule), project).items():
        if duty.state is not DutyState.OVERDUE:
            continue
        level = Level.WARNING if duty.is_past(register.today - grace) else Level.NOTICE
        message = f"第{quarter}季度的进展应在 {duty.due} 前公布，现在还没有"
        yield rule.problem(project, "季度进展", message, "补写这一季的进度、说明和公布日期", level)


def _in_order(rule: Standard, project: Project) -> Iterator[Problem]:
    seen: dict[int, int] = {}
    for place, each in enumerate(project.quarters):
        at = ("季度进展", place)
        if each.quarter in seen:
            message = f"第{each.quarter}季度写了两次"
            yield rule.problem(project, (*at, "季度"), message, "合成一条，或改正季度", Level.ERROR)
        before = max((percent for quarter, percent in seen.items() if quarter < each.quarter), default=0)
        if each.percent < before:
            message = f"第{each.quarter}季度的进度 {each.percent}% 比前一季的 {before}% 低"
            yield rule.problem(
                project, (*at, "进度"), message, "进度按全年目标累计；确实调整了目标的写进说明"
            )
        if each.date < dt.date(project.year, each.quarter * 3 - 2, 1):
            message = f"公布日期 {each.date} 早于第{each.quarter}季度"
            yield rule.problem(project, (*at, "日期"), message, "改正日期或季度")
        seen[each.quarter] = each.percent
