"""页面的网址不得与栏目相同。

看什么：手写页面（content/pages/）的文件名。
怎样算错：文件名与栏目或固定页面的网址相同，如 policies.md、search.md：一个网址只能有一页。
怎样改：换一个文件名；已公布过的，在 data/addresses/ 写“转到”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.checks.example import CLEAN, Example
from gongkai.problems import Problem
from gongkai.records import listed_types
from gongkai.records.base import Record
from gongkai.records.page import Page
from gongkai.records.standard import Standard
from gongkai.register import Register

EXAMPLE = Example(
    good=CLEAN,
    bad={"content/pages/search.md": "---\n标题: 怎样搜索\n更新日期: 2026-09-01\n---\n写上词就行。\n"},
    message="网址“search/”已经是栏目",
)
#: folders and pages of the site that are no record's
FIXED = frozenset({"assets", "catalogue", "columns", "data", "feeds", "files", "log", "search", "units"})


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Page)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    taken = FIXED | {record_type.section() for record_type in listed_types()}
    for page in register.everything(Page):
        if page.slug in taken:
            message = f"网址“{page.slug}/”已经是栏目或固定页面的（文件名 {page.slug}.md）"
            yield rule.problem(page, (), message, "换一个文件名，如在后面加上说明")
