"""英文页面: the hand-written pages of the English version (home, guide, request …)."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from gongkai.records.base import ContentRecord
from gongkai.records.fields.values import Date, RecordName, Text, Title

#: the file whose text stands on the English home page
HOME = "home"


class EnglishPage(ContentRecord):
    """One hand-written page in English; its address is ``en/`` and its file name."""

    TYPE = "english-page"
    LABEL = "英文页面"
    PATH = "content/en/pages/{slug}.md"
    COLUMN = "英文版"
    ORDER = 96
    LISTED = False
    TRAITS = ()
    LANGUAGE = "en"

    title: Title = Field(alias="标题", description="英文标题")
    updated_on: Date = Field(alias="更新日期")
    original: RecordName | None = Field(None, alias="对应页面", description="内容相同的中文页面的文件名")
    review_cycle: Text | None = Field(None, alias="复核周期", pattern="^(每月|每季度|每半年|每年)$")
    block: Text | None = Field(None, alias="栏目", description="在英文导航里的名称；不写则用标题")
    order: Text | None = Field(None, alias="排序", pattern=r"^\d{1,4}$", description="在英文导航里的位置")

    @classmethod
    def section(cls) -> str:
        return "english-pages"

    @property
    def published(self) -> dt.date:
        return self.updated_on

    @property
    def url(self) -> str:
        return "en/" if self.slug == HOME else f"en/{self.slug}/"

    EXAMPLE = """\
---
标题: Guide to government information
更新日期: 2026-09-01
对应页面: guide
---
This guide says what the district publishes and where to find it.
"""
    EXAMPLE_BAD = """\
---
标题: Guide to government information
对应页面: guide
---
This guide says what the district publishes and where to find it.
"""
    EXAMPLE_MESSAGE = "缺少必填的“更新日期”"
