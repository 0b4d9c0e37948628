"""指标: what the law or a plan asks of a figure of 公开质量, and where it says so."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.records.base import Record
from gongkai.records.fields.origin import OWN, OriginText
from gongkai.records.fields.values import Count, Date, Text, Title, as_list
from gongkai.records.types.standard import Basis
from gongkai.records.vocabulary.quality import Comparison


class Norm(Record):
    """The target of one figure; its file name is the figure's id."""

    TYPE = "figure"
    LABEL = "指标"
    PATH = "data/figures/{slug}.yml"

    title: Title = Field(alias="名称")
    bases: Annotated[tuple[Basis, ...], BeforeValidator(as_list)] = Field(alias="依据", min_length=1)
    target: Count | None = Field(None, alias="目标", description="比率写百分数，个数写数；依据里没有数就不写")
    comparison: Comparison = Field(Comparison.AT_LEAST, alias="比较")
    valid_from: Date | None = Field(None, alias="适用自", description="这一天所在的年份起才比较是否达标")
    valid_to: Date | None = Field(None, alias="适用至")
    fewest: Count = Field(
        10, alias="最少件数", description="分母不到这个数的单位只列件数，不算比率，不排名次"
    )
    parameters: dict[str, Text] = Field({}, alias="参数")
    origins: dict[str, OriginText] = Field(
        {}, alias="出处", description="目标和每个参数从哪里来：“依据 …第…条（条文）”，或“本级自定”"
    )

    @property
    def basis(self) -> str:
        return "；".join(str(each) for each in self.bases)

    @property
    def stated(self) -> dict[str, str]:
        """What it asks for, by name: its target and its parameters; each must say where it comes from."""
        target = {"目标": str(self.target)} if self.target is not None else {}
        return {**target, **self.parameters}

    def origin(self, name: str) -> str:
        """Where a figure comes from, as it is written; the district's own while nothing is."""
        return self.origins.get(name, OWN)

    def holds_in(self, year: int) -> bool:
        """Whether the target is asked for in a year, in any part of it."""
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        return (self.valid_from is None or self.valid_from <= last) and (
            self.valid_to is None or first <= self.valid_to
        )

    EXAMPLE = """\
名称: 问答率
依据:
  - 文件: 示例区2026年政务公开工作要点
    条款: 第三条
目标: 60
出处:
  目标: 本级自定
"""
    EXAMPLE_BAD = """\
名称: 问答率
依据:
  - 文件: 示例区2026年政务公开工作要点
目标: 60%
"""
    EXAMPLE_MESSAGE = "“60%”不是非负整数"
