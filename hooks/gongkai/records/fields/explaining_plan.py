"""解读方案, beside a draft: in which forms it is to be explained, by whom, when, what may be asked."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.records.fields.parts import Part
from gongkai.records.fields.values import Date, Text, Texts, as_filled
from gongkai.records.vocabulary.documents import Form


class ExplainingPlan(Part):
    """What goes up for approval with the draft; it is of the house, and never published."""

    forms: Annotated[tuple[Form, ...], BeforeValidator(as_filled)] = Field(alias="解读形式")
    person: Text = Field(alias="解读人", description="由谁解读，写职务；主要负责人带头")
    planned_on: Date = Field(alias="拟公布日期", description="和文件同日最好")
    expected: Annotated[Texts, BeforeValidator(as_filled)] = Field(
        alias="预计问题", description="企业、群众、媒体会问什么，一条一问，定稿时写成问答"
    )
    channels: Texts = Field((), alias="发布渠道", description="网站以外还在哪里解读")
    note: Text | None = Field(None, alias="说明")
