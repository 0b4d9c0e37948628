"""解读须是原创。

看什么：每一份解读的“来源”。
怎样算错：不是“原创”，例如转载媒体报道，或者拿工作总结当解读。
怎样改：由起草部门撰写解读，“来源”写“原创”；媒体报道可在正文里作为链接给出。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example, an_interpretation
from gongkai.law.shared.nearest import shown
from gongkai.records.base import Record
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.standard import Standard

OWN = "原创"
EXAMPLE = Example(
    good=CLEAN,
    bad=an_interpretation(来源="转载自示例日报"),
    message="来源是“转载自示例日报”",
)


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Interpretation)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for interpretation in register.everything(Interpretation):
        if interpretation.provenance != OWN:
            message = (
                f"解读的来源是“{shown(interpretation.provenance)}”，不得转发媒体报道或以工作总结作为解读材料"
            )
            yield rule.problem(interpretation, "来源", message, "由起草部门撰写解读，“来源”写“原创”")
