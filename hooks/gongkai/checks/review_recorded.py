"""先审后发。

看什么：已公布的政策、解读和信息的“审核”：初审、复审、终审和保密审查日期。
怎样算错：政策或解读没有写全，或保密审查晚于发布日期。信息写得不全的只提示；
一条也没有写的，合起来提示一次。
怎样改：补写“审核”下的初审、复审、终审（姓名或岗位）和保密审查日期。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.checks.example import CLEAN, Example, a_policy
from gongkai.problems import Level, Problem
from gongkai.records.base import ContentRecord, Record, Review
from gongkai.records.item import Item
from gongkai.records.standard import Standard
from gongkai.register import Register

EXAMPLE = Example(
    good=CLEAN,
    bad=a_policy(审核="{初审: 甲, 复审: 乙}"),
    message="“审核”缺少终审、保密审查日期",
)
FIX = "发布前完成三审和保密审查，在“审核”下写上初审、复审、终审和保密审查日期"


def scope(register: Register) -> Iterable[Record]:
    return (*register.policies, *register.interpretations, *register.items)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in (*register.policies, *register.interpretations):
        yield from _recorded(rule, record, rule.level)
    without = [item for item in register.items if item.review is None]
    for item in register.items:
        if item.review is not None:
            yield from _recorded(rule, item, Level.NOTICE)
    if without:
        first: Item = min(without, key=lambda item: item.source.path)
        message = f"有 {len(without)} 条信息没有写“审核”，这是其中一条"
        yield rule.problem(first, "审核", message, FIX, Level.NOTICE)


def _recorded(rule: Standard, record: ContentRecord, level: Level) -> Iterator[Problem]:
    review = record.review or Review()
    steps = {
        "初审": review.first,
        "复审": review.second,
        "终审": review.final,
        "保密审查日期": review.secrecy,
    }
    missing = [name for name, value in steps.items() if value is None]
    if missing:
        yield rule.problem(record, "审核", f"“审核”缺少{'、'.join(missing)}", FIX, level)
    if review.secrecy is not None and review.secrecy > record.published:
        message = f"保密审查日期 {review.secrecy} 晚于发布日期 {record.published}，须先审查后发布"
        yield rule.problem(
            record, ("审核", "保密审查日期"), message, "核对这两个日期；确实漏审的先撤下再审", level
        )
