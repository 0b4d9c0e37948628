"""查阅点: where government information can be read in person."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.records.base import UNIT, ContentRecord, Facet
from gongkai.records.fields.values import Date, Text, Texts, Title, UnitName, as_filled
from gongkai.records.fields.ways import Phone
from gongkai.records.traits import ColumnGroup
from gongkai.records.vocabulary.units import RoomOffer


class ReadingRoom(ContentRecord):
    """One place, when it is open, and what it offers."""

    TYPE = "reading-room"
    LABEL = "查阅点"
    PATH = "data/reading-rooms/{slug}.yml"
    COLUMN = "查阅点"
    ORDER = 52
    GROUP = (ColumnGroup.UNITS, 50)
    TRAITS = ()
    FACETS = (Facet("offer", "提供", "offers"), UNIT)

    title: Title = Field(alias="名称")
    unit: UnitName = Field(alias="单位", description="单位的名称、简称或曾用名")
    address: Text = Field(alias="地址")
    hours: Texts = Field(alias="开放时间", min_length=1)
    offers: Annotated[tuple[RoomOffer, ...], BeforeValidator(as_filled)] = Field(alias="提供")
    phone: Phone | None = Field(None, alias="电话")
    access: Text | None = Field(None, alias="无障碍设施")
    checked_on: Date = Field(alias="核验日期", description="最近一次核对地址、时间和电话的日期")

    @property
    def published(self) -> dt.date:
        """Readers are told when it was last checked."""
        return self.checked_on

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.address, f"提供{'、'.join(self.offers)}")

    EXAMPLE = """\
名称: 区图书馆政府信息查阅点
单位: 区图书馆
地址: 示例区文苑街1号
开放时间: [周二至周日 09:00—17:00]
提供: [政府公报, 电子查阅]
电话: 010-00000000
核验日期: 2026-10-12
"""
    EXAMPLE_BAD = """\
名称: 区图书馆政府信息查阅点
单位: 区图书馆
地址: 示例区文苑街1号
开放时间: [周二至周日 09:00—17:00]
提供: [公告栏]
核验日期: 2026-10-12
"""
    EXAMPLE_MESSAGE = "“公告栏”不在可填的值里"
