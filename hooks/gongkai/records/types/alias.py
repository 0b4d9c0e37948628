"""通俗说法: what people type for a matter, and the words that the column has for it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.records.base import Record
from gongkai.records.fields.values import Text, Title, Yes, as_filled


class Alias(Record):
    """Some words that mean the same, and the official ones that a search looks for beside them."""

    TYPE = "alias"
    LABEL = "通俗说法"
    PATH = "data/aliases/{slug}.yml"
    ROWS = True

    words: Annotated[tuple[Title, ...], BeforeValidator(as_filled)] = Field(
        alias="说法", description="群众搜索时写的话：俗称、旧称、简称，一项写一个"
    )
    official: Annotated[tuple[Title, ...], BeforeValidator(as_filled)] = Field(
        alias="正式", description="栏目里用的话，最贴切的在前；单位写现在的名称或简称"
    )
    care: Yes = Field(
        False,
        alias="归口",
        description="写“是”：正式里写的是管这件事的单位，不是它的另一个名称；搜索时排在讲这件事的文件后面",
    )
    note: Text | None = Field(None, alias="说明")

    EXAMPLE = """\
- 说法: [装电梯, 安电梯]
  正式: [加装电梯]
- 说法: [开饭馆, 开餐馆]
  正式: [企业开办, 餐饮]
  说明: 先办营业执照，再办餐饮的许可
- 说法: [结婚登记, 收养]
  正式: [区民政局]
  归口: 是
"""
    EXAMPLE_BAD = """\
- 说法: [装电梯, 安电梯]
"""
    EXAMPLE_MESSAGE = "缺少必填的“正式”"
