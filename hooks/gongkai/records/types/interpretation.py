"""政策解读: what a policy means for people, tied to its articles."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.records.base import UNIT, YEAR, ContentRecord, Facet, Part
from gongkai.records.fields.values import (
    AnswerId,
    Date,
    File,
    PolicyName,
    PolicyNames,
    Text,
    Texts,
    Title,
    UnitNames,
    Yes,
    as_list,
)
from gongkai.records.traits import ColumnGroup, Trait
from gongkai.records.vocabulary.documents import Form


class Question(Part):
    """One 问 and its 答, and the articles they speak of."""

    question: Text = Field(alias="问")
    answer: Text = Field(alias="答")
    asked: Texts = Field((), alias="通俗问法", description="群众会怎样问这一问；不显示，只帮搜索找到它")
    articles: Texts = Field((), alias="对应条款", description="如 第三条；可写几条")
    document: PolicyName | None = Field(None, alias="对应文件", description="解读几件文件时，写明是哪一件")
    answer_id: AnswerId | None = Field(None, alias="编号")


class Note(Part):
    """A short explanation that stands beside one article."""

    article: Text = Field(alias="条款")
    text: Text = Field(alias="解读")
    document: PolicyName | None = Field(None, alias="对应文件")


class Media(Part):
    """A picture, sound or film, with the words for those who cannot see or hear it."""

    file: File = Field(alias="文件")
    words: Text = Field(alias="文字说明", description="图的替代文字，音视频的文字稿")


Questions = Annotated[tuple[Question, ...], BeforeValidator(as_list)]
Notes = Annotated[tuple[Note, ...], BeforeValidator(as_list)]
MediaList = Annotated[tuple[Media, ...], BeforeValidator(as_list)]


class Interpretation(ContentRecord):
    """One interpretation of one or more policies."""

    TYPE = "interpretation"
    LABEL = "政策解读"
    PATH = "content/interpretations/{year}/{slug}.md"
    COLUMN = "政策解读"
    ORDER = 20
    GROUP = (ColumnGroup.POLICIES, 20)
    TRAITS = (Trait.NEVER_EMPTY, Trait.PUSHED, Trait.OWN_POLICY_RULES)
    FACETS = (Facet("form", "解读形式", "form"), YEAR, UNIT)

    title: Title = Field(alias="标题")
    documents: PolicyNames = Field(alias="解读文件", min_length=1, description="政策的文件名、发文字号或标题")
    form: Form = Field(Form.TEXT, alias="解读形式")
    units: UnitNames = Field((), alias="解读单位", description="不写则为所解读文件的发文机关")
    person: Text | None = Field(None, alias="解读人")
    position: Text | None = Field(None, alias="职务")
    first_interpreter: Yes = Field(False, alias="是否第一解读人", description="主要负责人解读写“是”")
    published_on: Date = Field(alias="发布日期")
    questions: Questions = Field((), alias="问答")
    notes: Notes = Field((), alias="逐条解读")
    media: MediaList = Field((), alias="媒体文件")
    provenance: Text = Field("原创", alias="来源", description="原创；不得转载媒体报道或以工作总结代替")

    @property
    def repeats(self) -> tuple[str, ...]:
        return self.documents

    @property
    def told(self) -> int:
        """How many characters it explains with: its text without headings, its answers, its notes."""
        lines = [line for line in self.body.splitlines() if not line.lstrip().startswith("#")]
        words = [*lines, *(each.answer for each in self.questions), *(each.text for each in self.notes)]
        return sum(char.isalnum() for text in words for char in text)

    def explains(self, least: int) -> bool:
        """Whether it is more than a line: so many characters, or a picture, film or paper."""
        return bool(self.media or self.attachments) or self.told >= least

    @property
    def anchors(self) -> tuple[str, ...]:
        return tuple(f"wen-{number}" for number in range(1, len(self.questions) + 1))

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.form.value,)

    EXAMPLE = """\
---
标题: 《示例区老旧小区加装电梯补助办法》解读
解读文件: [jiazhuang-dianti]
解读形式: 简明问答
发布日期: 2026-11-05
问答:
  - 问: 谁可以申请？
    答: 已经取得规划意见的楼门业主代表。
    对应条款: 第二条
---
## 背景依据

为方便老年人上下楼。
"""
    EXAMPLE_BAD = """\
---
标题: 《示例区老旧小区加装电梯补助办法》解读
解读形式: 简明问答
发布日期: 2026-11-05
---
说明。
"""
    EXAMPLE_MESSAGE = "缺少必填的“解读文件”"
