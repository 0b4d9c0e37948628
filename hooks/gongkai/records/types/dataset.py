"""数据集: a table too long for pages of its own, described once; its rows stand in CSV files beside it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from gongkai.common.said_days import cn_date
from gongkai.records.base import UNIT, ContentRecord, Facet, Part
from gongkai.records.fields.values import (
    Count,
    Date,
    EntryNumbers,
    Text,
    Texts,
    Title,
    UnitNames,
    Yes,
    as_filled,
    as_list,
    wrong,
)
from gongkai.records.traits import ColumnGroup
from gongkai.records.vocabulary.datasets import DatasetKind, FieldRole, FieldType, ReportLine, UpdateCycle

#: roles that at most one column has; rows may be narrowed by several
_ONCE = frozenset(FieldRole) - {FieldRole.FILTER}
#: names that the address of a view uses itself
_TAKEN = {"q", "year", "sort", "page"}
#: what a column's name is made of: no spreadsheet calculates it, no address or program takes it for its own
_NAME = re.compile(r"[^\W_][\w ·、，（）()/%％℃—-]*")
#: the type a column of a role must have
_TYPES = {
    FieldRole.DATE: FieldType.DATE,
    FieldRole.SHOWN_UNTIL: FieldType.DATE,
    FieldRole.ANSWERED: FieldType.DATE,
    FieldRole.NAME: FieldType.TEXT,
    FieldRole.NUMBER: FieldType.TEXT,
}
_LOOKS = {FieldType.INTEGER: "number", FieldType.DECIMAL: "number", FieldType.DATE: "date"}


def _usable(name: str) -> str:
    """A column's name that nothing else means."""
    if name in _TAKEN:
        raise wrong(f"列名“{name}”在网页上另有用处", "改成中文的列名")
    if not _NAME.fullmatch(name):
        fix = "以字或字母开头，只用文字、数字、括号、顿号和连字符"
        raise wrong(f"列名“{name}”里有不能用的符号或换行", fix)
    return name


ColumnName = Annotated[Text, AfterValidator(_usable)]


class DataField(Part):
    """One column of the CSV files."""

    name: ColumnName = Field(alias="名称", description="CSV 第一行里的列名", max_length=20)
    description: Text = Field(alias="说明")
    type: FieldType = Field(FieldType.TEXT, alias="类型")
    role: FieldRole | None = Field(
        None, alias="用途", description="读者按它查找、筛选或排序；“筛选”可有几列，其余各一列"
    )
    measure: Text | None = Field(None, alias="计量单位", description="如 元")
    required: Yes = Field(False, alias="必填", description="写“是”则这一列不能有空格子")
    choices: Texts = Field((), alias="可选值", description="只能填这些值")

    @model_validator(mode="after")
    def _choices_are_words(self) -> Self:
        if self.choices and self.type is not FieldType.TEXT:
            raise wrong(f"类型是“{self.type}”的列不能再写可选值", "类型改为 文字，或删去可选值")
        return self

    @property
    def look(self) -> str:
        """How its cells stand: numbers to the right, dates in one piece, words as they come."""
        return _LOOKS.get(self.type, "")

    @property
    def facet(self) -> bool:
        """True for a column that rows are narrowed by."""
        return self.role in {FieldRole.UNIT, FieldRole.FILTER}


def _consistent(fields: tuple[DataField, ...]) -> tuple[DataField, ...]:
    """Columns that can be told apart, with roles that fit."""
    names = [field.name for field in fields]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise wrong(f"列名“{twice}”写了两次", "删去一个，或改名")
    for role in sorted(_ONCE):
        having = [field.name for field in fields if field.role is role]
        if len(having) > 1:
            raise wrong(f"用途“{role}”写在几列上：{'、'.join(having)}", "只留一列")
    for field in fields:
        wanted = _TYPES.get(field.role) if field.role else None
        if wanted and field.type is not wanted:
            raise wrong(f"“{field.name}”用途是“{field.role}”，类型却是“{field.type}”", f"类型改为 {wanted}")
    return fields


DataFields = Annotated[tuple[DataField, ...], BeforeValidator(as_filled), AfterValidator(_consistent)]


class Reduction(Part):
    """Rows of a year that were published and are there no more, with the reason readers are given."""

    SHOWN_FROM = "announced_on"

    year: Text = Field(alias="年份", pattern=r"^20\d\d$")
    old: Count = Field(alias="原行数", description="减少以前公布过的行数")
    new: Count = Field(alias="现行数", description="减少以后的行数")
    reason: Text = Field(alias="原因")
    announced_on: Date = Field(alias="公布日期")

    @property
    def note(self) -> str:
        """The whole of it as a sentence."""
        return f"{self.year}年的数据由 {self.old} 行减为 {self.new} 行。原因：{self.reason}"


Reductions = Annotated[tuple[Reduction, ...], BeforeValidator(as_list)]


class Dataset(ContentRecord):
    """One dataset: a folder with this file and a CSV file for each year."""

    TYPE = "dataset"
    LABEL = "数据集"
    PATH = "data/datasets/{slug}/datapackage.yml"
    COLUMN = "数据集"
    ORDER = 74
    GROUP = (ColumnGroup.DATA, 10)
    TRAITS = ()
    FACETS = (Facet("kind", "类别", "kind"), UNIT)

    title: Title = Field(alias="标题")
    kind: DatasetKind = Field(alias="类别")
    units: UnitNames = Field(alias="单位", min_length=1, description="提供数据的单位")
    basis: Texts = Field(alias="依据", min_length=1, description="按什么规定公开")
    cycle: UpdateCycle = Field(alias="更新周期")
    published_on: Date = Field(alias="发布日期", description="第一次公布的日期")
    updated_on: Date = Field(alias="更新日期", description="最近一次更新、核对数据的日期")
    catalogue: EntryNumbers = Field((), alias="公开事项", description="公开事项编号")
    report_line: ReportLine | None = Field(
        None,
        alias="年报行",
        description="一年的行就是年度报告表二这一行的处理决定的，写这一行的名称；不是一回事的不写",
    )
    reductions: Reductions = Field((), alias="数据减少", description="公布过的行比以前少了，少了多少，为什么")
    columns: DataFields = Field(
        alias="字段", description="CSV 的各列；CSV 与本文件放在同一文件夹，一年一个，如 2026.csv，UTF-8 编码"
    )

    @property
    def change_days(self) -> tuple[dt.date, ...]:
        return (*super().change_days, self.updated_on, *(each.announced_on for each in self.reductions))

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.kind, f"更新：{self.cycle}", f"更新到{cn_date(self.updated_on)}")

    def place_of(self, role: FieldRole) -> int | None:
        """Which column has a role, from 0; None when none has."""
        return next((place for place, each in enumerate(self.columns) if each.role is role), None)

    @property
    def facets(self) -> tuple[int, ...]:
        """The columns that rows are narrowed by: the unit's first, the others in their order."""
        found = [place for place, each in enumerate(self.columns) if each.facet]
        return tuple(sorted(found, key=lambda place: self.columns[place].role is not FieldRole.UNIT))

    EXAMPLE = """\
标题: 行政许可信息
类别: 行政许可
单位: [区市场监管局]
依据: [行政许可“双公示”制度]
更新周期: 7个工作日内
发布日期: 2026-01-12
更新日期: 2026-11-16
字段:
  - {名称: 许可编号, 说明: 许可决定文书号, 用途: 编号, 必填: 是}
  - {名称: 行政相对人名称, 说明: 取得许可的单位, 用途: 名称, 必填: 是}
  - {名称: 许可决定日期, 说明: 作出决定的日期, 类型: 日期, 用途: 时间, 必填: 是}
"""
    EXAMPLE_BAD = EXAMPLE.replace("类型: 日期, 用途: 时间", "类型: 日期, 用途: 日子")
    EXAMPLE_MESSAGE = "“用途”填的“日子”不在可填的值里"
