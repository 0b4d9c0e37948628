"""归档和移交: what was filed in a unit's own archive or handed over to the public one, and by which paper."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from gongkai.records.base import Record
from gongkai.records.fields.values import Count, Date, Text, Texts, UnitNames, Yes
from gongkai.records.vocabulary.publishing import ArchiveStep


class Handover(Record):
    """One delivery of the records of a year; readers see it on the page of retention."""

    TYPE = "handover"
    LABEL = "归档和移交"
    PATH = "data/handovers/{slug}.yml"
    ROWS = True

    step: ArchiveStep = Field(alias="环节")
    year: Text = Field(alias="年度", description="哪一年发布的内容", pattern=r"^(19|20)\d\d$")
    kinds: Texts = Field((), alias="内容", description="只是这些种类的；不写则是这一年的全部")
    units: UnitNames = Field((), alias="单位", description="只是这些单位的；不写则是全部单位")
    delivered_on: Date = Field(alias="日期", description="归档、移交的日期")
    receiver: Text = Field(alias="接收单位", description="交给谁，如 区政府办公室档案室、区档案馆")
    count: Count = Field(alias="件数")
    evidence: Text = Field(alias="凭证", description="归档文件目录、移交文据的名称和编号")
    late_reason: Text | None = Field(None, alias="迟延原因", description="晚于期限的必写，读者看得到")
    note: Text | None = Field(None, alias="说明")
    example: Yes = Field(False, alias="示例")

    def done_on(self, day: dt.date) -> bool:
        """Whether it had happened by a day."""
        return self.delivered_on <= day

    EXAMPLE = """\
- 环节: 归档
  年度: 2025
  日期: 2026-06-18
  接收单位: 区政府办公室档案室
  件数: 412
  凭证: 2025年度归档文件目录（公开—2025—01）
"""
    EXAMPLE_BAD = """\
- 环节: 归档
  年度: 2025
  日期: 2026-06-18
  接收单位: 区政府办公室档案室
  件数: 412
"""
    EXAMPLE_MESSAGE = "缺少必填的“凭证”"
