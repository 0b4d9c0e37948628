"""政策文件: the documents a government issues, their dates, and what became of them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from gongkai.records.base import DOMAIN, STATUS, UNIT, YEAR, ContentRecord, Facet, Part
from gongkai.records.fields.benefit import Benefit
from gongkai.records.fields.explaining_plan import ExplainingPlan
from gongkai.records.fields.occasion import DayPair, Occasion
from gongkai.records.fields.operations import Approvals, Operations
from gongkai.records.fields.values import (
    ConfirmedDate,
    Date,
    EntryNumbers,
    PolicyName,
    Text,
    Texts,
    Title,
    UnitNames,
    Yes,
    as_list,
)
from gongkai.records.traits import ColumnGroup, Trait
from gongkai.records.types.catalogue import Domains
from gongkai.records.vocabulary.documents import Audience, Disclosure, Status, Topic
from gongkai.records.vocabulary.meetings import OccasionKind

#: how a decision is called that amends others: 关于修改《…》的决定, …修正案
_TO_AMEND = re.compile(r"关于(?:修改|修订|修正)|修正案")


class Relation(Part):
    """What this document does to another: the other, the day, the article that says so."""

    #: also of a closed document: the other, which readers have, would else go on as 有效
    TOLD = frozenset({"document", "date"})

    document: PolicyName = Field(alias="文件", description="对方的发文字号、文件名或标题")
    date: Date | None = Field(None, alias="日期", description="不写则为本文件的施行日期")
    article: Text | None = Field(None, alias="条款")
    note: Text | None = Field(None, alias="说明")
    operations: Operations = Field(
        (), alias="操作", description="改了哪几条、怎样改；不写则从正文“第几条修改为：“…””一类的话里读"
    )
    approved: Approvals = Field((), alias="核定", description="官方公布的文本与算得的不同的条，照官方")


def as_relations(value: Any) -> Any:
    """A list of relations; a text alone names the document."""
    return [{"文件": each} if isinstance(each, str) else each for each in as_list(value)]


Relations = Annotated[tuple[Relation, ...], BeforeValidator(as_relations)]
Audiences = Annotated[tuple[Audience, ...], BeforeValidator(as_list)]


class Policy(ContentRecord):
    """A document with its text; its 状态 is derived, and checked when written."""

    TYPE = "policy"
    LABEL = "政策文件"
    PATH = "content/policies/{year}/{slug}.md"
    COLUMN = "政策文件"
    ORDER = 10
    GROUP = (ColumnGroup.POLICIES, 10)
    TRAITS = (Trait.NEVER_EMPTY, Trait.PUSHED, Trait.OWN_POLICY_RULES, Trait.IN_NAVIGATION)
    FACETS = (
        STATUS,
        YEAR,
        Facet("topic", "主题", "topic", feed="topic"),
        Facet("audience", "服务对象", "audiences"),
        UNIT,
        DOMAIN,
    )

    title: Title = Field(alias="标题")
    index_number: Text | None = Field(None, alias="索引号")
    topic: Topic | None = Field(None, alias="主题分类")
    genre: Text | None = Field(None, alias="体裁", description="通知、意见、办法、方案 等")
    issuers: UnitNames = Field(alias="发文机关", min_length=1, description="单位的名称、简称或曾用名")
    elsewhere: Text | None = Field(
        None, alias="制定地区", description="别的地区制定、只供参考的写地区全名；本级的不写"
    )
    number: Text | None = Field(None, alias="发文字号")
    made_on: Date = Field(alias="成文日期")
    published_on: Date = Field(alias="发布日期")
    effective_on: ConfirmedDate | None = Field(None, alias="施行日期")
    expires_on: ConfirmedDate | None = Field(
        None, alias="失效日期", description="有效的最后一天；从第二天起失效"
    )
    normative: Yes = Field(alias="是否规范性文件")
    policy_document: Yes | None = Field(None, alias="是否政策性文件", description="不写则同是否规范性文件")
    disclosure: Disclosure = Field(Disclosure.ACTIVE, alias="公开属性")
    closed_reason: Text | None = Field(None, alias="不公开理由")
    written_status: Status | None = Field(None, alias="状态")
    amends: Relations = Field((), alias="修改")
    repeals: Relations = Field((), alias="废止")
    repeals_partly: Relations = Field((), alias="部分废止")
    replaces: Relations = Field((), alias="替代")
    accompanies: Relations = Field((), alias="配套")
    repealed_on: Date | None = Field(None, alias="废止日期", description="由本栏目以外的文件废止时填写")
    repealed_by: Text | None = Field(None, alias="废止依据")
    catalogue: EntryNumbers = Field((), alias="公开事项", description="公开事项编号")
    domains: Domains = Field((), alias="领域")
    audiences: Audiences = Field((), alias="服务对象")
    benefit: Benefit | None = Field(None, alias="惠企要素", description="写了就列入“惠企政策”")
    changed_for_readers: Texts = Field(
        (), alias="变了什么", description="对您来说变了什么：和以前相比，办事的人要知道的变化，一条一句"
    )
    interpretation_due: ConfirmedDate | None = Field(
        None, alias="解读拟公布日期", description="解读随后公布时填写，不得晚于发布后 3 个工作日"
    )

    explaining: ExplainingPlan | None = Field(
        None, alias="解读方案", description="和草案一起报批的解读方案；不公布"
    )

    TOLD = frozenset(
        {
            *("title", "index_number", "topic", "genre", "issuers", "number", "made_on", "published_on"),
            *("effective_on", "expires_on", "repealed_on", "written_status", "normative", "policy_document"),
            *("disclosure", "closed_reason", "catalogue", "domains", "example"),
            *("amends", "repeals", "repeals_partly", "replaces"),
        }
    )

    @property
    def closed(self) -> bool:
        """依申请公开 and 不予公开: readers have its title, number, dates and the reason, not its text."""
        return self.disclosure is not Disclosure.ACTIVE

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        days = (
            (OccasionKind.EFFECTIVE, "施行日期", self.effective_on),
            (OccasionKind.EXPIRES, "失效日期", self.expires_on),
            (OccasionKind.APPLY, "申报截止", self.benefit.closes_on if self.benefit else None),
        )
        return tuple(Occasion(kind, key, day) for kind, key, day in days if day)

    @property
    def day_pairs(self) -> tuple[DayPair, ...]:
        made, published, repealed = self.made_on, self.published_on, self.repealed_on
        return (
            ("成文日期", made, "发布日期", published, ("成文日期",)),
            ("发布日期", published, "施行日期", self.effective_on, ("施行日期",)),
            ("成文日期", made, "废止日期", repealed, ("废止日期",)),
            ("发布日期", published, "解读拟公布日期", self.interpretation_due, ("解读拟公布日期",)),
        )

    @property
    def in_force_from(self) -> dt.date:
        """施行日期, or the day of publication where none is written."""
        return self.effective_on or self.published_on

    @property
    def ended_from(self) -> dt.date | None:
        """The first day on which it no longer holds; 失效日期 is the last on which it does."""
        return self.expires_on + dt.timedelta(days=1) if self.expires_on else None

    @property
    def only_amends(self) -> bool:
        """A decision to amend others, which does nothing else: what it says stands in their texts."""
        others = self.repeals or self.repeals_partly or self.replaces
        return bool(self.amends and not others and _TO_AMEND.search(self.title))

    @property
    def begun(self) -> str:
        """That day in words; 施行 only where 施行日期 is written."""
        return f"{self.in_force_from} {'起施行' if self.effective_on else '发布'}"

    @property
    def needs_interpretation(self) -> bool:
        """规范性文件 and 政策性文件 need one."""
        return self.normative if self.policy_document is None else self.policy_document or self.normative

    EXAMPLE = """\
---
标题: 示例区老旧小区加装电梯补助办法
发文机关: 区住房城市建设委
发文字号: 示建发〔2026〕21号
成文日期: 2026-11-02
发布日期: 2026-11-05
施行日期: 2026-12-01
是否规范性文件: 是
主题分类: 城乡建设、环境保护
---
第一条　为规范补助，制定本办法。
"""
    EXAMPLE_BAD = """\
---
标题: 示例区老旧小区加装电梯补助办法
发文机关: 区住房城市建设委
成文日期: 2026年11月2日
发布日期: 2026-11-05
是否规范性文件: 是
---
第一条　为规范补助，制定本办法。
"""
    EXAMPLE_MESSAGE = "日期“2026年11月2日”写法不对"
