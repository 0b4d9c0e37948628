"""表格样本: a form to fill in by hand, written once; page, Word file and PDF are made from it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from gongkai.records.base import Part, Record
from gongkai.records.fields.values import Count, Date, Text, Yes, as_filled, as_list

#: endings of the files made from a form, and the language each is in
LANGUAGES = ("zh", "en")


class Said(Part):
    """The same words in Chinese and, where it exists, in English."""

    zh: Text = Field(alias="中文")
    en: Text | None = Field(None, alias="英文")

    def in_(self, language: str) -> str:
        """The words in ``zh`` or ``en``; Chinese where there is no English."""
        return self.en if language == "en" and self.en else self.zh


def as_said(value: Any) -> Any:
    """A text alone is the Chinese."""
    return {"中文": value} if isinstance(value, str) else value


def as_saids(value: Any) -> Any:
    """A list of such words."""
    listed = as_list(value)
    return [as_said(each) for each in listed] if isinstance(listed, list) else listed


Words = Annotated[Said, BeforeValidator(as_said)]
ManyWords = Annotated[tuple[Said, ...], BeforeValidator(as_saids)]


class FormField(Part):
    """One box of the form: what belongs in it, or what can be ticked."""

    label: Words = Field(alias="名称")
    hint: Words | None = Field(None, alias="提示", description="写在名称下面的小字")
    choices: ManyWords = Field((), alias="选项", description="可以打勾的选项；没有选项就是空格")
    lines: Count = Field(1, alias="行数", description="留出几行来写")
    required: Yes = Field(False, alias="必填")


class FormPart(Part):
    """A part of the form under one heading."""

    title: Words = Field(alias="名称")
    note: Words | None = Field(None, alias="说明")
    fields: Annotated[tuple[FormField, ...], BeforeValidator(as_filled)] = Field(alias="栏目")


class Form(Record):
    """A form; ``scripts/forms`` makes ``content/files/forms/<name>-zh.docx``, ``-zh.pdf``, ``-en.docx`` …"""

    TYPE = "form"
    LABEL = "表格样本"
    PATH = "data/forms/{slug}.yml"

    title: Words = Field(alias="标题")
    page: Text = Field(alias="页面", description="显示这张表的页面，写 content/pages/ 里的文件名，不带 .md")
    updated_on: Date = Field(alias="更新日期")
    bases: ManyWords = Field((), alias="依据", description="规定这张表的文件和条款")
    notes: ManyWords = Field((), alias="填写说明")
    parts: Annotated[tuple[FormPart, ...], BeforeValidator(as_filled)] = Field(alias="部分")
    example: Yes = Field(False, alias="示例")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be printed in: English only where every word of it has English."""
        whole = all(said.en for said in self._said())
        return LANGUAGES if whole else LANGUAGES[:1]

    def _said(self) -> list[Said]:
        found = [self.title, *self.bases, *self.notes]
        for part in self.parts:
            found += [part.title, *([part.note] if part.note else [])]
            for each in part.fields:
                found += [each.label, *each.choices, *([each.hint] if each.hint else [])]
        return found

    def file(self, language: str, kind: str) -> str:
        """The path below content/ of the file made from it; ``kind`` is ``pdf`` or ``docx``."""
        return f"files/forms/{self.slug}-{language}.{kind}"

    EXAMPLE = """\
标题: {中文: 政府信息公开申请表, 英文: Application for government information}
页面: request
更新日期: 2026-11-20
部分:
  - 名称: {中文: 所需信息, 英文: Information sought}
    栏目:
      - 名称: {中文: 信息的名称或者文号, 英文: Title or document number}
        行数: 3
        必填: 是
      - 名称: {中文: 获取方式, 英文: Delivery}
        选项: [{中文: 邮寄, 英文: By post}, {中文: 自行领取, 英文: In person}]
"""
    EXAMPLE_BAD = """\
标题: 政府信息公开申请表
页面: request
更新日期: 2026-11-20
部分:
  - 名称: 所需信息
    栏目:
      - 名称: 信息的名称或者文号
        行数: 三
"""
    EXAMPLE_MESSAGE = "“三”不是非负整数"
