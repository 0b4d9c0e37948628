"""预决算的数须相加得上。

看什么：data/budgets/ 里每份预算和决算的收支、三公经费、政府采购。
怎样算错：公务用车不等于购置加运行维护；三公经费合计不等于因公出国（境）、公务接待、公务用车三项之和；
政府采购合计不等于货物、工程、服务之和；写了基本支出和项目支出的，两项之和多于支出总计；
功能科目（最上一级）加起来多于支出总计；经济科目加起来不等于基本支出；收入总计不等于支出总计。相差不超过参数“容许尾差”（万元）的不算。
怎样改：对照批复的表改正填错的数。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from gongkai.column.register import Register
from gongkai.common.problems import At, Problem
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.records.base import Record
from gongkai.records.fields.budget_detail import Subject
from gongkai.records.fields.values import as_amount
from gongkai.records.types.budget import Budget, Statement
from gongkai.records.types.standard import Standard

_FILE = "data/budgets/2026/minzheng-ju.yml"
#: a district that lets five hundredths pass
_SLACK = {"data/rulebook/budget-sums.yml": "依据: [{文件: 示例区办法}]\n参数: {容许尾差: 0.05}\n"}


def _with(old: str, new: str) -> dict[str, str]:
    return {_FILE: Budget.EXAMPLE.replace(old, new)}


def _functions(amount: str) -> dict[str, str]:
    """With one part below the whole, which is not counted twice."""
    part = "    - {编码: 2080201, 名称: 行政运行, 金额: 1.00}"
    return _with("金额: 5230.40}\n", f"金额: {amount}}}\n{part}\n")


def _natures(amount: str) -> dict[str, str]:
    text = Budget.EXAMPLE.replace("三公经费:", "基本支出: 100.00\n  三公经费:")
    return {_FILE: text.replace("金额: 2230.40", f"金额: {amount}")}


EXAMPLE = Example(
    good={**CLEAN, _FILE: Budget.EXAMPLE},
    bad=_with("公务用车: 12.00", "公务用车: 11.00"),
    message="预算的公务用车写的是 11.00 万元，购置加运行维护是 12.00 万元",
    edges=(
        Edge("公务用车写的是 12.01 万元", fails=_with("公务用车: 12.00", "公务用车: 12.01")),
        Edge("公务用车写的是 11.99 万元", fails=_with("公务用车: 12.00", "公务用车: 11.99")),
        Edge(
            "基本支出加项目支出是 5230.41 万元",
            _with("三公经费:", "基本支出: 5000.00\n  项目支出: 230.40\n  三公经费:"),
            _with("三公经费:", "基本支出: 5000.00\n  项目支出: 230.41\n  三公经费:"),
        ),
        Edge("功能科目加起来是 5230.41 万元", _functions("5230.40"), _functions("5230.41")),
        Edge("经济科目加起来是 99.99 万元", _natures("100.00"), _natures("99.99")),
        Edge(
            "公务用车写的是 12.06 万元",
            _SLACK | _with("公务用车: 12.00", "公务用车: 12.05"),
            _SLACK | _with("公务用车: 12.00", "公务用车: 12.06"),
        ),
    ),
)
PARAMETERS = {"容许尾差": as_amount}
FIX = "对照批复的表改正填错的数"

#: place, what is written, in words what it should equal, and that
Sum = tuple[At, Decimal, str, Decimal]


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Budget)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    slack = as_amount(rule.parameters["容许尾差"])
    for record in register.everything(Budget):
        for label, statement in record.statements:
            for at, written, words, wanted in _sums(statement):
                if abs(written - wanted) > slack:
                    message = f"{label}的{_said(at)}写的是 {written} 万元，{words}是 {wanted} 万元"
                    yield rule.problem(record, (label, *at), message, FIX)
            yield from _parts(rule, record, label, statement, slack)
            yield from _subjects(rule, record, label, statement, slack)


def _sums(statement: Statement) -> Iterator[Sum]:
    public = statement.three_public
    yield ("支出总计",), statement.spending, "收入总计", statement.income
    cars = public.cars_bought + public.cars_run
    yield ("三公经费", "公务用车"), public.cars, "购置加运行维护", cars
    total = public.travel + public.reception + public.cars
    yield ("三公经费", "合计"), public.total, "三项之和", total
    if bought := statement.procurement:
        parts = bought.goods + bought.works + bought.services
        yield ("政府采购", "合计"), bought.total, "货物、工程、服务之和", parts


def _said(at: At) -> str:
    """The place in words: the line alone where its name says enough."""
    return f"{at[0]}合计" if at[-1] == "合计" else str(at[-1])


def _parts(
    rule: Standard, record: Budget, label: str, statement: Statement, slack: Decimal
) -> Iterator[Problem]:
    """A unit may also spend what is neither of the two, so they may fall short of the total."""
    if statement.basic is None or statement.projects is None:
        return
    both = statement.basic + statement.projects
    if both > statement.spending + slack:
        message = f"{label}的基本支出加项目支出是 {both} 万元，多于支出总计 {statement.spending} 万元"
        yield rule.problem(record, (label, "支出总计"), message, FIX)


def _subjects(
    rule: Standard, record: Budget, label: str, statement: Statement, slack: Decimal
) -> Iterator[Problem]:
    """Subjects of the highest level that is written: the deeper ones are parts of them."""
    functions, natures = _highest(statement.functions), _highest(statement.natures)
    if functions > statement.spending + slack:
        message = f"{label}的功能科目加起来是 {functions} 万元，多于支出总计 {statement.spending} 万元"
        yield rule.problem(record, (label, "功能科目"), message, FIX)
    basic = statement.basic
    if statement.natures and basic is not None and abs(natures - basic) > slack:
        message = f"{label}的经济科目加起来是 {natures} 万元，基本支出是 {basic} 万元"
        yield rule.problem(record, (label, "经济科目"), message, FIX)


def _highest(subjects: tuple[Subject, ...]) -> Decimal:
    """Of every subject that no other is above."""
    codes = {each.code for each in subjects}
    tops = [each.amount for each in subjects if not {each.code[:3], each.code[:5]} - {each.code} & codes]
    return sum(tops, Decimal("0.00"))
