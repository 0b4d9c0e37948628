"""会议: government meetings that are open, their topics, opinions and outcomes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, model_validator

from gongkai.records.base import STATUS, UNIT, YEAR, ContentRecord, Facet, Part
from gongkai.records.fields.handling_time import NUMERALS
from gongkai.records.fields.occasion import DayPair, Occasion
from gongkai.records.fields.of_level import kind_of_meeting
from gongkai.records.fields.own_words import Extended
from gongkai.records.fields.values import (
    AnswerId,
    Clock,
    ConfirmedDate,
    Count,
    Date,
    Link,
    NamedUnits,
    PolicyNames,
    RecordNames,
    ShownFrom,
    Text,
    Texts,
    Title,
    UnitName,
    UnitNames,
    Yes,
    as_list,
)
from gongkai.records.fields.ways import Ways
from gongkai.records.traits import ColumnGroup, Trait
from gongkai.records.vocabulary.meetings import Delegate, MeetingKind, MeetingState, OccasionKind, Opening
from gongkai.records.vocabulary.participation import Uptake

#: 第46次, 第五次
_NUMBERED = re.compile(r"第\s*([0-9]{1,4}|[一二三四五六七八九十])\s*次")
#: who came is known when it was held
HELD = ShownFrom("date")


class Delegates(Part):
    """How many people of one kind attended."""

    kind: Delegate = Field(alias="类别")
    number: Count = Field(alias="人数")


class Leaders(Part):
    """Who of the leadership attended, by office."""

    post: Title = Field(alias="职务", description="只写职务，不写姓名")
    number: Count = Field(1, alias="人数")


class Skipped(Part):
    """Numbers of the series that have no page, and why."""

    first: Count = Field(alias="从", description="缺的第一次，如 45")
    last: Count | None = Field(None, alias="到", description="缺的最后一次；只缺一次的不写")
    reason: Text = Field(alias="说明", description="如 没有可以公开的议题")

    @property
    def numbers(self) -> range:
        """Every number that is explained."""
        return range(self.first, (self.last or self.first) + 1)


class Opinion(Part):
    """What was said on a topic, and what became of it."""

    text: Text = Field(alias="内容")
    uptake: Uptake = Field(alias="采纳情况")
    reason: Text | None = Field(None, alias="说明")


class Agenda(Part):
    """One 议题: who brought it, what was said, what was decided, what document came of it."""

    title: Title = Field(alias="标题")
    units: UnitNames = Field((), alias="承办单位")
    open: Yes = Field(True, alias="是否公开")
    closed_reason: Text | None = Field(None, alias="不公开理由")
    opinions: Annotated[tuple[Opinion, ...], BeforeValidator(as_list)] = Field((), alias="意见建议")
    outcome: Text | None = Field(None, alias="议定结果")
    outcome_on: Date | None = Field(None, alias="结果公布日期")
    decisions: RecordNames = Field((), alias="决策事项", description="重大行政决策事项的编号")
    documents: PolicyNames = Field((), alias="形成的文件", description="政策的文件名、发文字号或标题")
    no_document: Text | None = Field(None, alias="未形成文件说明")

    TOLD = frozenset({"units", "open", "closed_reason"})
    #: the title of a topic that is not disclosed may say what must not be said
    INSTEAD: ClassVar[Mapping[str, str]] = {"title": "不公开的议题"}

    @property
    def closed(self) -> bool:
        return not self.open

    def told_on(self, today: dt.date) -> bool:
        """Whether its outcome is published; one without its day is published all the same."""
        return bool(self.outcome) if self.outcome_on is None else self.outcome_on <= today


class PressAnswer(Part):
    """What was asked at a press conference, by whom, and what a unit answered."""

    asker: Text | None = Field(None, alias="提问", description="提问的媒体或公众代表，不写个人姓名")
    question: Text = Field(alias="问")
    unit: UnitName | None = Field(None, alias="答问单位", description="单位的名称、简称或曾用名")
    answer: Text = Field(alias="答")
    asked: Texts = Field((), alias="通俗问法", description="群众会怎样问这一问；不显示，只帮搜索找到它")
    answer_id: AnswerId | None = Field(None, alias="编号")


class Meeting(ContentRecord):
    """A meeting, announced before and reported after."""

    TYPE = "meeting"
    LABEL = "会议"
    PATH = "content/meetings/{year}/{slug}.md"
    COLUMN = "会议开放"
    ORDER = 30
    GROUP = (ColumnGroup.ANSWERS, 10)
    TRAITS = (Trait.LIVELY, Trait.NEVER_EMPTY, Trait.PUSHED, Trait.OWN_POLICY_RULES, Trait.IN_NAVIGATION)
    FACETS = (STATUS, Facet("kind", "会议类型", "kind"), YEAR, UNIT)

    title: Title = Field(alias="会议名称")
    kind: Annotated[MeetingKind, Extended()] = Field(
        MeetingKind.STANDING,
        alias="类型",
        description="本级政府的会写 县政府常务会、市政府常务会 这样；不写的先按会议名称和主办单位认",
    )
    session: Text | None = Field(None, alias="届次", description="如 第46次")
    date: ConfirmedDate = Field(alias="日期")
    time: Clock | None = Field(
        None, alias="时间", pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="如 09:00"
    )
    place: Text | None = Field(None, alias="地点")
    announced_on: Date | None = Field(None, alias="预告日期")
    hosts: UnitNames = Field((), alias="主办单位")
    open: Yes = Field(False, alias="是否开放")
    openings: Annotated[tuple[Opening, ...], BeforeValidator(as_list)] = Field((), alias="开放方式")
    how_to_attend: Ways = Field(
        (), alias="报名方式", description="怎样列席、收看，每一种写渠道和地址、号码、网址或邮箱"
    )
    register_by: ConfirmedDate | None = Field(None, alias="报名截止", description="不写则可报名到会议前一天")
    places: Count | None = Field(None, alias="名额")
    replay: Annotated[Link | None, HELD] = Field(None, alias="回放", description="录像在哪里看，会后起公开")
    chair: Annotated[Text | None, HELD] = Field(None, alias="主持", description="主持人的职务，不写姓名")
    leaders: Annotated[tuple[Leaders, ...], BeforeValidator(as_list), HELD] = Field((), alias="出席领导")
    attending: Annotated[NamedUnits, HELD] = Field((), alias="列席单位", description="承办单位以外到会的单位")
    skipped: Annotated[tuple[Skipped, ...], BeforeValidator(as_list)] = Field(
        (), alias="缺号", description="和前一次公布的会议之间缺的次数，为什么没有"
    )
    delegates: Annotated[tuple[Delegates, ...], BeforeValidator(as_list)] = Field((), alias="列席代表")
    agenda: Annotated[tuple[Agenda, ...], BeforeValidator(as_list)] = Field((), alias="议题")
    answers: Annotated[tuple[PressAnswer, ...], BeforeValidator(as_list), ShownFrom("date")] = Field(
        (), alias="答问", description="新闻发布会上的问答，会议当日起公开"
    )

    @model_validator(mode="before")
    @classmethod
    def _kind_is_meant(cls, data: Any) -> Any:
        """A town's meeting is not the government's because nobody wrote what it is."""
        if isinstance(data, dict) and "类型" not in data:
            return {**data, "类型": kind_of_meeting(data).value}
        return data

    @property
    def published(self) -> dt.date:
        """A meeting is public from its announcement on, else from its day."""
        return self.announced_on or self.date

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        kind = OccasionKind.PRESS if self.kind is MeetingKind.PRESS else OccasionKind.MEETING
        return (Occasion(kind, "日期", self.date, self.time, self.place),)

    @property
    def day_pairs(self) -> tuple[DayPair, ...]:
        outcomes = (
            ("会议日期", self.date, "结果公布日期", topic.outcome_on, ("议题", place, "结果公布日期"))
            for place, topic in enumerate(self.agenda)
        )
        return (("预告日期", self.announced_on, "会议日期", self.date, ("预告日期",)), *outcomes)

    @property
    def has_way_in(self) -> bool:
        """Whether it says how one comes or watches, or who of the public came: 是否开放 is only a word."""
        return bool(self.how_to_attend) or any(each.number for each in self.delegates)

    @property
    def anchors(self) -> tuple[str, ...]:
        return tuple(f"yiti-{number}" for number in range(1, len(self.agenda) + 1))

    @property
    def change_days(self) -> tuple[dt.date, ...]:
        """Its announcement and the days its outcomes were made public; on its own day nothing is written."""
        outcomes = (topic.outcome_on for topic in self.agenda if topic.outcome_on)
        return (*super().change_days, *outcomes)

    @property
    def ordinal(self) -> int | None:
        """Its number in the series, read from 届次."""
        found = _NUMBERED.search(self.session or "")
        return (NUMERALS.get(found[1]) or int(found[1])) if found else None

    @property
    def run(self) -> str:
        """What stands before the number: each 2026年 or 第三季度 is counted from 1."""
        found = _NUMBERED.search(self.session or "")
        return (self.session or "")[: found.start()].strip() if found else ""

    def registering(self, today: dt.date) -> bool:
        """Whether one can still register: up to 报名截止, or the day before."""
        if not self.how_to_attend or today >= self.date:
            return False
        return self.register_by is None or today <= self.register_by

    def state_on(self, today: dt.date, due: dt.date | None = None) -> MeetingState:
        """将召开 up to its day; then by its outcomes, of which the first to come is ``due`` on a day."""
        if today <= self.date:
            return MeetingState.UPCOMING
        told = [topic.told_on(today) for topic in self.agenda if topic.open]
        if self.open and not all(told):
            return MeetingState.LATE if due and due < today else MeetingState.AWAITED
        return MeetingState.PUBLISHED if any(told) else MeetingState.HELD

    EXAMPLE = """\
---
会议名称: 区政府常务会第 46 次会议
类型: 区政府常务会
日期: 2026-11-24
时间: 09:00
预告日期: 2026-11-18
是否开放: 是
开放方式: [列席, 网络直播]
议题:
  - 标题: 审议养老服务设施专项规划
    承办单位: 区民政局
---
会议安排。
"""
    EXAMPLE_BAD = """\
---
会议名称: 区政府常务会第 46 次会议
日期: 2026-11-24
议题:
  - 标题: 审议养老服务设施专项规划
    承办部门: 区民政局
---
会议安排。
"""
    EXAMPLE_MESSAGE = "没有“承办部门”这一项"
