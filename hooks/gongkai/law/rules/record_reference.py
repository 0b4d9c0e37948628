"""相关记录须对得上。

看什么：各类内容里写的别的记录和政策（如 征集、决策事项、办事指南里的“形成的文件”“相关政策”）。
怎样算错：写的记录或政策没有；同名的不止一个；公开的内容指向草稿或还没有公布的内容。
怎样改：写对方的文件名、编号、发文字号或标题；重名的写全路径，如 consultations/2026/yanglao。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import At, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.law.shared.names import gone_reference, hidden_reference, policy_reference
from gongkai.law.shared.nearest import nearest, shown
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Refers
from gongkai.records.traits import Trait
from gongkai.records.types.standard import Standard

CONSULTATION = """\
---
标题: 养老服务专项规划征求意见
单位: 区民政局
发布日期: 2026-11-02
开始日期: 2026-11-02
截止日期: 2026-11-20
依据: 重大行政决策程序暂行条例
形成的文件: {document}
---
欢迎提出意见。
"""
PATH = "content/consultations/2026/yanglao.md"


def _naming(day: str) -> Files:
    """A consultation that names a policy of a day."""
    return {PATH: CONSULTATION.format(document="yanglao"), **a_policy(发布日期=day)}


def _deciding(*years: str) -> Files:
    """A consultation on a decision whose number stands in the tables of these years."""
    row = "- {编号: JC2026-05, 事项: 专项规划, 承办单位: 区民政局, 目录公布日期: 2025-04-13}\n"
    text = CONSULTATION.replace("形成的文件: {document}", "决策事项: [JC2026-05]")
    return {PATH: text, **{f"data/decisions/{year}.yml": row for year in years}}


EXAMPLE = Example(
    good=CLEAN,
    bad={PATH: CONSULTATION.format(document="meiyou-zhe-jian")},
    message="“meiyou-zhe-jian”在本栏目里找不到",
    edges=(
        Edge("要到 2026-11-22 才公布", _naming("2026-11-21"), _naming("2026-11-22")),
        Edge("“JC2026-05”不止一条", _deciding("2026"), _deciding("2025", "2026")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    for record in register.content:
        policies = Trait.OWN_POLICY_RULES not in record.TRAITS and any(references(record, Refers.POLICY))
        if policies or any(references(record, Refers.RECORD)):
            yield record


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in register.content:
        if Trait.OWN_POLICY_RULES not in record.TRAITS:
            for at, name in references(record, Refers.POLICY):
                yield from policy_reference(register, rule, record, at, name, "文件")
                yield from hidden_reference(register, rule, record, at, name, "文件")
        for at, name in references(record, Refers.RECORD):
            yield from _record(register, rule, record, at, name)


def _record(
    register: Register, rule: Standard, record: ContentRecord, at: At, name: str
) -> Iterator[Problem]:
    found = register.record_names.all(name)
    if len(found) > 1:
        paths = "、".join(each.id for each in found)
        yield rule.problem(record, at, f"“{shown(name)}”不止一条：{paths}", f"写全路径，如 {found[0].id}")
    elif not found and (gone := gone_reference(rule, register, record, at, name)):
        yield gone
    elif not found and not any(register.is_broken(each.record_type, name) for each in register.broken):
        # a correction often has the file name of what it corrects: its own names are not what it means
        own = {record.id, record.source.path, record.slug, record.name}
        hint = nearest(name, register.record_names.known(), without=own)
        yield rule.problem(
            record, at, f"“{shown(name)}”在本栏目里找不到", f"{hint}写对方的文件名、编号或标题"
        )
    elif found and record.is_public(register.today) and not found[0].is_public(register.today):
        yield rule.problem(
            record, at, f"“{shown(name)}”还没有公布，不能先公开指向它的内容", "等它公布时一并公布"
        )
