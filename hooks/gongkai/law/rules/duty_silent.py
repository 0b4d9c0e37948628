"""应当公开的须公开。

看什么：每个在用单位按应公开事项（国家、本市和 data/norms/district.yml 的）应当公开的，
从来没有公开过一件的单位也看。
怎样算错：到期没有（逾期），或者没有写明日子、至今没有（空白）；已经开始公开、由另一条规则检查的不重复提；
写了不承担，却已经公开的（提示）。
怎样改：公开缺的；确实不承担的，经批准写进 data/norms/not-owed.yml；类别写错的改正单位的“类别”；
多余的“不承担”删去。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.common.workdays import Workdays, read_tables
from gongkai.law.example import CLEAN, Edge, Example, Files, a_unit
from gongkai.law.matrix import SOON, Cell, Matrix, evaluate
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.standard import Standard
from gongkai.records.types.unit import Unit

#: how many duties a message names; the others are counted
NAMED = 5
_NORMS = "data/norms/district.yml"
_YEARLY: Files = {_NORMS: f"{DutyNorm.EXAMPLE.replace('类别: 街道', '类别: 部门')}  生效日期: 2025-01-01\n"}
_STANDING: Files = {
    _NORMS: """\
- 编号: QJ-02
  名称: 领导分工
  依据: [{文件: 示例区政务公开工作安排}]
  核对: {条款: 条文}
  承担: {类别: 部门}
  频次: 持续
  证据: {类型: 单位资料, 要素: [领导]}
"""
}
_LED = {"领导": "[{职务: 局长, 分工: 主持全面工作}]"}


def _excused(day: str) -> Files:
    text = f"- 单位: 区民政局\n  编号: QJ-02\n  理由: 合署办公\n  批准人: 区政府办公室\n  有效期至: {day}\n"
    return {**_STANDING, "data/norms/not-owed.yml": text, **a_unit()}


EXAMPLE = Example(
    good={**CLEAN, **_STANDING, **a_unit(**_LED)},
    bad=a_unit(),
    message="应当公开而没有的有 1 项：领导分工（空白）",
    edges=(
        # what it owes for a year is missing from the day after its last one
        Edge(
            "（逾期）",
            {**_YEARLY, **a_unit()},
            {**_YEARLY, **a_unit()},
            last="2026-01-31",
            first="2026-02-01",
        ),
        # who took over a unit has its tasks
        Edge(
            "领导分工", a_unit(状态="撤并", 撤并日期="2026-11-21"), a_unit(状态="撤并", 撤并日期="2026-11-22")
        ),
        Edge("领导分工", _excused("2026-11-21"), _excused("2026-11-20")),
        Edge("却已经公开", _excused("2027-12-31"), {**_excused("2027-12-31"), **a_unit(**_LED)}),
    ),
)
PARAMETERS = {SOON: as_count}


def scope(register: Register) -> Iterable[Record]:
    return (unit for unit in register.units if not unit.merged_by(register.today))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    if register.broken:
        # what cannot be read may be what is missed
        return
    matrix = evaluate(register, Workdays(read_tables(rule.parameters)), rule.number(SOON))
    for unit in matrix.units:
        missing = [cell for mark in matrix.of_unit(unit) for cell in mark.cells if _silent(cell)]
        if missing:
            yield _problem(rule, unit, missing)
    yield from _needless(rule, matrix)


def _needless(rule: Standard, matrix: Matrix) -> Iterator[Problem]:
    """What a unit was let off, and has published all the same; each exception once, with the newest."""
    told: dict[str, Problem] = {}
    for cell in matrix.cells:
        if cell.excuse and cell.evidence:
            message = (
                f"“{cell.unit.name}”写了不承担 {cell.norm.number}，却已经公开（{cell.evidence[0].title}）"
            )
            fix = "删去这一项；已公开的不是它、仍不承担的，理由里写明"
            told[cell.excuse.id] = rule.problem(cell.excuse, "编号", message, fix, Level.NOTICE)
    yield from told.values()


def _silent(cell: Cell) -> bool:
    """Missing, and not what another rule says of a unit that has begun with it."""
    return cell.state.missing and not cell.told_elsewhere


def _problem(rule: Standard, unit: Unit, missing: list[Cell]) -> Problem:
    named = "、".join(f"{each.norm.label}（{each.state}）" for each in missing[:NAMED])
    more = f"等，另有 {len(missing) - NAMED} 项" if len(missing) > NAMED else ""
    message = f"“{unit.name}”应当公开而没有的有 {len(missing)} 项：{named}{more}"
    fix = "公开缺的；确实不承担的，经批准写进 data/norms/not-owed.yml；类别写错的改正“类别”"
    # what is known from memory alone may not stop anything
    level = rule.level if any(each.norm.sure for each in missing) else Level.NOTICE
    return rule.problem(unit, "名称", message, fix, level)
