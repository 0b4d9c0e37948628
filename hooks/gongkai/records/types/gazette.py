"""政府公报: the issues of the gazette, their contents tied to the policies they print."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from gongkai.records.base import UNIT, YEAR, ContentRecord, Facet, Part
from gongkai.records.fields.values import (
    Date,
    File,
    Number,
    PolicyName,
    Text,
    Title,
    UnitName,
    as_filled,
    wrong,
)
from gongkai.records.traits import ColumnGroup


class Printed(Part):
    """One line of the contents: a policy of this column, or a title of something else."""

    document: PolicyName | None = Field(None, alias="文件", description="政策的文件名、发文字号或标题")
    title: Title | None = Field(None, alias="标题", description="本栏目没有的内容写标题，如 人事任免")
    page: Text = Field(alias="页码", pattern=r"^\d{1,4}$", description="起始页，如 3")
    text: Text | None = Field(
        None, alias="正文", description="只给写“标题”的：一行一段，页面上能读、能搜，公报的 PDF 里也有"
    )

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if (self.document is None) == (self.title is None):
            raise wrong("“文件”和“标题”须写一样，不能都写或都不写", "本栏目里有的写“文件”，没有的写“标题”")
        if self.document and self.text:
            raise wrong("写了“文件”又写“正文”", "删去“正文”：文件的正文在它自己的页面上，只写一处")
        return self

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """正文, line by line."""
        return tuple(line.strip() for line in (self.text or "").splitlines() if line.strip())


Contents = Annotated[tuple[Printed, ...], BeforeValidator(as_filled)]


class GazetteIssue(ContentRecord):
    """One issue: a row of its year's file, and a page."""

    TYPE = "gazette"
    LABEL = "政府公报"
    PATH = "data/gazette/{year}.yml"
    ROWS = True
    KEY = "编号"
    COLUMN = "政府公报"
    ORDER = 50
    GROUP = (ColumnGroup.POLICIES, 80)
    TRAITS = ()
    #: 主题 is that of the policies an issue prints
    FACETS = (YEAR, Facet("topic", "主题"), UNIT)

    number: Number = Field(alias="编号")
    issue: Text = Field(alias="期号", description="如 2026年第3期")
    total: Text | None = Field(None, alias="总期号", pattern=r"^\d{1,4}$", description="如 58")
    unit: UnitName | None = Field(None, alias="主办单位", description="单位的名称、简称或曾用名")
    printed_on: Date = Field(alias="出版日期")
    contents: Contents = Field(alias="目录")
    pdf: File | None = Field(
        None, alias="全文", description="相对 content/ 的路径，如 files/2026/gongbao-3.pdf"
    )

    @property
    def name(self) -> str:
        return f"政府公报{self.issue}"

    @property
    def published(self) -> dt.date:
        return self.printed_on

    @property
    def facts(self) -> tuple[str, ...]:
        total = [f"总第{self.total}期"] if self.total else []
        return (*total, f"目录{len(self.contents)}项")

    EXAMPLE = """\
- 编号: 2026-03
  期号: 2026年第3期
  总期号: 58
  出版日期: 2026-11-20
  目录:
    - 文件: 示建发〔2026〕21号
      页码: 3
    - 标题: 人事任免
      页码: 27
"""
    EXAMPLE_BAD = """\
- 编号: 2026-03
  期号: 2026年第3期
  出版日期: 2026-11-20
"""
    EXAMPLE_MESSAGE = "缺少必填的“目录”"
