"""栏目不得空白。

看什么：政策文件、政策解读、会议、信息四个栏目。
怎样算错：一条已经公布的内容都没有。全部公布过的内容还不到“起看条数”的，是刚开办的栏目，只提示，不挡住正式发布。
怎样改：发布应当公开的内容；确实没有的，经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_meeting, an_item
from gongkai.records import types_with
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.traits import Trait
from gongkai.records.types.standard import Standard

_MEETING = "content/meetings/2026/changwuhui-46.md"
_EMPTY = "“会议”栏目是空的"


def _without_meetings(count: int) -> Files:
    """So many records in the whole column, none of them a meeting; four are there without the items."""
    found: dict[str, str] = {_MEETING: ""}
    for number in range(count - 4):
        found |= an_item(f"dongtai-{number}")
    return found


EXAMPLE = Example(
    good=CLEAN,
    bad={_MEETING: ""},
    message=_EMPTY,
    edges=(
        Edge(_EMPTY, a_meeting(预告日期="2026-11-21"), a_meeting(预告日期="2026-11-22")),
        # what begins must be able to be published: its first visitors find the sections that are filled
        Edge(_EMPTY, _without_meetings(9), _without_meetings(10), level=Level.WARNING),
    ),
)
PARAMETERS = {"起看条数": as_count}


def scope(register: Register) -> Iterable[Record]:
    return (record for section in types_with(Trait.NEVER_EMPTY) for record in register.public(section))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    broken = {each.record_type for each in register.broken}
    begun = len(register.all) >= rule.number("起看条数")
    for section in types_with(Trait.NEVER_EMPTY):
        if section not in broken and not any(
            r.is_public(register.today) for r in register.everything(section)
        ):
            yield Problem(
                rule=rule.slug,
                name=rule.title,
                level=rule.level if begun else Level.NOTICE,
                basis=rule.basis,
                path=section.PATH.split("{")[0].rstrip("/"),
                message=f"“{section.LABEL}”栏目是空的",
                fix=f"在 {section.PATH.split('{')[0]} 里发布应当公开的内容",
            )
