"""更正: what was wrong on a published page, what it should be, and why; the wrong words stay readable."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from gongkai.records.base import YEAR, ContentRecord
from gongkai.records.fields.values import Date, File, RecordName, Text, Title
from gongkai.records.traits import ColumnGroup


class Correction(ContentRecord):
    """One correction of one record; the corrected page shows a banner that leads here."""

    TYPE = "correction"
    LABEL = "更正"
    PATH = "content/corrections/{year}/{slug}.md"
    COLUMN = "更正"
    ORDER = 90
    GROUP = (ColumnGroup.QUALITY, 60)
    TRAITS = ()
    FACETS = (YEAR,)

    title: Title = Field(alias="标题")
    target: RecordName = Field(alias="更正对象", description="被更正的那一条的文件名、编号、文号或标题")
    corrected_on: Date = Field(alias="更正日期")
    old: Text = Field(alias="原文", description="更正以前页面上的文字，照抄；中间隔开的用……连接")
    new: Text = Field(alias="更正后", description="现在页面上的文字，照抄")
    reason: Text = Field(alias="原因")
    file: File | None = Field(
        None, alias="更正附件", description="错在附件里的，写那个附件；不写的，错在页面的文字里"
    )

    @property
    def repeats(self) -> tuple[str, ...]:
        return (self.target,)

    @property
    def published(self) -> dt.date:
        return self.corrected_on

    EXAMPLE = """\
---
标题: 更正第三季度临时救助情况中的人次
更正对象: items/minzheng-ju/2026/jiuzhu
更正日期: 2026-10-15
原文: 本季度救助 102 人次。
更正后: 本季度救助 120 人次。
原因: 录入时数字颠倒。
---
"""
    EXAMPLE_BAD = """\
---
标题: 更正第三季度临时救助情况中的人次
更正对象: items/minzheng-ju/2026/jiuzhu
更正日期: 2026-10-15
更正后: 本季度救助 120 人次。
原因: 录入时数字颠倒。
---
"""
    EXAMPLE_MESSAGE = "缺少必填的“原文”"
