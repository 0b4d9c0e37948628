"""信息: general disclosed information, which fulfils a catalogue entry."""

from __future__ import annotations

from pydantic import Field

from gongkai.records.base import DOMAIN, UNIT, YEAR, ContentRecord
from gongkai.records.fields.occasion import DayPair
from gongkai.records.fields.values import Date, EntryNumbers, RecordNames, Text, Title, UnitName
from gongkai.records.traits import ColumnGroup, Trait
from gongkai.records.types.catalogue import Domains


class Item(ContentRecord):
    """One piece of information of one unit."""

    TYPE = "item"
    LABEL = "信息"
    PATH = "content/items/{unit}/{year}/{slug}.md"
    COLUMN = "公开信息"
    ORDER = 40
    GROUP = (ColumnGroup.INFORMATION, 40)
    TRAITS = (Trait.LIVELY, Trait.NEVER_EMPTY, Trait.PUSHED)
    FACETS = (YEAR, UNIT, DOMAIN)

    title: Title = Field(alias="标题")
    unit: UnitName = Field(alias="单位", description="单位的名称、简称或曾用名")
    published_on: Date = Field(alias="发布日期")
    formed_on: Date | None = Field(None, alias="形成日期")
    decisions: RecordNames = Field(
        (), alias="决策事项", description="是哪一项重大行政决策的论证、评估、审查材料，写编号"
    )
    catalogue: EntryNumbers = Field((), alias="公开事项", description="公开事项编号")
    period: Text | None = Field(
        None,
        alias="所属期",
        pattern=r"^20\d\d(-(0[1-9]|1[0-2])|年(第[一二三四]季度)?)$",
        description="按月、按季、按年公开的写是哪一期的：2026-09、2026年第三季度、2026年",
    )
    domains: Domains = Field((), alias="领域")
    column: Text | None = Field(None, alias="栏目")

    @property
    def day_pairs(self) -> tuple[DayPair, ...]:
        return (("形成日期", self.formed_on, "发布日期", self.published_on, ("形成日期",)),)

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.column,) if self.column else ()

    EXAMPLE = """\
---
标题: 2026年第三季度临时救助开展情况
单位: 区民政局
发布日期: 2026-10-12
公开事项: XC2016-11
领域: 社会救助
---
本季度救助 120 人次。
"""
    EXAMPLE_BAD = """\
---
标题: 2026年第三季度临时救助开展情况
单位: 区民政局
发布日期: ２０２６-10-12
---
本季度救助 120 人次。
"""
    EXAMPLE_MESSAGE = "改为半角的 2026-10-12"
