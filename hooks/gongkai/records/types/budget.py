"""财政预决算: a unit's year in money, planned and spent, with its 三公经费."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from gongkai.records.base import STATUS, UNIT, Attachments, ContentRecord, Facet, Part
from gongkai.records.fields.budget_detail import Books, Debt, Quantities, Subjects
from gongkai.records.fields.defined import keys_of
from gongkai.records.fields.groups import Group
from gongkai.records.fields.values import Amount, Date, Text, UnitName, wrong
from gongkai.records.traits import ColumnGroup
from gongkai.records.vocabulary.work import BudgetState

#: the words of both documents, in the order of the year
BUDGET, ACCOUNTS = "预算", "决算"


class ThreePublic(Part):
    """三公经费: the lines of the official form, in 万元."""

    total: Amount = Field(alias="合计")
    travel: Amount = Field(alias="因公出国（境）")
    reception: Amount = Field(alias="公务接待")
    cars: Amount = Field(alias="公务用车", description="购置和运行维护两项之和")
    cars_bought: Amount = Field(alias="公务用车购置")
    cars_run: Amount = Field(alias="公务用车运行维护")

    @classmethod
    def labels(cls) -> tuple[str, ...]:
        """The lines in the order of the form."""
        return tuple(key for _, key in keys_of(cls))

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        return tuple(getattr(self, name) for name, _ in keys_of(type(self)))


class Procurement(Part):
    """政府采购, in 万元."""

    total: Amount = Field(alias="合计")
    goods: Amount = Field(alias="货物")
    works: Amount = Field(alias="工程")
    services: Amount = Field(alias="服务")


class Statement(Part):
    """A budget or the final accounts of a unit; readers see it from 发布日期 on."""

    SHOWN_FROM = "published_on"

    approved_on: Date = Field(alias="批复日期", description="财政部门批复的日期")
    published_on: Date = Field(alias="发布日期", description="向社会公开的日期")
    income: Amount = Field(alias="收入总计")
    spending: Amount = Field(alias="支出总计")
    basic: Amount | None = Field(None, alias="基本支出")
    projects: Amount | None = Field(None, alias="项目支出")
    three_public: ThreePublic = Field(alias="三公经费")
    running: Amount | None = Field(None, alias="机关运行经费", description="没有机关运行经费的单位不写")
    procurement: Procurement | None = Field(None, alias="政府采购")
    bought_services: Amount | None = Field(None, alias="政府购买服务")
    functions: Subjects = Field(
        (), alias="功能科目", description="支出按功能分类，列到款级（5 位编码）或项级"
    )
    natures: Subjects = Field((), alias="经济科目", description="基本支出按经济性质分类，列到款级")
    quantities: Quantities | None = Field(None, alias="实物量", description="车辆、出国、接待的数量")
    books: Books = Field((), alias="政府预算", description="只给政府的预决算：一般公共预算等四本")
    transfers: Amount | None = Field(
        None, alias="转移支付", description="只给政府的：上级给的或给下级的转移支付"
    )
    debt: Debt | None = Field(None, alias="地方债", description="只给政府的：债务的限额和余额")
    note: Text | None = Field(None, alias="增减说明", description="比上年或比预算增减的原因")
    attachments: Attachments = Field((), alias="附件")


class Budget(ContentRecord):
    """One unit's year: its 预算 and, once approved, its 决算; the file's folder is the year."""

    TYPE = "budget"
    LABEL = "财政预决算"
    PATH = "data/budgets/{year}/{unit}.yml"
    COLUMN = "财政预决算"
    ORDER = 68
    GROUP = (ColumnGroup.WORK, 30)
    TRAITS = ()
    FACETS = (STATUS, Facet("fiscal", "年度", "fiscal"), UNIT)

    unit: UnitName = Field(alias="单位", description="单位的名称、简称或曾用名")
    compiled_by: UnitName | None = Field(
        None, alias="编制单位", description="政府预算由财政部门编制、公开的，写财政部门"
    )
    budget: Statement | None = Field(None, alias="预算")
    accounts: Statement | None = Field(None, alias="决算")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.statements:
            raise wrong("预算和决算都没有写", "至少写“预算”或“决算”中的一样")
        return self

    @property
    def year(self) -> int:
        """The year the money is for."""
        return int(self.id.split("/")[1])

    @property
    def fiscal(self) -> Group:
        """年度 as a choice of the list: newest first."""
        return Group(str(self.year), f"{self.year}年", -self.year)

    @property
    def name(self) -> str:
        """The same all year: which of the two is public is told by 状态."""
        return f"{self.unit}{self.year}年预算和决算"

    @property
    def statements(self) -> tuple[tuple[str, Statement], ...]:
        """(预算 or 决算, what it says) of those that are written."""
        both = ((BUDGET, self.budget), (ACCOUNTS, self.accounts))
        return tuple((label, each) for label, each in both if each)

    def statements_on(self, today: dt.date) -> tuple[tuple[str, Statement], ...]:
        """Those that readers may see on a day."""
        return tuple((label, each) for label, each in self.statements if each.published_on <= today)

    @property
    def whole(self) -> bool:
        """Whether it is the government's own, of which the units' are parts."""
        return any(each.books for _, each in self.statements)

    @property
    def published(self) -> dt.date:
        return min(each.published_on for _, each in self.statements)

    @property
    def change_days(self) -> tuple[dt.date, ...]:
        return (*super().change_days, *(each.published_on for _, each in self.statements))

    def state_on(self, today: dt.date) -> BudgetState:
        known = dict(self.statements_on(today))
        return BudgetState.ACCOUNTS if ACCOUNTS in known else BudgetState.BUDGET

    @property
    def facts(self) -> tuple[str, ...]:
        return (f"{self.year}年度", "单位：万元")

    EXAMPLE = """\
单位: 区民政局
预算:
  批复日期: 2026-01-20
  发布日期: 2026-02-04
  收入总计: 5230.40
  支出总计: 5230.40
  三公经费:
    合计: 12.60
    因公出国（境）: 0.00
    公务接待: 0.60
    公务用车: 12.00
    公务用车购置: 0.00
    公务用车运行维护: 12.00
  功能科目:
    - {编码: 20802, 名称: 民政管理事务, 金额: 5230.40}
  经济科目:
    - {编码: 30101, 名称: 基本工资, 金额: 2230.40}
  实物量: {车辆保有量: 4}
"""
    EXAMPLE_BAD = EXAMPLE.replace("支出总计: 5230.40", "支出总计: 5230.4")
    EXAMPLE_MESSAGE = "“5230.4”不是金额"
