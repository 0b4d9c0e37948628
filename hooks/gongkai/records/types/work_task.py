"""要点任务: one task of a year's work points, who does it by when, and what has come of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.common.said_days import cn_date
from gongkai.records.base import STATUS, UNIT, ContentRecord, Facet, Part
from gongkai.records.fields.groups import Group
from gongkai.records.fields.values import (
    ConfirmedDate,
    Date,
    Number,
    PolicyName,
    RecordNames,
    Text,
    Texts,
    Title,
    UnitNames,
    Yes,
    as_list,
)
from gongkai.records.fields.weights import EQUAL, Percent, Weight
from gongkai.records.traits import ColumnGroup
from gongkai.records.vocabulary.work import TaskProgress, TaskState

#: so many days before its deadline a task counts as 即将到期
SOON = 30


class Step(Part):
    """A step of a task, with the public records that prove it."""

    SHOWN_FROM = "date"

    date: Date = Field(alias="日期")
    progress: TaskProgress = Field(alias="状态")
    note: Text = Field(alias="说明")
    percent: Percent | None = Field(None, alias="进度", description="完成的百分比，0 到 100")
    evidence: RecordNames = Field((), alias="佐证", description="已公开内容的文件名、编号或标题")


class WorkTask(ContentRecord):
    """One task; the file is the plan, named by its year and its issuer."""

    TYPE = "work-task"
    LABEL = "要点任务"
    PATH = "data/work-points/{year}-{slug}.yml"
    ROWS = True
    KEY = "编号"
    COLUMN = "要点任务"
    ORDER = 60
    GROUP = (ColumnGroup.WORK, 20)
    TRAITS = ()
    FACETS = (
        STATUS,
        Facet("plan", "要点", "plan_group"),
        Facet("deadline", "完成时限", "month_group"),
        UNIT,
    )

    number: Number = Field(alias="编号")
    plan: PolicyName = Field(alias="要点", description="要点的标题、文件名或发文字号")
    block: Title = Field(alias="栏目", description="任务在要点里属于哪一部分")
    task: Title = Field(alias="任务", description="用自己的话简短写明做什么")
    leads: UnitNames = Field((), alias="牵头单位")
    units: UnitNames = Field((), alias="责任单位")
    others: Text | None = Field(None, alias="其他责任单位", description="如 政府各部门、各乡镇和街道")
    shares: Texts = Field((), alias="分工")
    due: ConfirmedDate | None = Field(None, alias="完成时限", description="只写到月的写当月最后一天")
    due_note: Text | None = Field(None, alias="时限说明", description="没有时限的写原因")
    weight: Weight = Field(EQUAL, alias="权重", description="在整份要点里占多重，1 到 100；不写为 1")
    places: Text | None = Field(None, alias="公开位置")
    steps: Annotated[tuple[Step, ...], BeforeValidator(as_list)] = Field((), alias="进展")
    unrecorded: Yes = Field(False, alias="进展未载", description="只有要点原文、没有落实情况的旧任务写“是”")
    published_on: Date = Field(alias="发布日期", description="一般是要点的发布日期")

    @property
    def name(self) -> str:
        return self.task

    @property
    def file(self) -> str:
        """The plan's part of the address, e.g. ``2016-xicheng``."""
        return self.id.split("/")[1]

    def over_on(self, today: dt.date) -> str | None:
        """Those of a plan of an earlier year."""
        year = int(self.file[:4])
        return f"{year}年的要点：{self.plan}" if year < today.year else None

    @property
    def label(self) -> str:
        """第1项, or the number itself where it has parts."""
        return f"第{self.number}项"

    @property
    def plan_group(self) -> Group:
        return Group(self.file, self.plan, -int(self.file[:4]))

    @property
    def month_group(self) -> Group:
        """The month of the deadline, newest first; tasks without one stand last."""
        if self.due is None:
            return Group("none", "没有写明", 1)
        month = f"{self.due:%Y-%m}"
        return Group(month, f"{self.due.year}年{self.due.month}月", -int(month.replace("-", "")))

    @property
    def gathered(self) -> tuple[str, str] | None:
        return f"{self.plan}：任务和进展", f"work-points/{self.file}/"

    @property
    def facts(self) -> tuple[str, ...]:
        due = f"完成时限 {cn_date(self.due)}" if self.due else "没有写明完成时限"
        return (f"{self.plan}{self.label}", due)

    @property
    def change_days(self) -> tuple[dt.date, ...]:
        return (*super().change_days, *(step.date for step in self.steps))

    def steps_on(self, today: dt.date) -> list[Step]:
        """The steps taken up to a day, oldest first."""
        return sorted((step for step in self.steps if step.date <= today), key=lambda step: step.date)

    def percent_on(self, today: dt.date) -> int:
        """How far it is: 100 when done, else the last percentage written, else 0."""
        steps = self.steps_on(today)
        if steps and steps[-1].progress is TaskProgress.DONE:
            return 100
        return next((step.percent for step in reversed(steps) if step.percent is not None), 0)

    def state_on(self, today: dt.date) -> TaskState:
        """Done when the last step says so; else by the deadline, unless its progress was never recorded."""
        steps = self.steps_on(today)
        if steps and steps[-1].progress is TaskProgress.DONE:
            return TaskState.DONE
        if self.due is None:
            return TaskState.UNDER_WAY if steps else TaskState.OPEN_ENDED
        if today > self.due:
            return TaskState.UNKNOWN if self.unrecorded else TaskState.OVERDUE
        soon = (self.due - today).days <= SOON
        return TaskState.DUE_SOON if soon else TaskState.UNDER_WAY

    EXAMPLE = """\
- 编号: 1
  要点: 示例区2026年政务公开工作要点
  栏目: 政策解读
  任务: 给现行有效的规范性文件补齐简明问答
  牵头单位: [区政务服务局]
  其他责任单位: 文件起草部门
  完成时限: 2026-12-31
  发布日期: 2026-03-20
  进展:
    - 日期: 2026-10-15
      状态: 推进中
      说明: 已补齐六成。
"""
    EXAMPLE_BAD = """\
- 编号: 1
  要点: 示例区2026年政务公开工作要点
  栏目: 政策解读
  任务: 给现行有效的规范性文件补齐简明问答
  牵头单位: [区政务服务局]
  完成时限: 2026年12月
  发布日期: 2026-03-20
"""
    EXAMPLE_MESSAGE = "“2026年12月”不是日期"
