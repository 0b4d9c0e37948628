"""回应关切: what the public worried about, and what the government answered, when and where."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.records.base import UNIT, YEAR, ContentRecord, Facet
from gongkai.records.fields.values import Date, PolicyNames, RecordNames, Text, Title, UnitNames, as_filled
from gongkai.records.traits import ColumnGroup, Trait
from gongkai.records.vocabulary.participation import Incident, ResponseChannel

Channels = Annotated[tuple[ResponseChannel, ...], BeforeValidator(as_filled)]
_TIME = r"^([01]\d|2[0-3]):[0-5]\d$"


class Response(ContentRecord):
    """One answer to one concern; its text is the answer."""

    TYPE = "response"
    LABEL = "回应关切"
    PATH = "content/responses/{year}/{slug}.md"
    COLUMN = "回应关切"
    ORDER = 37
    GROUP = (ColumnGroup.ANSWERS, 35)
    TRAITS = (Trait.LIVELY, Trait.PUSHED)
    FACETS = (Facet("channel", "渠道", "channels"), YEAR, UNIT)

    title: Title = Field(alias="标题")
    concern: Text = Field(alias="关切", description="群众、媒体关心的是什么")
    units: UnitNames = Field(alias="回应单位", min_length=1, description="单位的名称、简称或曾用名")
    incident: Incident | None = Field(None, alias="突发事件", description="回应突发事件的，写事件的级别")
    raised_on: Date = Field(alias="发生日期")
    raised_at: Text | None = Field(None, alias="发生时间", pattern=_TIME, description="如 09:00")
    answered_on: Date = Field(alias="回应日期")
    answered_at: Text | None = Field(None, alias="回应时间", pattern=_TIME, description="如 09:00")
    channels: Channels = Field(alias="渠道")
    documents: PolicyNames = Field((), alias="相关文件", description="政策的文件名、发文字号或标题")
    related: RecordNames = Field((), alias="相关信息", description="发布会等记录的文件名或标题")

    @property
    def published(self) -> dt.date:
        return self.answered_on

    @property
    def facts(self) -> tuple[str, ...]:
        incident = [f"{self.incident.value}突发事件"] if self.incident else []
        return (*incident, *(channel.value for channel in self.channels))

    EXAMPLE = """\
---
标题: 区城市管理委回应夜间停车收费
关切: 居民担心新办法施行后夜间停车费用上涨
回应单位: 区城市管理委
发生日期: 2026-11-04
回应日期: 2026-11-05
渠道: [新闻发布会, 政府网站]
---
夜间收费标准没有变化。
"""
    EXAMPLE_BAD = """\
---
标题: 区城市管理委回应夜间停车收费
关切: 居民担心新办法施行后夜间停车费用上涨
回应单位: 区城市管理委
发生日期: 2026-11-04
渠道: 政府网站
---
夜间收费标准没有变化。
"""
    EXAMPLE_MESSAGE = "缺少必填的“回应日期”"
