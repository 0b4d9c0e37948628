"""办事指南: how something is applied for, tied to the policies it rests on."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from gongkai.common.said_days import cn_date
from gongkai.records.base import UNIT, ContentRecord, Facet, Part
from gongkai.records.fields.months import Months, last_day, said, within
from gongkai.records.fields.values import (
    Date,
    File,
    PolicyNames,
    Text,
    Texts,
    Title,
    UnitName,
    UnitNames,
    as_list,
    wrong,
)
from gongkai.records.fields.ways import Way, as_asked
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.catalogue import Domains
from gongkai.records.types.event import Answer
from gongkai.records.types.policy import Audiences


class Material(Part):
    """One thing to bring: its name, how many, where it comes from."""

    name: Text = Field(alias="名称")
    copies: Text | None = Field(None, alias="份数")
    source: Text | None = Field(None, alias="来源", description="如 申请人自备、数据共享核对")
    form: File | None = Field(None, alias="样表", description="相对 content/ 的路径")


def as_materials(value: object) -> object:
    """A list of materials; a text alone is the name of one."""
    listed = as_list(value)
    return [{"名称": each} if isinstance(each, str) else each for each in listed]


Materials = Annotated[tuple[Material, ...], BeforeValidator(as_materials)]


class Stage(Part):
    """One stage of handling: which unit does it, who answers for it there, in how long."""

    name: Text = Field(alias="名称", max_length=20, description="如 受理、审核、决定")
    unit: UnitName | None = Field(
        None, alias="单位", description="单位的名称、简称或曾用名；受理单位办的不写"
    )
    post: Text | None = Field(
        None, alias="负责人", max_length=30, description="写岗位，如 综合窗口负责人；不写私人电话"
    )
    time_limit: Text | None = Field(None, alias="时限", max_length=30, description="如 5个工作日、当场")


class Service(ContentRecord):
    """One matter people come for, with everything they need to know before."""

    TYPE = "service"
    LABEL = "办事指南"
    PATH = "data/services/{slug}.yml"
    COLUMN = "办事指南"
    ORDER = 45
    GROUP = (ColumnGroup.POLICIES, 40)
    TRAITS = ()
    FACETS = (Facet("audience", "服务对象", "audiences"), UNIT)

    title: Title = Field(alias="事项名称")
    english_name: Title | None = Field(
        None, alias="英文名称", description="英文页面上的名称：还没有译文时，外国人凭它找到这件事"
    )
    code: Text | None = Field(None, alias="编号")
    units: UnitNames = Field(
        alias="受理单位", min_length=1, description="单位的名称、简称或曾用名，几个都受理的都写"
    )
    decided_by: UnitNames = Field((), alias="决定单位", description="和受理单位不同时填写")
    audiences: Audiences = Field((), alias="服务对象")
    basis: Texts = Field(alias="办理依据", min_length=1)
    conditions: Texts = Field((), alias="申请条件")
    steps: Texts = Field(alias="基本流程", min_length=1)
    standards: Texts = Field(
        (), alias="审查标准", description="审查时看什么、怎样算符合；一条一句，写到能照着判断"
    )
    stages: Annotated[tuple[Stage, ...], BeforeValidator(as_list)] = Field(
        (), alias="环节", description="收件以后办到哪一步、由谁办、多长时间"
    )
    results: Annotated[tuple[Way, ...], BeforeValidator(as_asked)] = Field(
        (), alias="结果查询", description="怎样查办到哪一步和结果，写法和“咨询方式”一样"
    )
    materials: Materials = Field((), alias="申请材料", description="不需要材料的不写")
    fees: Text = Field(alias="收费依据及标准", description="不收费的写“不收费”")
    time_limit: Text = Field(alias="办理时限")
    opens_on: Date | None = Field(None, alias="受理开始", description="只在一段日子受理的写；常年受理的不写")
    closes_on: Date | None = Field(
        None, alias="受理截止", description="最后一天；过了这天不再列入“现在可以做”"
    )
    months: Months = Field((), alias="受理月份", description="每年只在几个月受理的写，如 [1, 4, 7, 10]")
    places: Texts = Field((), alias="办理地点")
    contact: Annotated[tuple[Way, ...], BeforeValidator(as_asked)] = Field(alias="咨询方式")
    documents: PolicyNames = Field((), alias="相关政策", description="政策的文件名、发文字号或标题")
    domains: Domains = Field((), alias="领域", description="不写则和相关政策的领域相同")
    answers: Annotated[tuple[Answer, ...], BeforeValidator(as_list)] = Field(
        (), alias="问答", description="常见问题，每一问有自己的网页"
    )
    published_on: Date = Field(alias="发布日期")
    reviewed_on: Date | None = Field(None, alias="复核日期")

    @model_validator(mode="after")
    def _days_follow(self) -> Self:
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            raise wrong(f"受理截止 {self.closes_on} 早于受理开始 {self.opens_on}", "核对这两个日期")
        return self

    def taken_on(self, day: dt.date) -> bool:
        """Whether one can apply on a day; the first and the last are in it."""
        begins, ends = self.opens_on or dt.date.min, self.closes_on or dt.date.max
        return begins <= day <= ends and within(self.months, day)

    def last_on(self, day: dt.date) -> dt.date | None:
        """The last day of the time in which one can apply on a day; None where that has no end."""
        return min(filter(None, (self.closes_on, last_day(self.months, day))), default=None)

    @property
    def taken(self) -> str:
        """When one can apply, in words; empty where it is always."""
        if self.months:
            ends = f"，到{cn_date(self.closes_on)}为止" if self.closes_on else ""
            return f"{said(self.months)}受理{ends}"
        if self.opens_on and self.closes_on:
            return f"{cn_date(self.opens_on)}至{cn_date(self.closes_on)}受理"
        if self.closes_on:
            return f"受理到{cn_date(self.closes_on)}"
        return f"{cn_date(self.opens_on)}起受理" if self.opens_on else ""

    @property
    def facts(self) -> tuple[str, ...]:
        audiences = [f"面向{'、'.join(self.audiences)}"] if self.audiences else []
        return (*audiences, *filter(None, [self.taken]), f"办理时限：{self.time_limit}")

    @property
    def change_days(self) -> tuple[dt.date, ...]:
        """Its publication and its last review."""
        return (*super().change_days, *([self.reviewed_on] if self.reviewed_on else []))

    EXAMPLE = """\
事项名称: 老旧小区加装电梯补助申请
受理单位: 望槐街道
办理依据: [示例区老旧小区加装电梯补助办法]
基本流程: [向街道办事处提交材料, 街道办事处初审]
申请材料: [补助申请表, 业主表决结果]
收费依据及标准: 不收费
办理时限: 15个工作日
咨询方式:
  - 渠道: 电话
    号码: 010-00000000
相关政策: [示建发〔2026〕21号]
发布日期: 2026-10-08
"""
    EXAMPLE_BAD = """\
事项名称: 老旧小区加装电梯补助申请
受理单位: 望槐街道
办理依据: [示例区老旧小区加装电梯补助办法]
基本流程: [向街道办事处提交材料, 街道办事处初审]
收费依据及标准: 不收费
咨询方式: 010-00000000
发布日期: 2026-10-08
"""
    EXAMPLE_MESSAGE = "缺少必填的“办理时限”"
