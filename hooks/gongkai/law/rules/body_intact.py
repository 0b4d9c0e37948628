"""正文须读得对。

看什么：每一篇正文里的表格、代码块、脚注、链接定义、星号和井号。
怎样算错：表格各行的格数不等，要合并的格不成方块；代码块没有结束，或者里面有“第几条”；脚注重复（错误）。
用空格排的表格、看着像重点的星号、井号接着数字、没有用到的链接定义（警告）；没有表头的表格（提示）。
怎样改：照每一条的“改法”；网页上显示的和原件一样才算改好。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import BODY, Problem
from gongkai.law.example import CLEAN, Edge, Example, an_item
from gongkai.law.shared.nothing_found import each_alone
from gongkai.records.base import ContentRecord
from gongkai.records.types.standard import Floor, Standard
from gongkai.text import find_damage

_TABLE = "| 街道 | 人次 |\n|---|---:|\n| 东街 | 120 |"

EXAMPLE = Example(
    good={**CLEAN, **an_item(body=_TABLE)},
    bad=an_item(body=f"{_TABLE} 98000 |"),
    message="这一行有 3 格，表头有 2 格",
    edges=(
        Edge("用空格排成", an_item(body="项目 标准\n学费 100元"), an_item(body="项目  标准\n学费  100元")),
    ),
)

FLOOR = Floor.LEVEL


def scope(register: Register) -> Iterable[ContentRecord]:
    return (record for record in register.content if record.body)


def _look(rule: Standard, record: ContentRecord) -> Iterator[Problem]:
    for fault in find_damage(record.body):
        yield rule.problem(record, (BODY, fault.line), fault.message, fault.fix, fault.level)


check = each_alone(scope, _look)
