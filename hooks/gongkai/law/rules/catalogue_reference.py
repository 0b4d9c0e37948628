"""公开事项须对得上。

看什么：政策和信息里的“公开事项”编号；公开事项目录里的编号、公开主体和牵头单位。
怎样算错：编号在目录里没有；两个事项用了同一个编号；公开主体或牵头单位在单位里没有。
有了目录，已公布的信息没有写“公开事项”的，只提示；“公开时限”的说法读不出期限的，照原文刊登，只提示。
怎样改：照公开事项目录里的“编号”填写；编号重复的改一个；单位写名称、简称或曾用名；
目录里没有合适事项的，先把它列进目录。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem, excerpt
from gongkai.law.example import CLEAN, Example, an_item
from gongkai.law.shared.names import entry_reference, unit_reference
from gongkai.records.base import Record
from gongkai.records.fields.references import references
from gongkai.records.fields.time_limit import limits
from gongkai.records.fields.values import Refers
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good=CLEAN,
    bad=an_item(公开事项="[SL-01, SL-10]"),
    message="公开事项编号“SL-10”在 data/catalogue/ 里没有",
)


def scope(register: Register) -> Iterable[Record]:
    items = register.items if register.catalogue else []
    named = (record for record in register.content if any(references(record, Refers.ENTRY)))
    yield from {record.id: record for record in (*named, *items)}.values()
    yield from register.catalogue


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in register.content:
        for at, number in references(record, Refers.ENTRY):
            if register.entry(number) is None:
                yield from entry_reference(register, rule, record, at, number)
    yield from _unnamed(register, rule)
    yield from _numbers(register, rule)
    yield from _wordings(register, rule)
    for entry in register.catalogue:
        for at, name in references(entry, Refers.UNIT):
            yield from unit_reference(register, rule, entry, at, name)


def _unnamed(register: Register, rule: Standard) -> Iterator[Problem]:
    """Items that stand outside the catalogue, where there is one: the contract does not know them."""
    outside = [each for each in register.items if not each.catalogue] if register.catalogue else []
    for item in outside:
        fix = "加上一行 公开事项: 目录里的编号；目录里没有合适事项的，先把它列进目录"
        yield rule.problem(item, "标题", "没有写它属于哪一个公开事项", fix, Level.NOTICE)


def _wordings(register: Register, rule: Standard) -> Iterator[Problem]:
    """Terms whose words no program knows: they are told as they stand, and nobody is late by them."""
    for entry in register.catalogue:
        if not limits(entry.limit):
            fix = "不改也可以公布；要按期提醒的，写成“形成之日起20个工作日内”“每月”“每年3月31日前”“长期”一类"
            message = f"公开时限“{excerpt(entry.limit)}”读不出期限，照原文刊登，不计算逾期"
            yield rule.problem(entry, "公开时限", message, fix, Level.NOTICE)


def _numbers(register: Register, rule: Standard) -> Iterator[Problem]:
    for number, entries in register.entry_numbers.claims.items():
        for entry in entries[1:]:
            message = f"编号“{number}”重复：{entries[0].source.path} 里的“{entries[0].name}”已经用了"
            yield rule.problem(entry, "编号", message, "换一个没有用过的编号")
