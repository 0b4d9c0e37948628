"""地址变更: what became of a published address that no longer has a page."""

from __future__ import annotations

from pydantic import Field

from gongkai.records.base import Record
from gongkai.records.types import Date, Text


class MovedAddress(Record):
    """A redirect (转到) or a tombstone (撤下日期 and 理由)."""

    TYPE = "address"
    LABEL = "地址变更"
    PATH = "data/addresses/{slug}.yml"
    ROWS = True

    address: Text = Field(
        alias="地址", pattern=r"^[a-z0-9][a-z0-9/-]*/$", description="如 policies/2020/jiu/"
    )
    to: Text | None = Field(None, alias="转到", pattern=r"^[a-z0-9][a-z0-9/-]*/$")
    withdrawn_on: Date | None = Field(None, alias="撤下日期")
    reason: Text | None = Field(
        None,
        alias="理由",
        pattern="^(内容有误|重复发布|涉及个人隐私|涉及商业秘密|涉及国家秘密|职能划转|其他)$",
    )
    note: Text | None = Field(None, alias="说明")

    EXAMPLE = """\
- 地址: policies/2020/jiu-banfa/
  转到: policies/2020/xin-banfa/
- 地址: items/minzheng/2020/chongfu/
  撤下日期: 2026-05-06
  理由: 重复发布
"""
    EXAMPLE_BAD = """\
- 地址: items/minzheng/2020/chongfu/
  撤下日期: 2026-05-06
  理由: 领导要求
"""
    EXAMPLE_MESSAGE = "“理由”填的“领导要求”不符合要求"
