"""页面: the hand-written pages of the column (指南, 制度, 依申请公开 …)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.records.base import ContentRecord, Part
from gongkai.records.fields.values import Count, Date, Text, Texts, Title, UnitNames, as_filled
from gongkai.records.fields.ways import Ways


class AccessibilityTest(Part):
    """What the pages were tested with; the tests hold these facts against what they do."""

    date: Date = Field(alias="日期", description="测试的是哪一天的页面")
    tool: Text = Field(alias="工具")
    browser: Text = Field(alias="浏览器")
    rules: Annotated[tuple[Text, ...], BeforeValidator(as_filled)] = Field(alias="规则")
    kinds: Count = Field(alias="页面种类", description="至少测了多少种页面")
    widths: Annotated[tuple[Count, ...], BeforeValidator(as_filled)] = Field(
        alias="宽度", description="屏幕宽度，单位：像素"
    )
    sizes: Annotated[tuple[Count, ...], BeforeValidator(as_filled)] = Field(
        alias="字号", description="字的大小，单位：像素"
    )
    displays: Annotated[tuple[Text, ...], BeforeValidator(as_filled)] = Field(alias="显示方式")
    also: Texts = Field((), alias="另外检查", description="工具以外，每次都检查什么")
    limits: Texts = Field((), alias="没有测试")


class Page(ContentRecord):
    """One hand-written page; its address is its file name."""

    TYPE = "page"
    LABEL = "页面"
    PATH = "content/pages/{slug}.md"
    COLUMN = "全部栏目"
    LISTED = False
    TRAITS = ()

    title: Title = Field(alias="标题")
    updated_on: Date = Field(alias="更新日期")
    review_cycle: Text | None = Field(None, alias="复核周期", pattern="^(每月|每季度|每半年|每年)$")
    units: UnitNames = Field((), alias="责任单位")
    ways_title: Title | None = Field(None, alias="方式标题", description="方式上面的标题，如 交给谁、怎样报")
    ways_lead: Text | None = Field(
        None, alias="方式导语", description="方式前面的一句话，如 不清楚交给谁的交给谁"
    )
    ways: Ways = Field((), alias="方式", description="怎样办，每一种写渠道和地址、号码、网址或邮箱")
    block: Text | None = Field(None, alias="栏目", description="在“全部栏目”里的名称；不写则用标题")

    tested: AccessibilityTest | None = Field(None, alias="测试", description="无障碍声明页面用：测试了什么")

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
