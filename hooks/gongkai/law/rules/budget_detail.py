"""预决算须列到款级。

看什么：“适用自年度”以后的预算和决算，部门的和政府的。
怎样算错：没有写“功能科目”“经济科目”，或者只列到类级（3 位编码）；部门的没有写“实物量”（车辆保有量）；
政府的没有写“政府预算”里的一般公共预算、没有写“地方债”；债务余额多于限额（警告）。
怎样改：照批复的表补写，类、款、项用财政部门的编码。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_unit
from gongkai.records.base import Record
from gongkai.records.fields.budget_detail import Subject
from gongkai.records.types.annual_report import as_year
from gongkai.records.types.budget import Budget, Statement
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.units import UnitKind
from gongkai.records.vocabulary.work import BudgetBook

_FILE = "data/budgets/{}/minzheng-ju.yml"
_TOTALS = Budget.EXAMPLE.split("  功能科目")[0]
_FUNCTIONS = "  功能科目: [{编码: 20801, 名称: 人力资源和社会保障管理事务, 金额: 5000.00}]\n"
_NATURES = "  经济科目: [{编码: 30101, 名称: 基本工资, 金额: 900.00}]\n"
_CARS = "  实物量: {车辆保有量: 4}\n"
_WHOLE = _FUNCTIONS + _NATURES + _CARS
_GENERAL = "  政府预算: [{名称: 一般公共预算, 收入: 5000.00, 支出: 5000.00}]\n"
#: digits of a 款 and below
_DEEP = 5


def a_budget(more: str = _WHOLE, year: int = 2026) -> Files:
    """The budget of a year with these lines."""
    return {_FILE.format(year): _TOTALS.replace("2026-", f"{year}-") + more}


def a_government(debt: str = "100.00", general: str = _GENERAL) -> Files:
    """The budget of the whole district, with so much owed of a hundred that may be."""
    owed = (
        f"  地方债: {{一般债务限额: 100.00, 一般债务余额: {debt}, 专项债务限额: 9.00, 专项债务余额: 9.00}}\n"
    )
    text = _TOTALS.replace("区民政局", "区政府")
    return {
        **a_unit("zhengfu", 名称="区政府", 曾用名=None, 类别="政府"),
        "data/budgets/2026/zhengfu.yml": text + _FUNCTIONS + _NATURES + general + owed,
    }


EXAMPLE = Example(
    good={**CLEAN, **a_budget()},
    bad=a_budget(_FUNCTIONS),
    message="预算没有写“经济科目”“实物量”",
    edges=(
        Edge("没有写“功能科目”", a_budget("", 2025), a_budget("")),
        Edge("功能科目只列到类级", a_budget(), a_budget(_WHOLE.replace("20801", "208"))),
        Edge("一般债务余额 100.01 万元，多于限额 100.00", a_government(), a_government("100.01")),
        Edge("没有写“政府预算”", a_government(), a_government(general="")),
    ),
)
PARAMETERS = {"适用自年度": as_year}


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Budget)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    first = rule.number("适用自年度")
    for record in register.everything(Budget):
        for label, statement in record.statements:
            if record.year >= first:
                yield from _of_statement(register, rule, record, label, statement)


def _of_statement(
    register: Register, rule: Standard, record: Budget, label: str, statement: Statement
) -> Iterator[Problem]:
    if missing := [key for key, there in _asked(register, record, statement) if not there]:
        message = f"{label}没有写{''.join(f'“{key}”' for key in missing)}"
        yield rule.problem(record, (label,), message, f"照批复的表补写{'、'.join(missing)}")
    for key, subjects in (("功能科目", statement.functions), ("经济科目", statement.natures)):
        if subjects and not _deep(subjects):
            fix = "补写款级（5 位编码）的各行"
            yield rule.problem(record, (label, key), f"{label}的{key}只列到类级", fix)
    for words, owed, limit in statement.debt.beyond if statement.debt else ():
        message = f"{label}的{words}余额 {owed} 万元，多于限额 {limit} 万元"
        yield rule.problem(record, (label, "地方债"), message, "对照批复的表改正填错的数", Level.WARNING)


def _asked(register: Register, record: Budget, statement: Statement) -> list[tuple[str, bool]]:
    """(key, whether it is there) of everything that such a budget has to say."""
    unit = register.unit(record.unit)
    asked = [("功能科目", bool(statement.functions)), ("经济科目", bool(statement.natures))]
    if unit and unit.kind.meant is UnitKind.GOVERNMENT:
        general = any(each.name is BudgetBook.GENERAL for each in statement.books)
        return [*asked, ("政府预算", general), ("地方债", statement.debt is not None)]
    return [*asked, ("实物量", statement.quantities is not None)]


def _deep(subjects: tuple[Subject, ...]) -> bool:
    return any(len(each.code) >= _DEEP for each in subjects)
