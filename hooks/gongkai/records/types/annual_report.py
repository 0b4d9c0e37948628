"""年度报告: the yearly report on disclosure, its official tables cell by cell."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from gongkai.common.problems import excerpt
from gongkai.records.base import UNIT, ContentRecord, Facet, Part
from gongkai.records.fields.annual_cells import Cells, Number
from gongkai.records.fields.annual_layout import (
    Block,
    Line,
    active_blocks,
    request_lines,
    result_lines,
)
from gongkai.records.fields.defined import keys_of
from gongkai.records.fields.groups import Group
from gongkai.records.fields.values import Date, Text, Texts, Title, UnitName, as_text, wrong
from gongkai.records.traits import ColumnGroup


def as_year(value: Any) -> int:
    """A year since 2008, when the reports began."""
    if isinstance(value, int):
        return value
    text = as_text(value)
    if re.fullmatch(r"20\d\d", text, re.ASCII) and int(text) >= 2008:
        return int(text)
    raise wrong(f"“{excerpt(text)}”不是年度", "写四位半角数字，如 2025")


Year = Annotated[int, BeforeValidator(as_year), WithJsonSchema({"type": "string", "pattern": r"^20\d\d$"})]


class Table(Part):
    """A table whose lines are known by their keys in the file."""

    def line(self, key: str) -> tuple[Number | None, ...]:
        """The cells of a line; none when the line is not there."""
        for name, known in keys_of(type(self)):
            if known == key:
                found: tuple[Number | None, ...] = getattr(self, name)
                return found
        raise KeyError(key)

    def __str__(self) -> str:
        """The lines there are, for people: an empty table is no word."""
        return "、".join(self.written())

    def written(self) -> list[str]:
        """The keys of the lines that are there."""
        return [key for name, key in keys_of(type(self)) if getattr(self, name)]


class Active(Table):
    """表二: what was published of the matters of 第二十条."""

    rules: Cells = Field((), alias="规章")
    documents: Cells = Field((), alias="规范性文件")
    more_documents: Cells = Field((), alias="其他主动公开文件", description="有的报告有这一行")
    permits: Cells = Field((), alias="行政许可")
    other_matters: Cells = Field(
        (), alias="其他对外管理服务事项", description="2019 版式；分列行政检查、行政确认的不写这一行"
    )
    inspections: Cells = Field((), alias="行政检查", description="2019 版式，分列的才写")
    confirmations: Cells = Field((), alias="行政确认", description="2019 版式，分列的才写")
    penalties: Cells = Field((), alias="行政处罚")
    enforcement: Cells = Field((), alias="行政强制")
    fees: Cells = Field((), alias="行政事业性收费")
    purchases: Cells = Field((), alias="政府集中采购", description="2019 版式，原报告有的才写")


class Requests(Table):
    """表三: applications received, carried over and dealt with, by kind of applicant."""

    received: Cells = Field((), alias="本年新收")
    carried_in: Cells = Field((), alias="上年结转")
    granted: Cells = Field((), alias="予以公开")
    partly: Cells = Field((), alias="部分公开")
    secret: Cells = Field((), alias="国家秘密")
    forbidden: Cells = Field((), alias="禁止公开")
    stability: Cells = Field((), alias="三安全一稳定")
    third_party: Cells = Field((), alias="第三方权益")
    internal: Cells = Field((), alias="内部事务")
    process: Cells = Field((), alias="过程性信息")
    case_files: Cells = Field((), alias="执法案卷")
    lookups: Cells = Field((), alias="行政查询")
    not_held: Cells = Field((), alias="不掌握")
    to_be_made: Cells = Field((), alias="另行制作")
    unclear: Cells = Field((), alias="仍不明确")
    petitions: Cells = Field((), alias="信访举报")
    repeated: Cells = Field((), alias="重复申请")
    in_print: Cells = Field((), alias="公开出版物")
    excessive: Cells = Field((), alias="大量反复")
    reissue: Cells = Field((), alias="重新出具")
    otherwise: Cells = Field((), alias="其他处理", description="2019 版式；分列的不写这一行")
    uncorrected: Cells = Field((), alias="逾期不补正", description="2021 版式，2019 版式分列的也写")
    unpaid: Cells = Field((), alias="逾期不缴费", description="2021 版式，2019 版式分列的也写")
    other: Cells = Field((), alias="其他情形", description="2021 版式，2019 版式分列的也写")
    total: Cells = Field((), alias="总计", description="三（七）")
    carried_out: Cells = Field((), alias="结转下年度")


class Disputes(Table):
    """表四: 行政复议 and 行政诉讼, five cells each."""

    reviews: Cells = Field((), alias="行政复议")
    suits: Cells = Field((), alias="未经复议直接起诉")
    appeals: Cells = Field((), alias="复议后起诉")


class AnnualReport(ContentRecord):
    """One report of one unit for one year, with the figures as issued."""

    TYPE = "annual-report"
    LABEL = "年度报告"
    PATH = "data/annual-reports/{slug}.yml"
    COLUMN = "年度报告"
    ORDER = 70
    GROUP = (ColumnGroup.INFORMATION, 50)
    TRAITS = ()
    FACETS = (Facet("year", "年度", "fiscal"), UNIT)

    title: Title = Field(alias="标题")
    unit: UnitName = Field(alias="单位", description="单位的名称、简称或曾用名")
    year: Year = Field(alias="年度", description="报告的是哪一年，如 2025")
    layout: Text = Field(alias="版式", description="2019 或 2021", pattern="^(2019|2021)$")
    published_on: Date = Field(alias="发布日期")
    overview: Texts = Field((), alias="总体情况", description="一，每段一项")
    active: Active = Field(Active(), alias="主动公开", description="表二，每行按表的次序写数，没有填的格写 ~")
    requests: Requests = Field(Requests(), alias="申请办理", description="表三，每行七个数")
    disputes: Disputes = Field(Disputes(), alias="复议诉讼", description="表四，每行五个数")
    problems: Texts = Field((), alias="存在问题", description="五，每段一项")
    others: Texts = Field((), alias="其他事项", description="六，每段一项")
    note: Text | None = Field(None, alias="公开说明", description="读者须知道的：数字有疑问、更正等")

    @property
    def fiscal(self) -> Group:
        """The year it reports on, as lists are narrowed by it."""
        return Group(str(self.year), f"{self.year}年度", -self.year)

    @property
    def facts(self) -> tuple[str, ...]:
        return (f"{self.year}年度",)

    @property
    def active_blocks(self) -> tuple[Block, ...]:
        """The parts of table 二 with the lines this report has."""
        return active_blocks(self.layout, self.active.written())

    @property
    def result_lines(self) -> tuple[Line, ...]:
        """The ways an application ends, with the lines this report has."""
        return result_lines(self.layout, self.requests.written())

    @property
    def request_lines(self) -> tuple[Line, ...]:
        """Every line of table 三 of this report."""
        return request_lines(self.layout, self.requests.written())

    EXAMPLE = """\
标题: 示例区民政局2025年政府信息公开工作年度报告
单位: 区民政局
年度: 2025
版式: 2021
发布日期: 2026-01-20
主动公开:
  规章: [0, 0, 0]
  规范性文件: [1, 0, 2]
申请办理:
  本年新收: [40, 3, 0, 0, 1, 0, 44]
复议诉讼:
  行政复议: [1, 0, 0, 0, 1]
"""
    EXAMPLE_BAD = """\
标题: 示例区民政局2025年政府信息公开工作年度报告
单位: 区民政局
年度: 2025
版式: 2021
发布日期: 2026-01-20
主动公开:
  规章: [0, 0, 0]
申请办理:
  本年新收: [40, 三, 0, 0, 1, 0, 44]
复议诉讼:
  行政复议: [1, 0, 0, 0, 1]
"""
    EXAMPLE_MESSAGE = "“三”不是数"
