"""页面: the hand-written pages of the column (指南, 制度, 依申请公开 …)."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from gongkai.records.base import ContentRecord
from gongkai.records.types import Date, Text, Title, UnitNames


class Page(ContentRecord):
    """One hand-written page; its address is its file name."""

    TYPE = "page"
    LABEL = "页面"
    PATH = "content/pages/{slug}.md"
    COLUMN = "全部栏目"
    LISTED = False

    title: Title = Field(alias="标题")
    updated_on: Date = Field(alias="更新日期")
    review_cycle: Text | None = Field(None, alias="复核周期", pattern="^(每月|每季度|每半年|每年)$")
    units: UnitNames = Field((), alias="责任单位")
    block: Text | None = Field(None, alias="栏目", description="在“全部栏目”里的名称；不写则用标题")

    @property
    def name(self) -> str:
        return self.title

    @property
    def published(self) -> dt.date:
        return self.updated_on

    @property
    def url(self) -> str:
        return self.slug + "/"

    EXAMPLE = """\
---
标题: 政府信息公开指南
更新日期: 2026-09-01
复核周期: 每半年
---
本指南说明怎样获取政府信息。
"""
    EXAMPLE_BAD = """\
---
标题: 政府信息公开指南
---
本指南说明怎样获取政府信息。
"""
    EXAMPLE_MESSAGE = "缺少必填的“更新日期”"
