"""办理流程: the steps of a procedure by law, each with its time limit and article, drawn and listed."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.records.base import Part, Record
from gongkai.records.fields.values import Count, Text, Yes, as_filled
from gongkai.records.types.form import Words
from gongkai.records.types.standard import Basis
from gongkai.records.vocabulary.units import LimitUnit


class TimeLimit(Part):
    """How long a step may take, and from when it is counted."""

    number: Count = Field(alias="数")
    unit: LimitUnit = Field(alias="单位")
    start: Words = Field(alias="起算", description="从什么时候起算，如 收到申请之日起")

    def in_(self, language: str) -> str:
        """``收到申请之日起 20 个工作日内`` or ``within 20 working days of receipt``."""
        if language == "en":
            return f"within {self.number} {self.unit.english} {self.start.in_(language)}"
        return f"{self.start.zh}{self.number}{self.unit.value}内"


class Step(Part):
    """One step: who does what within which time, by which article."""

    title: Words = Field(alias="名称")
    actor: Words = Field(alias="由谁")
    limit: TimeLimit | None = Field(None, alias="时限")
    note: Words | None = Field(None, alias="说明")
    basis: Basis = Field(alias="依据")
    only_if: Words | None = Field(
        None, alias="何时", description="只在有的时候才有的步骤，写明什么时候；画在旁边"
    )
    stops_clock: Yes = Field(False, alias="不计入期限", description="这一步用的时间不计入答复期限")


class Remedy(Part):
    """One thing to do where no answer came, or a wrong one, by which article."""

    what: Words = Field(alias="做法")
    basis: Basis = Field(alias="依据")


class Remedies(Part):
    """What one does step by step where the limit has passed, or the answer is contested."""

    title: Words = Field(alias="标题", description="如 没有答复、不服答复怎么办")
    steps: Annotated[tuple[Remedy, ...], BeforeValidator(as_filled)] = Field(alias="步骤")


class Procedure(Record):
    """The steps in order; those with ``only_if`` belong to the step before them."""

    TYPE = "procedure"
    LABEL = "办理流程"
    PATH = "data/procedures/{slug}.yml"

    title: Words = Field(alias="标题")
    page: Text = Field(alias="页面", description="显示流程的页面，写 content/pages/ 里的文件名，不带 .md")
    steps: Annotated[tuple[Step, ...], BeforeValidator(as_filled)] = Field(alias="步骤")

    remedies: Remedies | None = Field(
        None, alias="救济", description="到期没有答复、对答复不服的，一步一步怎么办；网页开头有链接"
    )

    EXAMPLE = """\
标题: {中文: 政府信息公开申请的办理流程, 英文: How an application is handled}
页面: request
步骤:
  - 名称: {中文: 提出申请, 英文: Application}
    由谁: {中文: 申请人, 英文: applicant}
    依据: {文件: 中华人民共和国政府信息公开条例, 条款: 第二十九条}
  - 名称: {中文: 作出答复, 英文: Answer}
    由谁: {中文: 行政机关, 英文: authority}
    时限: {数: 20, 单位: 个工作日, 起算: {中文: 收到申请之日起, 英文: of receipt}}
    依据: {文件: 中华人民共和国政府信息公开条例, 条款: 第三十三条}
"""
    EXAMPLE_BAD = """\
标题: 政府信息公开申请的办理流程
页面: request
步骤:
  - 名称: 作出答复
    由谁: 行政机关
    时限: {数: 20, 单位: 天, 起算: 收到申请之日起}
    依据: {文件: 中华人民共和国政府信息公开条例, 条款: 第三十三条}
"""
    EXAMPLE_MESSAGE = "“天”不在可填的值里"
