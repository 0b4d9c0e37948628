"""意见征集: a draft put before the public, and what became of what people said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.common.said_days import weekday
from gongkai.records.base import DOMAIN, STATUS, UNIT, YEAR, ContentRecord, Part
from gongkai.records.fields.explaining_plan import ExplainingPlan
from gongkai.records.fields.occasion import DayPair, Occasion
from gongkai.records.fields.operations import Place
from gongkai.records.fields.values import (
    ConfirmedDate,
    Count,
    Date,
    EntryNumbers,
    File,
    PolicyNames,
    RecordNames,
    Text,
    Texts,
    Title,
    UnitName,
    as_list,
)
from gongkai.records.fields.ways import Ways
from gongkai.records.traits import ColumnGroup, Trait
from gongkai.records.types.catalogue import Domains
from gongkai.records.types.event import Answer
from gongkai.records.vocabulary.meetings import OccasionKind
from gongkai.records.vocabulary.participation import ConsultationState, Uptake
from gongkai.text.document import Document


class Refusal(Part):
    """An opinion, or a group of them, that was not taken, and why."""

    view: Text = Field(alias="意见")
    reason: Text = Field(alias="理由")


class ArticleOpinion(Part):
    """What was said on an article of the draft, what became of it, and why."""

    article: Place = Field(alias="条款", description="草案里的条，如 第九条、第九条第二款")
    text: Text = Field(alias="意见")
    number: Count | None = Field(None, alias="条数", description="同样的意见有几条")
    uptake: Uptake = Field(alias="采纳情况")
    reason: Text | None = Field(None, alias="说明", description="怎样改的；没有全部采纳的，为什么")


class Feedback(Part):
    """反馈: how many opinions came, what they said, how many were taken, why the rest were not."""

    SHOWN_FROM = "published_on"

    published_on: Date = Field(alias="公布日期")
    total: Count = Field(alias="意见总数")
    taken: Count = Field(alias="采纳数")
    views: Texts = Field((), alias="主要观点")
    refusals: Annotated[tuple[Refusal, ...], BeforeValidator(as_list)] = Field((), alias="未采纳理由")
    opinions: Annotated[tuple[ArticleOpinion, ...], BeforeValidator(as_list)] = Field(
        (), alias="逐条意见", description="对草案某一条的意见和采纳情况，草案和定稿逐条对照时写在那一条旁边"
    )
    note: Text | None = Field(None, alias="说明")


class Consultation(ContentRecord):
    """One consultation; its text is the explanation of the draft."""

    TYPE = "consultation"
    LABEL = "意见征集"
    PATH = "content/consultations/{year}/{slug}.md"
    COLUMN = "意见征集"
    ORDER = 25
    GROUP = (ColumnGroup.POLICIES, 50)
    TRAITS = (Trait.PUSHED, Trait.IN_NAVIGATION)
    FACETS = (STATUS, YEAR, UNIT, DOMAIN)

    title: Title = Field(alias="标题")
    unit: UnitName = Field(alias="单位", description="单位的名称、简称或曾用名")
    published_on: Date = Field(alias="发布日期")
    opens_on: ConfirmedDate = Field(alias="开始日期")
    closes_on: ConfirmedDate = Field(alias="截止日期")
    basis: Texts = Field((), alias="依据")
    draft_text: File | None = Field(None, alias="草案", description="草案文件；草案在正文里就不写")
    channels: Ways = Field((), alias="方式", description="怎样提意见，每一种写渠道和地址、号码、网址或邮箱")
    answer_by: ConfirmedDate | None = Field(
        None, alias="反馈拟公布日期", description="到哪一天公布收到的意见和采纳情况；征集中的须写"
    )
    answers: Annotated[tuple[Answer, ...], BeforeValidator(as_list)] = Field(
        (), alias="问答", description="征集时对草案的解答，每一问有自己的网页"
    )
    feedback: Feedback | None = Field(None, alias="反馈")
    decisions: RecordNames = Field((), alias="决策事项", description="重大行政决策事项的编号")
    documents: PolicyNames = Field((), alias="形成的文件", description="政策的文件名、发文字号或标题")
    explaining: ExplainingPlan | None = Field(
        None, alias="解读方案", description="和草案一起报批的解读方案；不公布"
    )
    catalogue: EntryNumbers = Field((), alias="公开事项", description="公开事项编号")
    domains: Domains = Field((), alias="领域")

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        return (
            Occasion(OccasionKind.OPENS, "开始日期", self.opens_on),
            *self._ways_that_end,
            Occasion(OccasionKind.CLOSES, "截止日期", self.closes_on),
        )

    @property
    def _ways_that_end(self) -> Iterator[Occasion]:
        """Of ways that end before the others: who goes there on the last day of all finds the box gone."""
        ends = [each for each in self.channels if each.last and each.last < self.closes_on]
        for day in sorted({each.last for each in ends if each.last}):
            named = "；".join(f"{each.lead}{each.address or ''}" for each in ends if each.last == day)
            yield Occasion(OccasionKind.WAY_CLOSES, "方式", day, place=named)

    @property
    def day_pairs(self) -> tuple[DayPair, ...]:
        return (("截止日期", self.closes_on, "反馈拟公布日期", self.answer_by, ("反馈拟公布日期",)),)

    @property
    def facts(self) -> tuple[str, ...]:
        return (f"{weekday(self.closes_on)}截止",)

    @property
    def drafted(self) -> Document | None:
        """The draft as a document, where the text holds it in articles: printed in it or as it stands."""
        draft = self.document.governing
        return draft if draft.articles else None

    def feedback_on(self, today: dt.date) -> Feedback | None:
        """The feedback, once its day has come."""
        return self.feedback if self.feedback and self.feedback.published_on <= today else None

    @property
    def change_days(self) -> tuple[dt.date, ...]:
        """Its announcement, what changed since, and the day of the feedback."""
        feedback = [self.feedback.published_on] if self.feedback else []
        return (*super().change_days, *feedback)

    def state_on(self, today: dt.date, due: dt.date | None = None) -> ConsultationState:
        """尚未开始, 征集中, 已截止待反馈 or 已反馈; 反馈逾期 after the day on which it was ``due``."""
        if self.feedback_on(today):
            return ConsultationState.ANSWERED
        if today < self.opens_on:
            return ConsultationState.UPCOMING
        if today <= self.closes_on:
            return ConsultationState.OPEN
        return ConsultationState.LATE if due and due < today else ConsultationState.CLOSED

    EXAMPLE = """\
---
标题: 养老服务专项规划征求意见
单位: 区民政局
发布日期: 2026-11-02
开始日期: 2026-11-02
截止日期: 2026-12-03
依据: 重大行政决策程序暂行条例
方式:
  - 渠道: 寄信
    地址: 示例区安民大街20号，区民政局养老服务科收
  - 渠道: 电话
    号码: 010-00000000
反馈拟公布日期: 2027-01-02
---
草案说明：规划期限为五年。
"""
    EXAMPLE_BAD = """\
---
标题: 养老服务专项规划征求意见
单位: 区民政局
发布日期: 2026-11-02
开始日期: 2026-11-02
---
草案说明：规划期限为五年。
"""
    EXAMPLE_MESSAGE = "缺少必填的“截止日期”"
