"""英文译文: a record of the column in English; the Chinese text alone has force."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from gongkai.records.base import ContentRecord
from gongkai.records.fields.values import Date, RecordName, Text, Title


class Translation(ContentRecord):
    """One record in English; its 状态 and units are those of the original, never its own."""

    TYPE = "translation"
    LABEL = "英文译文"
    PATH = "content/en/records/{year}/{slug}.md"
    COLUMN = "英文版"
    ORDER = 95
    LISTED = False
    TRAITS = ()
    LANGUAGE = "en"

    original: RecordName = Field(alias="原文", description="被翻译的那一条的全路径，如 policies/2026/banfa")
    title: Title = Field(alias="标题", description="英文标题")
    translated_on: Date = Field(alias="译文日期", description="译文完成或最近一次与原文核对的日期")
    translator: Text | None = Field(None, alias="译者", description="翻译的单位或岗位，英文")

    @classmethod
    def section(cls) -> str:
        return "translations"

    @property
    def repeats(self) -> tuple[str, ...]:
        return (self.original,)

    @property
    def published(self) -> dt.date:
        return self.translated_on

    EXAMPLE = """\
---
原文: policies/2026/jiazhuang-dianti
标题: Measures on Subsidies for Fitting Lifts to Older Residential Buildings
译文日期: 2026-11-12
---
Article 1. These Measures set out the subsidies for fitting lifts.
"""
    EXAMPLE_BAD = """\
---
标题: Measures on Subsidies for Fitting Lifts to Older Residential Buildings
译文日期: 2026-11-12
---
Article 1. These Measures set out the subsidies for fitting lifts.
"""
    EXAMPLE_MESSAGE = "缺少必填的“原文”"
