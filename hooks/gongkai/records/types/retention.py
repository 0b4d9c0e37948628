"""保管期限: how long each category of record is kept, and the document that says so."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.values import Text, Texts, Title, Yes, as_filled
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Basis
from gongkai.records.vocabulary.publishing import Keeping


class RetentionRule(Record):
    """One category; of several that fit a record, the first counts."""

    TYPE = "retention"
    LABEL = "保管期限"
    PATH = "data/retention/{slug}.yml"
    ROWS = True

    title: Title = Field(alias="类别")
    kinds: Annotated[Texts, BeforeValidator(as_filled)] = Field(
        alias="内容", description="内容的种类，如 政策文件、会议"
    )
    genres: Texts = Field((), alias="体裁", description="只管这些体裁的政策文件；不写则都管")
    normative: Yes | None = Field(None, alias="是否规范性文件", description="只管这一类政策文件；不写则都管")
    keeping: Keeping = Field(alias="保管期限")
    bases: Annotated[tuple[Basis, ...], BeforeValidator(as_filled)] = Field(alias="依据")
    note: Text | None = Field(None, alias="说明")

    def fits(self, record: ContentRecord) -> bool:
        """Whether a record belongs to the category."""
        if record.LABEL not in self.kinds:
            return False
        if not isinstance(record, Policy):
            return not self.genres and self.normative is None
        return (not self.genres or record.genre in self.genres) and (
            self.normative is None or record.normative == self.normative
        )

    EXAMPLE = """\
- 类别: 行政规范性文件
  内容: [政策文件]
  是否规范性文件: 是
  保管期限: 永久
  依据: [{文件: 机关文件材料归档范围和文书档案保管期限规定（国家档案局令第8号）}]
- 类别: 会议预告和情况
  内容: [会议]
  保管期限: 30年
  依据: [{文件: 机关文件材料归档范围和文书档案保管期限规定（国家档案局令第8号）}]
"""
    EXAMPLE_BAD = """\
- 类别: 行政规范性文件
  内容: [政策文件]
  保管期限: 长期
  依据: [{文件: 机关文件材料归档范围和文书档案保管期限规定（国家档案局令第8号）}]
"""
    EXAMPLE_MESSAGE = "“保管期限”填的“长期”不在可填的值里"
