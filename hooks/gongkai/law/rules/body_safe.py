"""正文须安全。

看什么：每一篇正文里的网页标签、链接、图片、列表层次和链接定义。
怎样算错：用了不允许的标签（如 script、iframe、表单）或 Word 残留的标签；标签不配对；
链接协议不允许、用了反斜杠、越出内容目录；图片在别的网站上；层次太深；定义重复。
怎样改：照每一条的“改法”；拿不准的，去掉标签，用 Markdown 写。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import BODY, Problem
from gongkai.law.example import CLEAN, Edge, Example, an_item
from gongkai.law.shared.nothing_found import each_alone
from gongkai.records.base import ContentRecord
from gongkai.records.types.standard import Floor, Standard
from gongkai.text import find_unsafe

EXAMPLE = Example(
    good=CLEAN,
    bad=an_item(body="本季度救助 120 人次。\n\n<script>alert(1)</script>"),
    message="script",
    edges=(
        Edge(
            "越出了内容目录",
            an_item(body="见[章程](../../../z.pdf)。"),
            an_item(body="见[章程](../../../../z.pdf)。"),
        ),
    ),
)

FLOOR = Floor.ABSOLUTE


def scope(register: Register) -> Iterable[ContentRecord]:
    return (record for record in register.content if record.body)


def _look(rule: Standard, record: ContentRecord) -> Iterator[Problem]:
    # the folders between content/ and the file, so many ../ a link may have
    folders = record.source.path.count("/") - 1
    for fault in find_unsafe(record.body, folders=folders):
        yield rule.problem(record, (BODY, fault.line), fault.message, fault.fix, fault.level)


check = each_alone(scope, _look)
