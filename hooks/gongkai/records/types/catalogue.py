"""公开事项: the catalogue entries, each a promise of what is disclosed, by whom and when."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from gongkai.records.base import Record
from gongkai.records.fields.parts import Moves
from gongkai.records.fields.values import (
    ConfirmedDate,
    Text,
    Texts,
    Title,
    UnitNames,
    Yes,
    as_list,
    as_text,
    wrong,
)
from gongkai.records.vocabulary.documents import Disclosure, Domain
from gongkai.records.vocabulary.publishing import Channel

_LIMIT = re.compile(r"实时|长期|每月|每季度|(?P<days>\d{1,3})个工作日|每年(?P<month>\d{2})-(?P<day>\d{2})前")


def as_limit(value: Any) -> str:
    """公开时限 in one of its typed forms."""
    text = as_text(value)
    if _LIMIT.fullmatch(text) and text.isascii() is False:
        return text
    raise wrong(
        f"公开时限“{text}”认不出来",
        "写成以下之一：实时、20个工作日、每月、每季度、每年03-31前、长期",
    )


Limit = Annotated[
    str, BeforeValidator(as_limit), WithJsonSchema({"type": "string", "pattern": f"^({_LIMIT.pattern})$"})
]
Channels = Annotated[tuple[Channel, ...], BeforeValidator(as_list)]
Domains = Annotated[tuple[Domain, ...], BeforeValidator(as_list)]


class CatalogueEntry(Record):
    """One row of the catalogue; the file's name is the unit that leads it."""

    TYPE = "catalogue"
    LABEL = "公开事项"
    PATH = "data/catalogue/{slug}.yml"
    ROWS = True
    ORDER = 120

    number: Text = Field(alias="编号", pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,39}$")
    first: Title | None = Field(None, alias="一级事项")
    second: Title | None = Field(None, alias="二级事项")
    content: Text | None = Field(None, alias="公开内容", description="要素：公开什么")
    basis: Texts = Field((), alias="公开依据")
    limit: Limit = Field("长期", alias="公开时限")
    due: ConfirmedDate | None = Field(None, alias="首次公开期限")
    publishers: UnitNames = Field((), alias="公开主体", description="单位的名称、简称或曾用名")
    leads: UnitNames = Field((), alias="牵头单位")
    others: Text | None = Field(None, alias="其他责任单位", description="如 各相关部门")
    channels: Channels = Field((), alias="公开渠道和载体")
    places: Text | None = Field(None, alias="公开位置", description="原文件写明的公开位置")
    audience: Text = Field("全社会", alias="公开对象")
    manner: Disclosure = Field(Disclosure.ACTIVE, alias="公开方式")
    tier: Text = Field("区级", alias="公开层级")
    domains: Domains = Field((), alias="领域")
    origin: Text | None = Field(None, alias="资料来源")
    example: Yes = Field(False, alias="示例")
    moves: Moves = Field((), alias="日期变更", description="首次公开期限改了，由哪一天改到哪一天，为什么")

    @property
    def name(self) -> str:
        return self.second or self.first or self.number

    @property
    def months(self) -> int:
        """How many months each of its periods spans: 1 of 每月, 3 of 每季度; 0 of any other 公开时限."""
        return {"每月": 1, "每季度": 3}.get(self.limit, 0)

    @property
    def yearly(self) -> str:
        """The day of every year by which it is published, as ``03-31``; empty for any other 公开时限."""
        return self.limit[2:7] if self.limit.startswith("每年") else ""

    @property
    def days(self) -> int | None:
        """How many working days after it was formed it is published; None for any other 公开时限."""
        return int(self.limit.removesuffix("个工作日")) if self.limit.endswith("个工作日") else None

    @property
    def lasting_id(self) -> str:
        """By its 编号: rows are added and taken out above it."""
        return f"catalogue/{self.number}"

    @property
    def place(self) -> str:
        """Where it stands: its unit's page of the catalogue, at its 编号."""
        return f"catalogue/unit/{self.id.split('/')[1].partition('#')[0]}/#{self.number}"

    @property
    def shown_at(self) -> str:
        return self.place

    EXAMPLE = """\
- 编号: XC2016-01
  一级事项: 权力清单和责任清单
  公开内容: 职能、依据、主体、权限
  公开时限: 长期
  公开主体: [区编办]
  公开渠道和载体: [政府网站]
"""
    EXAMPLE_BAD = """\
- 编号: XC2016-01
  一级事项: 权力清单和责任清单
  公开时限: 及时
"""
    EXAMPLE_MESSAGE = "公开时限“及时”认不出来"
