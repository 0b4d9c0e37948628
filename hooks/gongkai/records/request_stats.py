"""依申请公开统计: applications received and dealt with, month by month, one page a year."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from gongkai.records.base import UNIT, YEAR, ContentRecord, Part
from gongkai.records.types import Count, Date, Text, Title, UnitName, as_list, as_text, wrong


def as_month(value: Any) -> str:
    """A month written ``2026-01``."""
    text = as_text(value)
    if re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", text, re.ASCII):
        return text
    raise wrong(f"“{text[:40]}”不是月份", "写成 2026-01 这样的年-月，半角数字")


MonthName = Annotated[
    str, BeforeValidator(as_month), WithJsonSchema({"type": "string", "pattern": r"^20\d\d-(0[1-9]|1[0-2])$"})
]


class Outcomes(Part):
    """办结, by the six outcomes of the annual report."""

    granted: Count = Field(0, alias="予以公开")
    partly: Count = Field(0, alias="部分公开")
    refused: Count = Field(0, alias="不予公开")
    unavailable: Count = Field(0, alias="无法提供")
    untreated: Count = Field(0, alias="不予处理")
    otherwise: Count = Field(0, alias="其他处理")

    @property
    def counts(self) -> tuple[int, ...]:
        return tuple(getattr(self, name) for name in type(self).model_fields)

    @classmethod
    def labels(cls) -> tuple[str, ...]:
        """The outcomes in the order of the report."""
        return tuple(info.alias or name for name, info in cls.model_fields.items())


class Month(Part):
    """One month; readers see it from 公布日期 on."""

    SHOWN_FROM = "published_on"

    month: MonthName = Field(alias="编号", description="月份，如 2026-01")
    published_on: Date = Field(alias="公布日期")
    carried_in: Count = Field(alias="上月结转")
    received: Count = Field(alias="新收")
    done: Outcomes = Field(alias="办结")
    in_time: Count = Field(alias="按时答复", description="办结的申请中按法定期限答复的件数")
    note: Text | None = Field(None, alias="说明")

    @property
    def finished(self) -> int:
        return sum(self.done.counts)

    @property
    def carried_out(self) -> int:
        return self.carried_in + self.received - self.finished


class RequestStats(ContentRecord):
    """A year of applications, month by month."""

    TYPE = "request-stats"
    LABEL = "依申请公开统计"
    PATH = "data/requests/{year}.yml"
    COLUMN = "依申请公开统计"
    ORDER = 72
    FACETS = (YEAR, UNIT)

    title: Title = Field(alias="标题")
    unit: UnitName = Field(alias="单位", description="单位的名称、简称或曾用名")
    published_on: Date = Field(alias="发布日期", description="第一次公布的日期")
    months: Annotated[tuple[Month, ...], BeforeValidator(as_list)] = Field(alias="月份")

    @property
    def name(self) -> str:
        return self.title

    @property
    def published(self) -> dt.date:
        return self.published_on

    @property
    def change_days(self) -> tuple[dt.date, ...]:
        """Its first day, and every day a month was added."""
        return (*super().change_days, *(month.published_on for month in self.months))

    def months_on(self, today: dt.date) -> tuple[Month, ...]:
        """The months published up to a day, in order."""
        return tuple(sorted((m for m in self.months if m.published_on <= today), key=lambda m: m.month))

    EXAMPLE = """\
标题: 2026年政府信息公开申请办理情况
单位: 区民政局
发布日期: 2026-02-05
月份:
  - 编号: 2026-01
    公布日期: 2026-02-05
    上月结转: 3
    新收: 5
    办结: {予以公开: 4, 无法提供: 2}
    按时答复: 6
"""
    EXAMPLE_BAD = """\
标题: 2026年政府信息公开申请办理情况
单位: 区民政局
发布日期: 2026-02-05
月份:
  - 编号: 2026年1月
    公布日期: 2026-02-05
    上月结转: 3
    新收: 5
    办结: {予以公开: 4, 无法提供: 2}
    按时答复: 6
"""
    EXAMPLE_MESSAGE = "“2026年1月”不是月份"
