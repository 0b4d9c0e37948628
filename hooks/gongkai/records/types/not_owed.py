"""不适用: a unit that does not owe one of the duties, with the reason, who said so, and until when."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from gongkai.records.base import Record
from gongkai.records.fields.values import Date, Text, UnitName, Yes


class NotOwed(Record):
    """One exception of the duty matrix; readers see it with its reason."""

    TYPE = "not-owed"
    LABEL = "不承担的事项"
    PATH = "data/norms/not-owed.yml"
    ROWS = True
    ORDER = 122

    unit: UnitName = Field(alias="单位", description="单位的名称、简称或曾用名")
    number: Text = Field(alias="编号", description="应公开事项的编号，如 GJ-15")
    reason: Text = Field(alias="理由")
    approver: Text = Field(alias="批准人")
    approved_on: Date | None = Field(None, alias="批准日期")
    expires_on: Date = Field(alias="有效期至")
    example: Yes = Field(False, alias="示例")

    def holds_on(self, day: dt.date) -> bool:
        """Up to and including its last day."""
        return (self.approved_on is None or self.approved_on <= day) and day <= self.expires_on

    EXAMPLE = """\
- 单位: 区民政局
  编号: GJ-15
  理由: 经费列在主管部门的预算里，没有单独的部门预算
  批准人: 区政务公开领导小组办公室
  有效期至: 2027-12-31
"""
    EXAMPLE_BAD = """\
- 单位: 区民政局
  编号: GJ-15
  批准人: 区政务公开领导小组办公室
  有效期至: 2027-12-31
"""
    EXAMPLE_MESSAGE = "缺少必填的“理由”"
