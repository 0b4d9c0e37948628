"""标准: a rule as data: its name, 依据, level, parameters and the days it holds."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.problems import At, Level, Problem
from gongkai.records.base import Part, Record
from gongkai.records.types import Date, Text, Title, as_list


class Basis(Part):
    """A document and the article of it that a rule rests on."""

    document: Text = Field(alias="文件")
    article: Text | None = Field(None, alias="条款")
    date: Date | None = Field(None, alias="日期")

    def __str__(self) -> str:
        return f"{self.document}{self.article or ''}"


class Standard(Record):
    """One rule; its file name is the id, and the check of that name reads it."""

    TYPE = "standard"
    LABEL = "标准"
    PATH = "data/standards/{slug}.yml"

    title: Title = Field(alias="名称")
    bases: Annotated[tuple[Basis, ...], BeforeValidator(as_list)] = Field(alias="依据", min_length=1)
    level: Level = Field(Level.ERROR, alias="级别")
    valid_from: Date | None = Field(None, alias="生效日期")
    valid_to: Date | None = Field(None, alias="失效日期")
    parameters: dict[str, Text] = Field({}, alias="参数")

    def holds_on(self, day: dt.date) -> bool:
        """True from 生效日期 up to and including 失效日期."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    @property
    def basis(self) -> str:
        return "；".join(str(each) for each in self.bases)

    def number(self, name: str) -> int:
        """A whole-number parameter."""
        return int(self.parameters[name])

    def problem(
        self, record: Record, at: At | str, message: str, fix: str, level: Level | None = None
    ) -> Problem:
        """A breach of this rule by a record, at one of its keys."""
        return Problem(
            rule=self.slug,
            name=self.title,
            level=level or self.level,
            basis=self.basis,
            path=record.source.path,
            row=record.source.row,
            at=(at,) if isinstance(at, str) else at,
            message=message,
            fix=fix,
        )

    EXAMPLE = """\
名称: 政策须有解读
依据:
  - 文件: 北京市大兴区2023年政务公开工作要点
    条款: 第17条
级别: 错误
"""
    EXAMPLE_BAD = """\
名称: 政策须有解读
级别: 错误
"""
    EXAMPLE_MESSAGE = "缺少必填的“依据”"
