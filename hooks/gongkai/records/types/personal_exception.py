"""号码例外: one personal number that is published at one place, lawfully, in public and for a time."""

from __future__ import annotations

from pydantic import Field

from gongkai.records.base import Record
from gongkai.records.fields.values import Date, Text, Yes
from gongkai.records.vocabulary.term import Term


class ExceptionGround(Term):
    """依据 of an exception: the two of 政府信息公开条例第十五条."""

    CONSENT = "第三方同意公开", "consent"
    INTEREST = "不公开会对公共利益造成重大影响", "public-interest"


class PersonalException(Record):
    """Names the file, the place in it and the masked number; never a whole file, never a rule."""

    TYPE = "exception"
    LABEL = "号码例外"
    PATH = "data/exceptions/{slug}.yml"

    file: Text = Field(alias="文件", description="号码所在的文件，如 content/pages/lianxi.md")
    place: Text = Field(alias="位置", description="照检查结果里“位置”后面的字写，如 正文、第2行")
    number: Text = Field(
        alias="号码",
        pattern=r"^[0-9]{3}\*{4,14}[0-9]{1,4}[0-9X]$",
        description="照检查结果里遮盖过的样子写，如 138****8000；不写全号",
    )
    reason: Text = Field(alias="理由", description="为什么须写出这个号码")
    ground: ExceptionGround = Field(alias="依据", description="政府信息公开条例第十五条的哪一种情形")
    approver: Text = Field(alias="批准人")
    approved_on: Date | None = Field(None, alias="批准日期")
    expires_on: Date = Field(alias="有效期至")
    example: Yes = Field(False, alias="示例")

    @property
    def anchor(self) -> str:
        """Where it stands: on the page of all waivers."""
        return f"waivers/#exception-{self.slug}"

    EXAMPLE = """\
文件: content/pages/zhinan.md
位置: 正文
号码: 138****8000
理由: 村医只有这一个联系电话，本人同意公布
依据: 第三方同意公开
批准人: 区政务公开领导小组办公室
批准日期: 2026-11-06
有效期至: 2027-12-31
"""
    EXAMPLE_BAD = EXAMPLE.replace("138****8000", "13800138000")
    EXAMPLE_MESSAGE = "“号码”填的“138****8000”不符合要求"
