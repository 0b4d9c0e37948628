"""What a budget says beyond its totals: by subject, in pieces, and of the whole government."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.records.fields.parts import Part
from gongkai.records.fields.values import Amount, Count, Text, as_list
from gongkai.records.vocabulary.work import BudgetBook


class Subject(Part):
    """One 科目 and its amount, in 万元; the length of the number says how deep it stands."""

    code: Text = Field(
        alias="编码", pattern=r"^\d{3}(\d{2}){0,2}$", description="类 3 位、款 5 位、项 7 位，如 20801"
    )
    name: Text = Field(alias="名称", max_length=40)
    amount: Amount = Field(alias="金额")


Subjects = Annotated[tuple[Subject, ...], BeforeValidator(as_list)]


class Quantities(Part):
    """实物量 behind 三公经费: what was bought and kept, who travelled, who was received."""

    cars: Count = Field(alias="车辆保有量", description="年末公务用车有几辆")
    cars_bought: Count = Field(0, alias="车辆购置数")
    trips: Count = Field(0, alias="出国团组数")
    travellers: Count = Field(0, alias="出国人次")
    receptions: Count = Field(0, alias="接待批次")
    guests: Count = Field(0, alias="接待人次")


class Book(Part):
    """One of the budgets that a government has, in 万元."""

    name: BudgetBook = Field(alias="名称")
    income: Amount = Field(alias="收入")
    spending: Amount = Field(alias="支出")


Books = Annotated[tuple[Book, ...], BeforeValidator(as_list)]


class Debt(Part):
    """地方政府债务: how much may be owed and how much is, in 万元."""

    general_limit: Amount = Field(alias="一般债务限额")
    general: Amount = Field(alias="一般债务余额")
    special_limit: Amount = Field(alias="专项债务限额")
    special: Amount = Field(alias="专项债务余额")

    @property
    def beyond(self) -> tuple[tuple[str, Decimal, Decimal], ...]:
        """(words, balance, limit) of each kind of which more is owed than may be."""
        both = (
            ("一般债务", self.general, self.general_limit),
            ("专项债务", self.special, self.special_limit),
        )
        return tuple(each for each in both if each[1] > each[2])
