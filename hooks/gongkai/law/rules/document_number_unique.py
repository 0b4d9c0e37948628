"""发文字号和索引号不得重复。

看什么：所有政策（草稿也看）的“发文字号”和“索引号”。
怎样算错：两件政策用了同一个号；括号、空格、全角半角的不同不算不同；联合发文的每个文号都看；
“第5号”“通告2026年第3号”这样没有机关的，只和同一机关的比。
怎样改：核对原件，改正写错的一件；同一件政策录了两遍的删去一份。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.document_numbers import names_office, parts, plain
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example, a_policy
from gongkai.law.shared.nearest import shown
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard

SECOND = a_policy("dier", 发文字号="示民发〔2026〕22号", 是否规范性文件="否")
EXAMPLE = Example(
    good={**CLEAN, **SECOND},
    bad=a_policy("dier", 是否规范性文件="否"),
    message="发文字号“示民发〔2026〕21号”重复",
)


def scope(register: Register) -> Iterable[Record]:
    return (policy for policy in register.everything(Policy) if policy.number or policy.index_number)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for key in ("发文字号", "索引号"):
        seen: dict[str, Policy] = {}
        for policy in register.everything(Policy):
            number = policy.number if key == "发文字号" else policy.index_number
            if number is None:
                continue
            names = _of_office(policy, number) if key == "发文字号" else ["".join(number.split())]
            first = next((seen[name] for name in names if name in seen), policy)
            seen.update(dict.fromkeys(names, first))
            if first is not policy:
                message = (
                    f"{key}“{shown(number)}”重复：{first.source.path} 和 {policy.source.path} 用了同一个号"
                )
                yield rule.problem(policy, key, message, "核对原件，改正写错的一件；录了两遍的删去一份")


def _of_office(policy: Policy, number: str) -> list[str]:
    """Each number of a joint document; of 第5号, which every office has, with the office."""
    office = "、".join(policy.issuers)
    return [plain(each) if names_office(each) else f"{office} {plain(each)}" for each in parts(number)]
