"""外部链接查问: what a page of another site answered when it was last asked for, by night."""

from __future__ import annotations

from pydantic import Field

from gongkai.records.base import Record
from gongkai.records.fields.values import Count, Date, Link, Text
from gongkai.records.vocabulary.publishing import LinkAnswer


class AskedLink(Record):
    """One address; written by ``scripts/links`` and by nobody else."""

    TYPE = "asked-link"
    LABEL = "外部链接查问"
    PATH = "data/links/{slug}.yml"
    ROWS = True

    address: Link = Field(alias="网址")
    asked_on: Date = Field(alias="查问日期", description="最近一次查问的日期")
    answer: LinkAnswer = Field(alias="结果")
    said: Text | None = Field(None, alias="说明", description="状态码，或者怎样不通")
    since: Date | None = Field(None, alias="不通自", description="从哪一天起一直打不开")
    times: Count = Field(0, alias="不通次数", description="从那时起查问了几次都打不开")

    EXAMPLE = """\
- 网址: https://www.gov.cn/zhengce/1.htm
  查问日期: 2026-11-20
  结果: 打不开
  说明: 404
  不通自: 2026-11-19
  不通次数: 2
"""
    EXAMPLE_BAD = EXAMPLE.replace("结果: 打不开", "结果: 坏了")
    EXAMPLE_MESSAGE = "“结果”填的“坏了”不在可填的值里"
