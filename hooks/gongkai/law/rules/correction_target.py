"""更正须说得通。

看什么：更正的日期、对象、原文和更正后的文字。
怎样算错：更正日期早于被更正内容的公布日期；更正指向它自己；原文和更正后一样。
怎样改：核对更正日期和更正对象；原文照抄更正以前页面上的文字，更正后写现在的文字。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.records.base import Record
from gongkai.records.types.correction import Correction
from gongkai.records.types.standard import Standard

PATH = "content/corrections/2026/jiuzhu-renci.md"
CORRECTION = """\
---
标题: 更正第三季度临时救助情况中的人次
更正对象: items/minzheng-ju/2026/jiuzhu
更正日期: {day}
原文: 本季度救助 102 人次。
更正后: 本季度救助 120 人次。
原因: 录入时数字颠倒。
审核:
  初审: 甲
  复审: 乙
  终审: 丙
  保密审查日期: 2026-10-20
---
"""
EXAMPLE = Example(
    good={**CLEAN, PATH: CORRECTION.format(day="2026-11-06")},
    bad={PATH: CORRECTION.format(day="2026-11-03")},
    message="更正日期 2026-11-03 早于“第三季度临时救助开展情况”的公布日期 2026-11-04",
    edges=(
        Edge(
            "早于“第三季度临时救助开展情况”的公布日期",
            {PATH: CORRECTION.format(day="2026-11-04")},
            {PATH: CORRECTION.format(day="2026-11-03")},
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Correction)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in register.everything(Correction):
        target = register.record(record.target)
        if target is record:
            yield rule.problem(record, "更正对象", "更正指向了它自己", "写被更正的那一条的文件名或标题")
        elif target and record.corrected_on < target.published:
            message = f"更正日期 {record.corrected_on} 早于“{target.name}”的公布日期 {target.published}"
            yield rule.problem(record, "更正日期", message, "核对这两个日期；公布以前的改动不必写更正")
        if record.old == record.new:
            yield rule.problem(
                record, "更正后", "更正后和原文一样", "原文写更正以前的文字，更正后写现在的文字"
            )
