"""单位: departments, streets, parks and public bodies, under their names over time."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.records.base import Part, Record
from gongkai.records.fields.own_words import Extended
from gongkai.records.fields.values import Date, Link, Text, Texts, Title, UnitName, Yes, as_list
from gongkai.records.vocabulary.units import UnitKind


class Leader(Part):
    """A member of a unit's leadership: the post and what it is in charge of."""

    post: Title = Field(alias="职务")
    person: Text | None = Field(None, alias="姓名", description="示例不写姓名")
    charge: Text = Field(alias="分工")


class Office(Part):
    """A section inside a unit."""

    name: Title = Field(alias="名称")
    duties: Text | None = Field(None, alias="职责")
    phone: Text | None = Field(None, alias="电话")


class Renaming(Part):
    """A name a unit had, until the day it got the next one."""

    old: Title = Field(alias="原名称")
    day: Date = Field(alias="日期")
    reason: Text | None = Field(None, alias="原因")


class Unit(Record):
    """A unit that publishes or answers for something."""

    TYPE = "unit"
    LABEL = "单位"
    PATH = "data/units/{slug}.yml"
    ORDER = 110

    name: Title = Field(alias="名称")
    short_names: Texts = Field((), alias="简称")
    former_names: Texts = Field((), alias="曾用名", description="旧名称仍能找到本单位")
    renamings: Annotated[tuple[Renaming, ...], BeforeValidator(as_list)] = Field(
        (), alias="更名", description="哪一天改的名称、为什么，记入发布日志；原名称也写进“曾用名”"
    )
    joint_names: Texts = Field((), alias="联合名称", description="和别的机构合署办公时用的名称")
    kind: Annotated[UnitKind, Extended()] = Field(UnitKind.DEPARTMENT, alias="类别")
    charged_with: Texts = Field(
        (),
        alias="承担职能",
        description="应公开事项按职能写由谁公开的，写承担的职能，如 财政、审计、信息公开主管部门",
    )
    duties: Text | None = Field(None, alias="职责")
    asked: Texts = Field(
        (), alias="通俗问法", description="群众会怎样问起这个单位：一句写一条；不显示，只帮搜索找到它"
    )
    head: Text | None = Field(None, alias="负责人")
    leaders: Annotated[tuple[Leader, ...], BeforeValidator(as_list)] = Field(
        (), alias="领导", description="主要负责人在前"
    )
    offices: Annotated[tuple[Office, ...], BeforeValidator(as_list)] = Field((), alias="内设机构")
    address: Text | None = Field(None, alias="地址")
    hours: Text | None = Field(None, alias="办公时间")
    phone: Text | None = Field(None, alias="对外电话")
    website: Link | None = Field(None, alias="网站")
    state: Text = Field("在用", alias="状态", pattern="^(在用|撤并)$", description="在用 或 撤并")
    merged_into: UnitName | None = Field(None, alias="承接单位", description="撤并后由哪个单位承接")
    merged_on: Date | None = Field(None, alias="撤并日期", description="写了的，那一天记入发布日志和订阅源")
    merged_why: Text | None = Field(None, alias="撤并原因", description="给读者看的")
    order: Text | None = Field(None, alias="排序", pattern=r"^\d{1,4}$")
    origin: Text | None = Field(None, alias="资料来源")
    example: Yes = Field(False, alias="示例")
    english_name: Title | None = Field(None, alias="英文名称", description="英文页面上的名称")
    english_address: Text | None = Field(
        None, alias="英文地址", description="英文页面上的地址，写在中文的前面，如 20 Anmin Street"
    )

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that means this unit, the present one first."""
        return (self.name, *self.short_names, *self.former_names, *self.joint_names)

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short_names[0] if self.short_names else self.name

    def merged_by(self, day: dt.date) -> bool:
        return self.state == "撤并" and (self.merged_on is None or self.merged_on <= day)

    EXAMPLE = """\
名称: 区发展和改革委员会
简称: [区发展改革委, 区发改委]
类别: 部门
对外电话: 010-00000000
"""
    EXAMPLE_BAD = """\
名称: 区发展和改革委员会
简称: [区发展改革委]
类别: 部门
状态: 停办
"""
    EXAMPLE_MESSAGE = "“状态”填的“停办”不符合要求"
