"""对外电话: the numbers a unit answers, what each is for, and when they were last tried."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.common.telephones import dialled
from gongkai.records.base import UNIT, ContentRecord, Facet, Part
from gongkai.records.fields.values import Date, Text, UnitName, Yes, as_filled
from gongkai.records.fields.ways import Email, Phone
from gongkai.records.traits import ColumnGroup
from gongkai.records.vocabulary.units import PhoneUse


class Line(Part):
    """One number."""

    use: PhoneUse = Field(alias="用途")
    number: Phone = Field(alias="号码")
    hours: Text = Field(alias="服务时间", description="如 工作日 09:00—12:00、13:30—17:30")
    note: Text | None = Field(None, alias="说明", description="如 办理哪些事项、由哪个科室接听")
    on_home: Yes = Field(False, alias="首页", description="写“是”则列在首页的常用电话里")

    @property
    def dialled(self) -> str:
        """The number as a ``tel:`` link dials it: digits, an extension after a pause."""
        return dialled(self.number)


class Contact(ContentRecord):
    """The numbers of one unit."""

    TYPE = "contact"
    LABEL = "对外电话"
    PATH = "data/contacts/{unit}.yml"
    COLUMN = "对外电话"
    ORDER = 54
    GROUP = (ColumnGroup.UNITS, 40)
    TRAITS = ()
    FACETS = (Facet("use", "用途", "uses"), UNIT)

    unit: UnitName = Field(alias="单位", description="单位的名称、简称或曾用名")
    checked_on: Date = Field(alias="核验日期", description="最近一次逐个拨打核对的日期")
    lines: Annotated[tuple[Line, ...], BeforeValidator(as_filled)] = Field(alias="电话")
    email: Email | None = Field(None, alias="邮箱")
    postal: Text | None = Field(None, alias="通信地址", description="寄信的地址，不写则用单位的地址")
    fax: Phone | None = Field(None, alias="传真")

    def line(self, *uses: PhoneUse) -> Line:
        """The number for the first of these uses that it has, else its first."""
        found = (line for use in uses for line in self.lines if line.use is use)
        return next(found, self.lines[0])

    @property
    def name(self) -> str:
        return f"{self.unit}对外电话"

    @property
    def published(self) -> dt.date:
        """Readers are told when the numbers were last tried."""
        return self.checked_on

    @property
    def uses(self) -> tuple[PhoneUse, ...]:
        return tuple(dict.fromkeys(line.use for line in self.lines))

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(f"{line.use} {line.number}" for line in self.lines)

    EXAMPLE = """\
单位: 区民政局
核验日期: 2026-09-01
电话:
  - 用途: 信息公开咨询
    号码: 010-00000000
    服务时间: 工作日 09:00—12:00、13:30—17:30
"""
    EXAMPLE_BAD = """\
单位: 区民政局
核验日期: 2026-09-01
电话:
  - 用途: 信息公开咨询
    号码: 办公室
    服务时间: 工作日 09:00—12:00、13:30—17:30
"""
    EXAMPLE_MESSAGE = "“号码”填的“办公室”不符合要求"
