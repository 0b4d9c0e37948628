"""重大行政决策: the matters of a year's catalogue, and where each stands in the five statutory steps."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from gongkai.records.base import DOMAIN, STATUS, UNIT, YEAR, Attachments, ContentRecord, Part
from gongkai.records.fields.defined import keys_of
from gongkai.records.fields.values import (
    ConfirmedDate,
    Date,
    EntryNumbers,
    Number,
    PolicyNames,
    RecordNames,
    Text,
    Texts,
    Title,
    UnitName,
    UnitNames,
)
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.catalogue import Domains
from gongkai.records.vocabulary.participation import DecisionState, StepState


class Step(Part):
    """One statutory step: the day it was done, or why it is not called for; what shows it."""

    date: Date | None = Field(None, alias="日期", description="完成的日期；还没有到的为计划日期")
    written_state: StepState | None = Field(
        None, alias="状态", description="不写则按日期算；正在办的写 进行中，不需要的写 不适用"
    )
    reason: Text | None = Field(None, alias="理由", description="不适用的理由")
    note: Text | None = Field(None, alias="说明", description="怎样做的，结论是什么")
    records: RecordNames = Field((), alias="记录", description="征集、会议等的文件名或标题")
    materials: Attachments = Field((), alias="材料")

    def state_on(self, today: dt.date) -> StepState:
        """As written, else by its date."""
        if self.written_state:
            return self.written_state
        return StepState.DONE if self.date and self.date <= today else StepState.PENDING


class Steps(Part):
    """法定程序: the five steps in the order the law gives them."""

    participation: Step = Field(Step(), alias="公众参与")
    experts: Step = Field(Step(), alias="专家论证")
    risk: Step = Field(Step(), alias="风险评估")
    legality: Step = Field(Step(), alias="合法性审查")
    discussion: Step = Field(Step(), alias="集体讨论")

    @property
    def named(self) -> tuple[tuple[str, Step], ...]:
        """(key, step) of all five, in order."""
        return tuple((key, getattr(self, name)) for name, key in keys_of(type(self)))


class Decision(ContentRecord):
    """One matter of the catalogue: a row with a page of its own."""

    TYPE = "decision"
    LABEL = "重大行政决策"
    PATH = "data/decisions/{year}.yml"
    ROWS = True
    KEY = "编号"
    COLUMN = "重大行政决策"
    ORDER = 27
    GROUP = (ColumnGroup.POLICIES, 60)
    TRAITS = ()
    FACETS = (YEAR, STATUS, UNIT, DOMAIN)

    number: Number = Field(alias="编号")
    title: Title = Field(alias="事项")
    units: UnitNames = Field(alias="承办单位", min_length=1, description="单位的名称、简称或曾用名")
    decider: UnitName | None = Field(None, alias="决策机关")
    published_on: Date = Field(alias="目录公布日期", description="列入当年目录并公布的日期")
    planned_on: ConfirmedDate | None = Field(None, alias="计划完成日期")
    basis: Texts = Field((), alias="依据")
    steps: Steps = Field(Steps(), alias="法定程序")
    decided_on: Date | None = Field(None, alias="决定日期")
    outcome: Text | None = Field(None, alias="决定结果")
    dropped_on: Date | None = Field(None, alias="调出日期", description="不再列入目录的日期")
    dropped_because: Text | None = Field(None, alias="调出理由")
    documents: PolicyNames = Field((), alias="形成的文件", description="政策的文件名、发文字号或标题")
    catalogue: EntryNumbers = Field((), alias="公开事项", description="公开事项编号")
    domains: Domains = Field((), alias="领域")

    @property
    def year(self) -> str:
        """目录年度: that of its file."""
        return self.id.split("/")[1]

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.number,)

    @property
    def change_days(self) -> tuple[dt.date, ...]:
        """The days it was listed, each step was done, it was decided or dropped."""
        later = (*(step.date for _, step in self.steps.named), self.decided_on, self.dropped_on)
        return (*super().change_days, *(day for day in later if day))

    def state_on(self, today: dt.date, *, begun: bool = False) -> DecisionState:
        """列入目录 until a step begins, then 进行中; 已决定 or 调出目录 from their days on.

        ``begun``: other records say that one has begun.
        """
        if self.dropped_on and self.dropped_on <= today:
            return DecisionState.DROPPED
        if self.decided_on and self.decided_on <= today:
            return DecisionState.DECIDED
        states = {step.state_on(today) for _, step in self.steps.named}
        begun = begun or bool(states & {StepState.DONE, StepState.ONGOING})
        return DecisionState.UNDERWAY if begun else DecisionState.LISTED

    EXAMPLE = """\
- 编号: JC2026-05
  事项: 养老服务设施专项规划
  承办单位: 区民政局
  目录公布日期: 2026-04-13
  计划完成日期: 2026-12-31
  法定程序:
    公众参与: {日期: 2026-11-09, 说明: 公开征求意见三十日}
    风险评估: {状态: 不适用, 理由: 不新增用地，不影响社会稳定}
"""
    EXAMPLE_BAD = """\
- 编号: JC2026-05
  事项: 养老服务设施专项规划
  承办单位: 区民政局
  目录公布日期: 2026-04-13
  法定程序:
    公众听证: {日期: 2026-11-09}
"""
    EXAMPLE_MESSAGE = "没有“公众听证”这一项"
