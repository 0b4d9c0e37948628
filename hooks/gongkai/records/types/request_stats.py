"""依申请公开统计: applications received and dealt with, month by month, one page a year."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from gongkai.common.problems import excerpt
from gongkai.records.base import UNIT, YEAR, ContentRecord, Part
from gongkai.records.fields.defined import keys_of
from gongkai.records.fields.values import Count, Date, Text, Title, UnitName, as_list, as_text, wrong
from gongkai.records.traits import ColumnGroup


def as_month(value: Any) -> str:
    """A month written ``2026-01``."""
    text = as_text(value)
    if re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", text, re.ASCII):
        return text
    raise wrong(f"“{excerpt(text)}”不是月份", "写成 2026-01 这样的年-月，半角数字")


MonthName = Annotated[
    str, BeforeValidator(as_month), WithJsonSchema({"type": "string", "pattern": r"^20\d\d-(0[1-9]|1[0-2])$"})
]


class Outcomes(Part):
    """办结, by the six outcomes of the annual report."""

    granted: Count = Field(0, alias="予以公开")
    partly: Count = Field(0, alias="部分公开")
    refused: Count = Field(0, alias="不予公开")
    unavailable: Count = Field(0, alias="无法提供")
    untreated: Count = Field(0, alias="不予处理")
    otherwise: Count = Field(0, alias="其他处理")

    @property
    def counts(self) -> tuple[int, ...]:
        return tuple(getattr(self, name) for name, _ in keys_of(type(self)))

    @classmethod
    def labels(cls) -> tuple[str, ...]:
        """The outcomes in the order of the report."""
        return tuple(key for _, key in keys_of(cls))


class Grounds(Part):
    """A result divided by its legal grounds, in the order and words of table 三 of the 2021 layout."""

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """(ground, applications) of every ground, 0 too."""
        return tuple((key, getattr(self, name)) for name, key in keys_of(type(self)))

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)


class RefusalGrounds(Grounds):
    """不予公开, by ground (条例 arts. 14–16)."""

    secret: Count = Field(0, alias="国家秘密")
    forbidden: Count = Field(0, alias="禁止公开", description="其他法律行政法规禁止公开")
    safety: Count = Field(0, alias="三安全一稳定", description="危及国家安全、公共安全、经济安全、社会稳定")
    third_party: Count = Field(0, alias="第三方权益", description="公开会损害第三方合法权益")
    internal: Count = Field(0, alias="内部事务", description="三类内部事务信息")
    deliberative: Count = Field(0, alias="过程性信息", description="四类过程性信息")
    case_file: Count = Field(0, alias="执法案卷", description="行政执法案卷")
    enquiry: Count = Field(0, alias="行政查询", description="行政查询事项")


class UnavailableGrounds(Grounds):
    """无法提供, by ground."""

    not_held: Count = Field(0, alias="不掌握", description="本机关不掌握相关政府信息")
    to_be_made: Count = Field(0, alias="另行制作", description="没有现成信息需要另行制作")
    unclear: Count = Field(0, alias="仍不明确", description="补正后申请内容仍不明确")


class UntreatedGrounds(Grounds):
    """不予处理, by ground."""

    petition: Count = Field(0, alias="信访举报", description="信访、举报、投诉类申请")
    repeated: Count = Field(0, alias="重复申请")
    published: Count = Field(0, alias="公开出版物", description="要求提供公开出版物")
    excessive: Count = Field(0, alias="大量反复", description="无正当理由大量反复申请")
    confirmation: Count = Field(0, alias="重新出具", description="要求确认或者重新出具已经获取的信息")


class Disputes(Part):
    """Reviews and lawsuits about disclosure that ended in a month; all 0 is the report of none (零报备)."""

    reviews: Count = Field(alias="复议办结")
    corrected: Count = Field(0, alias="复议纠错")
    suits: Count = Field(alias="诉讼审结")
    lost: Count = Field(0, alias="败诉")

    @property
    def counts(self) -> tuple[int, ...]:
        """In the order in which they are shown."""
        return tuple(getattr(self, name) for name, _ in keys_of(type(self)))

    @property
    def none(self) -> bool:
        """Whether it is reported that there were none."""
        return not any(self.counts)

    @classmethod
    def labels(cls) -> tuple[str, ...]:
        """What each of them counts."""
        return tuple(key for _, key in keys_of(cls))


class Month(Part):
    """One month; readers see it from 公布日期 on."""

    SHOWN_FROM = "published_on"

    month: MonthName = Field(alias="编号", description="月份，如 2026-01")
    published_on: Date = Field(alias="公布日期")
    carried_in: Count = Field(alias="上月结转")
    received: Count = Field(alias="新收")
    done: Outcomes = Field(alias="办结")
    in_time: Count = Field(alias="按时答复", description="办结的申请中按法定期限答复的件数")
    refusals: RefusalGrounds | None = Field(None, alias="不予公开理由")
    unavailables: UnavailableGrounds | None = Field(None, alias="无法提供理由")
    untreateds: UntreatedGrounds | None = Field(None, alias="不予处理理由")
    disputes: Disputes | None = Field(
        None,
        alias="复议诉讼",
        description="这个月办完的政府信息公开复议、诉讼案件；没有案件的写 0，就是零报备",
    )
    note: Text | None = Field(None, alias="说明")

    @property
    def by_ground(self) -> tuple[tuple[str, int, Grounds | None], ...]:
        """(outcome, applications, the same by ground) of the three outcomes that have grounds."""
        done = self.done
        return (
            ("不予公开", done.refused, self.refusals),
            ("无法提供", done.unavailable, self.unavailables),
            ("不予处理", done.untreated, self.untreateds),
        )

    @property
    def finished(self) -> int:
        return sum(self.done.counts)

    @property
    def carried_out(self) -> int:
        return self.carried_in + self.received - self.finished


class RequestStats(ContentRecord):
    """A year of applications, month by month."""

    TYPE = "request-stats"
    LABEL = "依申请公开统计"
    PATH = "data/requests/{year}.yml"
    COLUMN = "依申请公开统计"
    ORDER = 72
    GROUP = (ColumnGroup.INFORMATION, 70)
    TRAITS = ()
    FACETS = (YEAR, UNIT)

    title: Title = Field(alias="标题")
    unit: UnitName = Field(alias="单位", description="单位的名称、简称或曾用名")
    published_on: Date = Field(alias="发布日期", description="第一次公布的日期")
    months: Annotated[tuple[Month, ...], BeforeValidator(as_list)] = Field(alias="月份")
    report_unit: UnitName | None = Field(
        None, alias="年报单位", description="全年的数字写在哪个单位的年度报告里，不写则为“单位”自己"
    )

    @property
    def change_days(self) -> tuple[dt.date, ...]:
        """Its first day, and every day a month was added."""
        return (*super().change_days, *(month.published_on for month in self.months))

    def months_on(self, today: dt.date) -> tuple[Month, ...]:
        """The months published up to a day, in order."""
        return tuple(sorted((m for m in self.months if m.published_on <= today), key=lambda m: m.month))

    EXAMPLE = """\
标题: 2026年政府信息公开申请办理情况
单位: 区民政局
发布日期: 2026-02-05
月份:
  - 编号: 2026-01
    公布日期: 2026-02-05
    上月结转: 3
    新收: 5
    办结: {予以公开: 3, 不予公开: 1, 无法提供: 2}
    按时答复: 6
    不予公开理由: {国家秘密: 1}
    无法提供理由: {不掌握: 2}
"""
    EXAMPLE_BAD = """\
标题: 2026年政府信息公开申请办理情况
单位: 区民政局
发布日期: 2026-02-05
月份:
  - 编号: 2026年1月
    公布日期: 2026-02-05
    上月结转: 3
    新收: 5
    办结: {予以公开: 4, 无法提供: 2}
    按时答复: 6
"""
    EXAMPLE_MESSAGE = "“2026年1月”不是月份"
