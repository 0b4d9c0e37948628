"""解读人须写明。

看什么：写了“是否第一解读人”的解读，和专家解读、访谈、新闻发布会形式的解读。
怎样算错：没有写“解读人”，或写了第一解读人而没有写“职务”。
怎样改：加上“解读人”和“职务”；不是主要负责人解读的，删去“是否第一解读人”一行。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example, an_interpretation
from gongkai.records.base import Record
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import Form

EXAMPLE = Example(
    good={**CLEAN, **an_interpretation(是否第一解读人="是", 解读人="甲", 职务="局长")},
    bad=an_interpretation(是否第一解读人="是", 解读人="甲"),
    message="是第一解读人，没有写“职务”",
)
_SPOKEN = {Form.EXPERT, Form.INTERVIEW, Form.PRESS}


def scope(register: Register) -> Iterable[Record]:
    return _by_somebody(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for each in _by_somebody(register):
        if each.first_interpreter and each.position is None:
            fix = "加上“职务”；不是主要负责人解读的，删去“是否第一解读人”"
            yield rule.problem(each, "是否第一解读人", "是第一解读人，没有写“职务”", fix)
        elif each.person is None and each.position is None:
            message = f"“{each.form.value}”没有写由谁解读"
            yield rule.problem(each, "标题", message, "加上“解读人”和“职务”，可以只写职务")


def _by_somebody(register: Register) -> list[Interpretation]:
    return [each for each in register.interpretations if each.first_interpreter or each.form in _SPOKEN]
