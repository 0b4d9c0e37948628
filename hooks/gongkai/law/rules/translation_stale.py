"""译文须跟上原文。

看什么：英文译文的译文日期，和中文原文的更新说明、日期变更、更正、状态。
怎样算错：译文日期以后，原文有了更新说明、日期变更或者更正，或者被修改、废止、失效。
怎样改：对照原文改好译文，再把译文日期写成核对的那一天；原文的改动不影响译文的，也写上核对日期。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.column.register.english import changed_since
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard

TRANSLATION = """\
---
原文: policies/2026/yanglao
标题: Measures on Services for Older People
译文日期: {day}
---
Article 1. Older people may apply for a subsidy.
"""
PATH = "content/en/records/2026/older-people.md"
UPDATES = "[{日期: 2026-11-15, 程度: 重要, 说明: 补充申请材料清单}]"


def _updated(day: str) -> Files:
    return a_policy(更新说明=UPDATES.replace("2026-11-15", day))


EXAMPLE = Example(
    good={**CLEAN, **a_policy(更新说明=UPDATES), PATH: TRANSLATION.format(day="2026-11-15")},
    bad={PATH: TRANSLATION.format(day="2026-11-14")},
    message="译文日期 2026-11-14 以后，原文有变化：2026-11-15 更新说明",
    edges=(
        Edge(
            "原文有变化：2026-11-15 更新说明",
            {PATH: TRANSLATION.format(day="2026-11-15")},
            {PATH: TRANSLATION.format(day="2026-11-14")},
        ),
        Edge("原文有变化：2026-11-21 更新说明", _updated("2026-11-22"), _updated("2026-11-21")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return register.translations


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in register.translations:
        changes = changed_since(register, record)
        if changes:
            listed = "、".join(f"{day} {what}" for day, what in changes)
            message = f"译文日期 {record.translated_on} 以后，原文有变化：{listed}"
            yield rule.problem(record, "译文日期", message, "对照原文改好译文，再更新译文日期")
