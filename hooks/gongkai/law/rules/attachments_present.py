"""附件须在。

看什么：各类内容的“附件”，解读的“媒体文件”。
怎样算错：写的文件在 content/files/ 里没有。
怎样改：把文件放进 content/files/，或照实际的文件名改写（相对 content/，如 files/2026/biao.pdf）。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example, a_policy
from gongkai.law.shared.nearest import meant_path
from gongkai.records.base import Record
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Refers
from gongkai.records.types.standard import Floor, Standard

FILE = {"content/files/2026/biao.pdf": "%PDF-1.4\n%%EOF\n"}
EXAMPLE = Example(
    good={**CLEAN, **FILE, **a_policy(附件="[{名称: 申请表, 文件: files/2026/biao.pdf}]")},
    bad=a_policy(附件="[{名称: 申请表, 文件: files/2026/biaoge.pdf}]"),
    message="没有文件 content/files/2026/biaoge.pdf",
)

# the build publishes no link to a file that is not there
FLOOR = Floor.ABSOLUTE


def scope(register: Register) -> Iterable[Record]:
    return (record for record in register.content if any(references(record, Refers.FILE)))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in register.content:
        for at, path in references(record, Refers.FILE):
            if path not in register.files:
                hint = meant_path(path, register.files)
                message = f"没有文件 content/{path}"
                yield rule.problem(
                    record, at, message, f"{hint}把文件放进 content/files/，或改写成实际的文件名"
                )
