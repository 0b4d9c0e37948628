"""办事主题: what a reader comes for, under a reader's name: a bundle of 领域, and whom to ask."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.records.base import Record
from gongkai.records.fields.own_words import Extended
from gongkai.records.fields.values import Text, Title, UnitName, as_filled
from gongkai.records.vocabulary.documents import Audience, Domain


class Theme(Record):
    """One matter of readers' lives; its page gathers what any type has of its 领域."""

    TYPE = "theme"
    LABEL = "办事主题"
    PATH = "data/themes/{slug}.yml"
    ORDER = 112

    title: Title = Field(alias="名称", description="群众的说法，不超过七八个字，如 住房和电梯")
    hint: Text | None = Field(None, alias="提示", description="名称下面的几个词，如 补助、租房、公租房")
    domains: Annotated[tuple[Annotated[Domain, Extended()], ...], BeforeValidator(as_filled)] = Field(
        alias="领域"
    )
    audiences: Annotated[tuple[Audience, ...], BeforeValidator(as_filled)] = Field(
        alias="服务对象", description="写 个人 的在“我是个人”里，写 企业 的在“我办企业”里"
    )
    ask: Annotated[tuple[UnitName, ...], BeforeValidator(as_filled)] = Field(
        alias="问谁", description="没有现成内容时问的单位，写名称、简称或曾用名，最先问的在前"
    )
    order: Text | None = Field(None, alias="排序", pattern=r"^\d{1,4}$")

    EXAMPLE = """\
名称: 住房和电梯
提示: 补助、租房、公租房
领域: [城市更新, 保障性住房]
服务对象: 个人
问谁: 区住房城市建设委
"""
    EXAMPLE_BAD = """\
名称: 住房和电梯
领域: [城市更新, 保障性住房]
服务对象: 老百姓
问谁: 区住房城市建设委
"""
    EXAMPLE_MESSAGE = "“服务对象”填的“老百姓”不在可填的值里"
