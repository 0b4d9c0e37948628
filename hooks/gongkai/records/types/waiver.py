"""豁免: a public, dated exception from one rule for one record."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from gongkai.records.base import Record
from gongkai.records.fields.values import Date, Text, Texts, Yes
from gongkai.records.vocabulary.term import Term


class WaiverState(Term):
    """How a waiver stands on the day."""

    IN_USE = "在用", "valid"
    ENDING = "快到期", "due-soon"
    UNUSED = "没有用到", "stale"
    EXPIRED = "已过期", "expired"


class Waiver(Record):
    """Names the rule, the record, the reason, who approved it and until when."""

    TYPE = "waiver"
    LABEL = "豁免"
    PATH = "data/waivers/{slug}.yml"
    ORDER = 130

    rule: Text = Field(alias="规则", description="规则编号，如 interpretation-missing")
    record: Text = Field(alias="对象", description="检查结果行首的文件路径，或政策的发文字号")
    reason: Text = Field(alias="理由")
    approver: Text = Field(alias="批准人")
    approved_on: Date | None = Field(None, alias="批准日期", description="写了的，在规则的订阅源里告诉读者")
    expires_on: Date = Field(alias="有效期至")
    only: Texts = Field(
        (), alias="限于", description="豁免检查结果里有这些字的各处，如有疑问的那几个数；不写则只豁免一处"
    )
    example: Yes = Field(False, alias="示例")

    def state_on(self, today: dt.date, soon: dt.date, *, needed: bool) -> WaiverState:
        """``soon``: waivers that end by this day are near their end; ``needed``: it waives something."""
        if self.expires_on < today:
            return WaiverState.EXPIRED
        if not needed:
            return WaiverState.UNUSED
        return WaiverState.ENDING if self.expires_on <= soon else WaiverState.IN_USE

    def covers(self, message: str) -> bool:
        """Whether it may excuse what a rule says; without words any finding, but the check takes one."""
        return not self.only or any(words in message for words in self.only)

    @property
    def place(self) -> str:
        """Where it stands: on the page of all waivers."""
        return f"waivers/#{self.slug}"

    @property
    def shown_at(self) -> str:
        return self.place

    EXAMPLE = """\
规则: interpretation-missing
对象: content/policies/2026/renshi.md
理由: 只涉及内部工作分工，不涉及公众权利义务
批准人: 区政务公开领导小组办公室
批准日期: 2026-11-06
有效期至: 2027-12-31
"""
    EXAMPLE_BAD = """\
规则: interpretation-missing
对象: content/policies/2026/renshi.md
理由: 只涉及内部工作分工，不涉及公众权利义务
有效期至: 2027-12-31
"""
    EXAMPLE_MESSAGE = "缺少必填的“批准人”"
