"""页面的网址不得与固定页面相同。

看什么：手写页面（content/pages/ 和 content/en/pages/）的文件名。
怎样算错：文件名与固定页面的网址相同，如 search.md、units.md：一个网址只能有一页。
与列表同名的不算错：如 annual-reports.md 的文字放在年度报告列表的上面。
怎样改：换一个文件名；已公布过的，在 data/addresses/ 写“转到”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example
from gongkai.law.shared.fixed_addresses import ENGLISH_FIXED, FIXED
from gongkai.records.base import Record
from gongkai.records.types.english_page import EnglishPage
from gongkai.records.types.page import Page
from gongkai.records.types.standard import Floor, Standard

EXAMPLE = Example(
    good=CLEAN,
    bad={"content/pages/search.md": "---\n标题: 怎样搜索\n更新日期: 2026-09-01\n---\n写上词就行。\n"},
    message="网址“search/”已经是固定页面的",
)
FLOOR = Floor.ABSOLUTE


def scope(register: Register) -> Iterable[Record]:
    return [*register.everything(Page), *register.everything(EnglishPage)]


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for page in register.everything(Page):
        if page.slug in FIXED:
            message = f"网址“{page.slug}/”已经是固定页面的（文件名 {page.slug}.md）"
            yield rule.problem(page, (), message, "换一个文件名，如在后面加上说明")
    for english in register.everything(EnglishPage):
        if english.slug in ENGLISH_FIXED:
            message = f"网址“{english.url}”已经是英文版固定页面的（文件名 {english.slug}.md）"
            yield rule.problem(english, (), message, "换一个文件名，如在后面加上说明")
