"""表格里的编号不得重复。

看什么：一行一页的表格（重大行政决策、政府公报、要点任务、民生实事等）里的“编号”。
怎样算错：同一个文件里两行用了同一个编号（不分大小写）：两页会是同一个网址。
怎样改：给后加的一行换一个没有用过的编号。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example
from gongkai.records.base import Record
from gongkai.records.types.standard import Floor, Standard

ROW = """\
- 编号: {number}
  事项: 制定养老服务专项规划
  承办单位: 区民政局
  目录公布日期: 2026-03-02
"""
EXAMPLE = Example(
    good=CLEAN,
    bad={"data/decisions/2026.yml": ROW.format(number="JC-01") + ROW.format(number="jc-01")},
    message="编号“jc-01”已经用过",
)

# a number is the end of an address and the key of a table: two of them cannot be published
FLOOR = Floor.ABSOLUTE


def scope(register: Register) -> Iterable[Record]:
    return (record for record in register.content if record.source.row is not None)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for record in register.content:
        if record.source.row is None:
            continue
        number = record.slug
        if record.id in seen:
            message = f"编号“{number}”已经用过（第 {seen[record.id] + 1} 条）"
            yield rule.problem(record, record.KEY or "编号", message, "换一个没有用过的编号")
        seen.setdefault(record.id, record.source.row)
