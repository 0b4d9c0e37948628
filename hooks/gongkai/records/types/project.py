"""重点任务与民生实事: what the government sets itself for a year, and how far it is each quarter."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from gongkai.records.base import STATUS, UNIT, YEAR, ContentRecord, Facet, Part
from gongkai.records.fields.values import (
    Date,
    Number,
    RecordNames,
    Text,
    Title,
    UnitNames,
    as_count,
    as_list,
    wrong,
)
from gongkai.records.fields.weights import EQUAL, Percent, Weight
from gongkai.records.traits import ColumnGroup
from gongkai.records.vocabulary.work import ProjectKind, ProjectState

QUARTERS = (1, 2, 3, 4)
_DIGITS = WithJsonSchema({"type": "string", "pattern": r"^\d{1,3}$"})


def as_quarter(value: Any) -> int:
    """A quarter of the year, 1 to 4."""
    if (number := as_count(value)) in QUARTERS:
        return number
    raise wrong(f"没有第“{number}”季度", "写 1、2、3 或 4")


class Quarter(Part):
    """How far a project is at the end of a quarter, in percent of the whole year's goal."""

    SHOWN_FROM = "date"

    quarter: Annotated[int, BeforeValidator(as_quarter), _DIGITS] = Field(alias="季度", description="1 到 4")
    percent: Percent = Field(alias="进度", description="全年目标完成的百分比，0 到 100")
    note: Text = Field(alias="说明")
    date: Date = Field(alias="日期", description="公布这一季进展的日期")


class Project(ContentRecord):
    """One project; the file is the year."""

    TYPE = "project"
    LABEL = "重点任务和实事"
    PATH = "data/projects/{year}.yml"
    ROWS = True
    KEY = "编号"
    COLUMN = "重点任务与民生实事"
    ORDER = 65
    GROUP = (ColumnGroup.WORK, 10)
    TRAITS = ()
    FACETS = (STATUS, YEAR, Facet("kind", "类别", "kind"), UNIT)

    number: Number = Field(alias="编号")
    title: Title = Field(alias="事项")
    kind: ProjectKind = Field(alias="类别")
    goal: Text = Field(alias="目标")
    units: UnitNames = Field(alias="单位", min_length=1, description="第一个是牵头单位")
    published_on: Date = Field(alias="发布日期")
    weight: Weight = Field(EQUAL, alias="权重", description="在全年合计里占多重，1 到 100；不写为 1")
    quarters: Annotated[tuple[Quarter, ...], BeforeValidator(as_list)] = Field((), alias="季度进展")
    related: RecordNames = Field((), alias="相关信息", description="已公开内容的文件名、编号或标题")

    @property
    def year(self) -> int:
        return int(self.id.split("/")[1])

    @property
    def facts(self) -> tuple[str, ...]:
        return (f"{self.year}年{self.kind}",)

    @property
    def change_days(self) -> tuple[dt.date, ...]:
        return (*super().change_days, *(each.date for each in self.quarters))

    def due(self, quarter: int) -> dt.date:
        """The day by which a quarter's progress is public: the end of the month after it."""
        year, month = (self.year, quarter * 3 + 1) if quarter < 4 else (self.year + 1, 1)
        return dt.date(year, month, calendar.monthrange(year, month)[1])

    def progress_on(self, today: dt.date) -> dict[int, Quarter]:
        """Quarter → what was public of it on a day."""
        return {each.quarter: each for each in self.quarters if each.date <= today}

    def percent_on(self, today: dt.date) -> int:
        """The percentage last published up to a day; 0 before the first."""
        known = self.progress_on(today)
        return known[max(known)].percent if known else 0

    def asked_on(self, today: dt.date) -> list[int]:
        """Quarters whose progress is asked for by some day: up to the one in which all is done."""
        known = self.progress_on(today)
        last = min((quarter for quarter, each in known.items() if each.percent >= 100), default=4)
        return [each for each in QUARTERS if each <= last and self.published_on <= self.due(each)]

    def owed_on(self, today: dt.date) -> list[int]:
        """Quarters whose progress is not public although its day has passed."""
        known = self.progress_on(today)
        return [each for each in self.asked_on(today) if each not in known and self.due(each) < today]

    def state_on(self, today: dt.date) -> ProjectState:
        known = self.progress_on(today)
        if any(each.percent >= 100 for each in known.values()):
            return ProjectState.DONE
        if self.owed_on(today):
            return ProjectState.STALE
        return ProjectState.UNFINISHED if 4 in known else ProjectState.UNDER_WAY

    EXAMPLE = """\
- 编号: 1
  事项: 新增普惠托位
  类别: 民生实事
  目标: 全年新增普惠托位600个
  单位: [区卫生健康委, 区教委]
  发布日期: 2026-02-10
  季度进展:
    - 季度: 1
      进度: 20
      说明: 选址完成。
      日期: 2026-04-15
"""
    EXAMPLE_BAD = """\
- 编号: 1
  事项: 新增普惠托位
  类别: 实事
  目标: 全年新增普惠托位600个
  单位: [区卫生健康委]
  发布日期: 2026-02-10
"""
    EXAMPLE_MESSAGE = "“类别”填的“实事”不在可填的值里"
