"""活动: open days, public chambers, lectures, reports and interviews, announced before and reported after."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.common.said_days import clock, weekday
from gongkai.records.base import STATUS, UNIT, YEAR, ContentRecord, Facet, Part
from gongkai.records.fields.occasion import Occasion
from gongkai.records.fields.values import (
    AnswerId,
    Clock,
    ConfirmedDate,
    Count,
    Date,
    EntryNumbers,
    Link,
    PolicyNames,
    RecordNames,
    ShownFrom,
    Text,
    Texts,
    Title,
    UnitNames,
    as_list,
)
from gongkai.records.fields.ways import Ways
from gongkai.records.traits import ColumnGroup, Trait
from gongkai.records.vocabulary.meetings import EventKind, EventState, OccasionKind
from gongkai.records.vocabulary.participation import Uptake

#: readers see what came of an event from the day it is reported
REPORTED = ShownFrom("reported_on")


class Answer(Part):
    """What somebody asked, and what the unit answered."""

    question: Text = Field(alias="问")
    answer: Text = Field(alias="答")
    asked: Texts = Field((), alias="通俗问法", description="群众会怎样问这一问；不显示，只帮搜索找到它")
    answer_id: AnswerId | None = Field(None, alias="编号")


class Survey(Part):
    """问卷: how many were handed out, how many came back."""

    given: Count = Field(alias="发放")
    returned: Count = Field(alias="收回")
    findings: Text | None = Field(None, alias="结果")


class Suggestion(Part):
    """An opinion, and what the unit says to it."""

    text: Text = Field(alias="意见")
    response: Text = Field(alias="回应")
    uptake: Uptake | None = Field(None, alias="采纳情况")


class Event(ContentRecord):
    """One event; its text is the announcement, what came of it stands in the fields."""

    TYPE = "event"
    LABEL = "活动"
    PATH = "content/events/{year}/{slug}.md"
    COLUMN = "政务活动"
    ORDER = 35
    GROUP = (ColumnGroup.ANSWERS, 20)
    TRAITS = (Trait.LIVELY, Trait.PUSHED)
    FACETS = (STATUS, Facet("kind", "活动类型", "kind"), YEAR, UNIT)

    title: Title = Field(alias="名称")
    kind: EventKind = Field(alias="类型")
    date: ConfirmedDate = Field(alias="日期")
    time: Clock | None = Field(
        None, alias="时间", pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="如 09:00"
    )
    place: Text | None = Field(None, alias="地点")
    hosts: UnitNames = Field(alias="主办单位", min_length=1, description="单位的名称、简称或曾用名")
    announced_on: Date = Field(alias="预告日期")
    how_to_attend: Ways = Field((), alias="报名方式", description="每一种写渠道和地址、号码、网址或邮箱")
    register_by: ConfirmedDate | None = Field(None, alias="报名截止", description="不写则可报名到活动前一天")
    places: Count | None = Field(None, alias="名额")
    attended: Annotated[Count | None, REPORTED] = Field(None, alias="参加人数")
    answers: Annotated[tuple[Answer, ...], BeforeValidator(as_list), REPORTED] = Field((), alias="答疑")
    replay: Annotated[Link | None, ShownFrom("date")] = Field(
        None, alias="回放", description="访谈、宣讲的录像在哪里看，举行当日起公开"
    )
    survey: Annotated[Survey | None, REPORTED] = Field(None, alias="问卷")
    suggestions: Annotated[tuple[Suggestion, ...], BeforeValidator(as_list), REPORTED] = Field(
        (), alias="意见"
    )
    reported_on: Annotated[Date | None, REPORTED] = Field(
        None, alias="情况公布日期", description="公布参加人数、答疑、问卷、意见的那一天"
    )
    documents: PolicyNames = Field((), alias="相关文件", description="政策的文件名、发文字号或标题")
    decisions: RecordNames = Field((), alias="决策事项", description="为哪一项重大行政决策听取意见，写编号")
    catalogue: EntryNumbers = Field((), alias="公开事项", description="公开事项编号")

    @property
    def published(self) -> dt.date:
        """An event is public from its announcement on."""
        return self.announced_on

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        held = Occasion(OccasionKind.EVENT, "日期", self.date, self.time, self.place)
        last = self.register_by
        return (Occasion(OccasionKind.REGISTER, "报名截止", last), held) if last else (held,)

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.kind.value, f"{weekday(self.date)}{clock(self.time or '')}举行")

    @property
    def change_days(self) -> tuple[dt.date, ...]:
        """Its announcement and the day it was reported; on the day itself nothing is written."""
        reported = [self.reported_on] if self.reported_on else []
        return (*super().change_days, *reported)

    def reported(self, today: dt.date) -> bool:
        """Whether what came of it is published."""
        return self.reported_on is not None and self.reported_on <= today

    def registering(self, today: dt.date) -> bool:
        """Whether one can still register: up to 报名截止, or the day before."""
        if not self.how_to_attend or today >= self.date:
            return False
        return self.register_by is None or today <= self.register_by

    def state_on(self, today: dt.date, due: dt.date | None = None) -> EventState:
        """报名中, 即将举行, 已举行 or 已公布情况; 情况逾期 after the day on which the report was ``due``."""
        if self.reported(today):
            return EventState.REPORTED
        if self.registering(today):
            return EventState.REGISTERING
        if today <= self.date:
            return EventState.UPCOMING
        return EventState.LATE if due and due < today else EventState.HELD

    EXAMPLE = """\
---
名称: 走进社区养老服务驿站
类型: 政务开放日
日期: 2026-11-12
时间: 09:30
地点: 望槐街道养老服务驿站
主办单位: 区民政局
预告日期: 2026-11-02
报名方式:
  - 渠道: 当面
    动作: 登记报名
    地址: 示例区望槐街道办事处一层大厅
情况公布日期: 2026-11-16
参加人数: 18
答疑:
  - 问: 助餐怎样收费？
    答: 按入口处公示的价格，每餐另有补贴。
---
请居民参观驿站的助餐和日间照料。
"""
    EXAMPLE_BAD = """\
---
名称: 走进社区养老服务驿站
类型: 参观
日期: 2026-11-12
主办单位: 区民政局
预告日期: 2026-11-02
---
请居民参观驿站的助餐和日间照料。
"""
    EXAMPLE_MESSAGE = "“参观”不在可填的值里"
