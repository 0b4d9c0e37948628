"""Groups of fields inside records: what they have in common, and those every record has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from gongkai.records.fields.defined import fields_of
from gongkai.records.fields.values import Date, File, ShownFrom, Text, Title, as_list
from gongkai.records.vocabulary.publishing import PushChannel, ThirdPartyAnswer

#: fields about how a record came to be published, and what is planned beside a draft: they never leave
KEPT_INSIDE = frozenset({"review", "draft", "explaining"})


class Part(BaseModel):
    """A frozen group of fields inside a record.

    ``SHOWN_FROM`` names the field with the first day on which readers see the part;
    parts without one, or with the field left empty, are seen with their record.
    ``TOLD`` names the fields that readers have of a part even when it, or what it stands in,
    is closed to them; ``INSTEAD`` says what stands in others that cannot be empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    SHOWN_FROM: ClassVar[str | None] = None
    TOLD: ClassVar[frozenset[str]] = frozenset()
    INSTEAD: ClassVar[Mapping[str, str]] = {}

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Refuse what is said of a class and would become a key that editors write: ``FACETS: tuple = …``."""
        if said := [name for name in cls.model_fields if name.isupper()]:
            names = ", ".join(said)
            raise TypeError(
                f"{cls.__qualname__}: {names} has an annotation of its own and became a field; "
                f"take the annotation away."
            )

    @property
    def closed(self) -> bool:
        """True where its content is not disclosed: nothing but what is ``TOLD`` may leave."""
        return False

    def shown(self, today: dt.date) -> bool:
        """Whether readers see the part on a day."""
        day = getattr(self, self.SHOWN_FROM) if self.SHOWN_FROM else None
        return day is None or day <= today

    def seen(self, name: str, today: dt.date) -> Any:
        """A field's value as readers have it on a day: what comes later is left out."""
        value = getattr(self, name)
        if mark := _later(type(self)).get(name):
            day = getattr(self, mark)
            if day is None or day > today:
                return () if isinstance(value, tuple) else None
        if value is None or type(value) is str:
            return value  # as most are
        if isinstance(value, tuple):
            return tuple(each for each in value if not isinstance(each, Part) or each.shown(today))
        return value if not isinstance(value, Part) or value.shown(today) else None


@cache
def _later(model: type[Part]) -> dict[str, str]:
    """Field → field with the day from which readers see it, of those that have one."""
    marked = ((field.attribute, mark) for field in fields_of(model) for mark in field.said)
    return {name: mark.day for name, mark in marked if isinstance(mark, ShownFrom)}


class Attachment(Part):
    """A file to download with the record."""

    name: Title = Field(alias="名称", description="读者看到的名称")
    file: File = Field(alias="文件", description="相对 content/ 的路径，如 files/2026/shenqingbiao.pdf")
    pages: Text | None = Field(None, alias="页数")


class Agreed(Part):
    """Another organ that a text is also about, and that has confirmed what is said of it."""

    unit: Text = Field(alias="单位", description="单位的名称、简称或曾用名；上级和外地的写全称")
    agreed_on: Date = Field(alias="日期", description="书面确认的日期")


class ThirdParty(Part):
    """Somebody whose business or private matters a text touches, asked before it is published."""

    who: Text = Field(alias="第三方", max_length=30, description="写类别，如 申报企业、受助人；不写名字")
    asked_on: Date = Field(alias="征求日期")
    answer: ThirdPartyAnswer = Field(alias="意见")
    reason: Text | None = Field(None, alias="理由", description="不同意而仍然公开的，写为什么涉及公共利益")


AgreedWith = Annotated[tuple[Agreed, ...], BeforeValidator(as_list)]
ThirdParties = Annotated[tuple[ThirdParty, ...], BeforeValidator(as_list)]


class Review(Part):
    """三审三校 and the secrecy review that come before publication."""

    first: Text | None = Field(None, alias="初审")
    second: Text | None = Field(None, alias="复审")
    final: Text | None = Field(None, alias="终审")
    secrecy_by: Text | None = Field(None, alias="保密审查人")
    secrecy: Date | None = Field(None, alias="保密审查日期")
    agreed_with: AgreedWith = Field(
        (), alias="协商一致", description="内容涉及别的机关的，一个机关一项；不公布"
    )
    third_parties: ThirdParties = Field(
        (), alias="第三方意见", description="涉及商业秘密、个人隐私的，公开前征求意见的结果；不公布"
    )


class Update(Part):
    """What was changed on a page after publication, for readers."""

    SHOWN_FROM = "date"

    date: Date = Field(alias="日期")
    weight: Text = Field("一般", alias="程度", description="重要 或 一般", pattern="^(重要|一般)$")
    note: Text = Field(alias="说明")


class Move(Part):
    """A confirmed date that was moved, with the reason readers are given."""

    SHOWN_FROM = "announced_on"

    key: Text = Field(alias="字段", description="变更的是哪一项，如 截止日期")
    old: Date = Field(alias="原日期")
    new: Date = Field(alias="新日期")
    reason: Text = Field(alias="原因")
    announced_on: Date = Field(alias="公布日期")

    @property
    def note(self) -> str:
        """The whole of it as a sentence."""
        return f"{self.key}由 {self.old} 改为 {self.new}。原因：{self.reason}"


Moves = Annotated[tuple[Move, ...], BeforeValidator(as_list)]


class Push(Part):
    """A way by which the record was sent out to the public, unasked."""

    SHOWN_FROM = "date"

    channel: PushChannel = Field(alias="渠道")
    date: Date = Field(alias="日期")


Attachments = Annotated[tuple[Attachment, ...], BeforeValidator(as_list)]
Updates = Annotated[tuple[Update, ...], BeforeValidator(as_list)]
Pushes = Annotated[tuple[Push, ...], BeforeValidator(as_list)]
