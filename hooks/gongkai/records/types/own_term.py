"""自设用语: a word that a district adds to a list of words, for fields and kinds of units of its own."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from gongkai.records.base import Record
from gongkai.records.fields.own_words import OPEN
from gongkai.records.fields.values import Text, Texts, Title, Yes, wrong
from gongkai.records.vocabulary.term import Term
from gongkai.records.vocabulary.units import UnitKind


class OwnTerm(Record):
    """One word; what is asked of the word it counts as is asked of it too."""

    TYPE = "own-term"
    LABEL = "自设用语"
    PATH = "data/terms/district.yml"
    ROWS = True
    ORDER = 123

    used_in: Text = Field(alias="用在", pattern=f"^({'|'.join(OPEN)})$", description="领域 或 单位类别")
    name: Title = Field(alias="名称", max_length=20)
    slug_name: Text = Field(
        alias="网址", pattern=r"^[a-z][a-z0-9-]{1,39}$", description="网址里的写法，小写英文；定了就不改"
    )
    like: Text | None = Field(
        None, alias="视同", description="按随程序的哪一个词要求；单位类别必填，如 民族乡视同乡"
    )
    others: Texts = Field((), alias="别名", description="文件里写这些也是它")
    basis: Text | None = Field(None, alias="依据", description="哪一件文件这样分")
    example: Yes = Field(False, alias="示例")

    @model_validator(mode="after")
    def _is_new(self) -> Self:
        for word in self.terms:
            if word.value in {self.name, *self.others}:
                raise wrong(f"“{word.value}”随程序已有，不用自设", "删去这一条，直接填这个词")
            if word.slug == self.slug_name:
                raise wrong(f"网址“{word.slug}”已经是“{word.value}”的", "换一个没有用过的写法")
        if self.like and self.meant is None:
            choices = "、".join(each.value for each in self.terms)
            raise wrong(f"“视同”写的“{self.like}”不在随程序的词里", f"从这些里选一个：{choices}")
        if self.terms is UnitKind and not self.like:
            raise wrong("单位类别没有写视同哪一类：看不出应当公开什么", "加上一行 视同: …，如 视同: 乡")
        return self

    @property
    def terms(self) -> type[Term]:
        """The list that it extends."""
        return OPEN[self.used_in]

    @property
    def meant(self) -> Term | None:
        """The word of the program that it counts as."""
        return next((each for each in self.terms if each.value == self.like), None)

    def word(self, place: int) -> Term:
        """The word itself; ``place``: which of the district's own."""
        return self.terms.of_district(self.name, self.slug_name, place, self.meant)

    EXAMPLE = """\
- 用在: 单位类别
  名称: 民族乡
  网址: ethnic-township
  视同: 乡
- 用在: 领域
  名称: 防沙治沙
  网址: sand-control
  别名: [荒漠化防治]
"""
    EXAMPLE_BAD = """\
- 用在: 单位类别
  名称: 民族乡
  网址: 民族乡
  视同: 乡
"""
    EXAMPLE_MESSAGE = "“网址”填的“民族乡”不符合要求"
