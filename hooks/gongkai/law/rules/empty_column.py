"""栏目不得空白。

看什么：政策文件、政策解读、会议、信息四个栏目。
怎样算错：一条已经公布的内容都没有。
怎样改：发布应当公开的内容；还没有的，写一条说明页面。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, a_meeting
from gongkai.records import types_with
from gongkai.records.base import Record
from gongkai.records.traits import Trait
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good=CLEAN,
    bad={"content/meetings/2026/changwuhui-46.md": ""},
    message="“会议”栏目是空的",
    edges=(Edge("“会议”栏目是空的", a_meeting(预告日期="2026-11-21"), a_meeting(预告日期="2026-11-22")),),
)


def scope(register: Register) -> Iterable[Record]:
    return (record for section in types_with(Trait.NEVER_EMPTY) for record in register.public(section))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    broken = {each.record_type for each in register.broken}
    for section in types_with(Trait.NEVER_EMPTY):
        if section not in broken and not any(
            r.is_public(register.today) for r in register.everything(section)
        ):
            yield Problem(
                rule=rule.slug,
                name=rule.title,
                level=rule.level,
                basis=rule.basis,
                path=section.PATH.split("{")[0].rstrip("/"),
                message=f"“{section.LABEL}”栏目是空的",
                fix=f"在 {section.PATH.split('{')[0]} 里发布应当公开的内容",
            )
