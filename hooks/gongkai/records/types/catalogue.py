"""公开事项: the catalogue entries, each a promise of what is disclosed, by whom and when."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from gongkai.records.base import Record
from gongkai.records.fields.own_words import Extended, own_words
from gongkai.records.fields.parts import Moves
from gongkai.records.fields.time_limit import LimitForm, limits
from gongkai.records.fields.values import (
    ConfirmedDate,
    Date,
    Text,
    Texts,
    Title,
    UnitNames,
    Yes,
    as_list,
    wrong,
)
from gongkai.records.vocabulary.documents import Disclosure, Domain
from gongkai.records.vocabulary.publishing import Channel

Channels = Annotated[tuple[Channel, ...], BeforeValidator(as_list)]
#: what comes again within a year
_PERIODS = (LimitForm.MONTHLY, LimitForm.QUARTERLY)
Domains = Annotated[tuple[Annotated[Domain, Extended()], ...], BeforeValidator(as_list)]


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
    limit: Text = Field(
        "长期",
        alias="公开时限",
        max_length=200,
        description="照目录原文写，如 自信息形成或者变更之日起20个工作日内、每月、每季度、长期",
    )
    due: ConfirmedDate | None = Field(None, alias="首次公开期限")
    valid_from: Date | None = Field(None, alias="生效日期", description="从这一天起的时期和文件才要求")
    valid_to: Date | None = Field(
        None, alias="失效日期", description="最后一天；过了这一天不再要求，仍列出，不要删去"
    )
    ended_by: Text | None = Field(None, alias="失效依据", description="由哪一件文件取消")
    publishers: UnitNames = Field((), alias="公开主体", description="单位的名称、简称或曾用名")
    leads: UnitNames = Field((), alias="牵头单位")
    others: Text | None = Field(None, alias="其他责任单位", description="如 各相关部门")
    channels: Channels = Field((), alias="公开渠道和载体")
    places: Text | None = Field(None, alias="公开位置", description="原文件写明的公开位置")
    audience: Text = Field("全社会", alias="公开对象")
    manner: Disclosure = Field(Disclosure.ACTIVE, alias="公开方式")
    tier: Text = Field("区级", alias="公开层级", description="县里的栏目不写是县级，市里的是市级")
    domains: Domains = Field((), alias="领域")
    origin: Text | None = Field(None, alias="资料来源")
    example: Yes = Field(False, alias="示例")
    moves: Moves = Field((), alias="日期变更", description="首次公开期限改了，由哪一天改到哪一天，为什么")

    @model_validator(mode="before")
    @classmethod
    def _at_its_level(cls, data: Any, info: ValidationInfo) -> Any:
        """Where nothing is written, it is of the level of the column."""
        if isinstance(data, dict) and "公开层级" not in data:
            return {**data, "公开层级": f"{own_words(info).level}级"}
        return data

    @model_validator(mode="after")
    def _ends_for_a_reason(self) -> Self:
        if self.valid_to and not self.ended_by:
            raise wrong("写了失效日期，没有写失效依据", "加上一行 失效依据: …")
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise wrong(f"失效日期 {self.valid_to} 早于生效日期 {self.valid_from}", "核对这两个日期")
        return self

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is asked for: what ended is still listed."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    @property
    def name(self) -> str:
        return self.second or self.first or self.number

    @property
    def months(self) -> int:
        """How many months each of its periods spans: 1 of 每月, 3 of 每季度; 0 of any other 公开时限."""
        spans = {LimitForm.MONTHLY: 1, LimitForm.QUARTERLY: 3}
        return next((spans[each.form] for each in limits(self.limit) if each.form in spans), 0)

    @property
    def within(self) -> int:
        """How many working days after a period the wording itself gives; 0 where it gives none."""
        periods = (each for each in limits(self.limit) if each.form in _PERIODS and each.unit == "工作日")
        return next((each.count for each in periods), 0)

    @property
    def yearly(self) -> str:
        """The day of every year by which it is published, as ``03-31``; empty for any other 公开时限."""
        return next((each.day for each in limits(self.limit) if each.day), "")

    @property
    def days(self) -> int | None:
        """How many working days after it was formed it is published; None for any other 公开时限."""
        found = (each.count for each in limits(self.limit) if each.from_forming and not each.scope)
        return next(found, None)

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
  公开方式: 及时公开
"""
    EXAMPLE_MESSAGE = "“公开方式”填的“及时公开”不在可填的值里"
