"""条号须连续，引用的条须在。

看什么：政策正文里“第几条”的顺序；“本办法第几条第几款第（几）项”一类引用。
怎样算错：条号跳过、重复、倒着排（抄录时最容易丢一行）；引用的条、款、项正文里没有。
第一条不从“第一条”开始的不算。
怎样改：对照原件补上丢掉的条，或改正条号；原件就是这样的，写豁免说明。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import BODY, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.law.shared.nothing_found import each_alone
from gongkai.law.shared.stated import policies_with_text
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.text.facts import misnumbered, references


def _numbered(*numbers: str, last: str = "") -> Files:
    body = "\n\n".join(f"第{number}条　为做好养老服务，制定本办法。" for number in numbers)
    return a_policy(body=f"{body}\n\n{last}" if last else body)


_REFERENCE = "第三条　违反本办法第{}条规定的，责令改正。"
EXAMPLE = Example(
    good={**CLEAN, **_numbered("一", "二", "三")},
    bad=_numbered("一", "二", "四"),
    message="第二条后面是第四条",
    edges=(
        Edge("后面是第", _numbered("一", "二", "三"), _numbered("一", "二", "四")),
        Edge("引用的第", _numbered("一", "二", last=_REFERENCE.format("三")),
             _numbered("一", "二", last=_REFERENCE.format("四"))),
    ),
)  # fmt: skip
_WHY = {"跳号": "中间缺了条", "重号": "条号重复", "倒序": "条号倒着排"}


def scope(register: Register) -> Iterable[Record]:
    return (policy for policy in policies_with_text(register) if policy.document.governing.articles)


def _look(rule: Standard, policy: Policy) -> Iterator[Problem]:
    for text in policy.document.all:
        for fault in misnumbered(text):
            message = f"{fault.before.label}后面是{fault.article.label}（{_WHY[fault.kind]}）"
            yield rule.problem(policy, (BODY, fault.article.line), message,
                               "对照原件：丢了的条补上，条号写错的改正")  # fmt: skip
        for each in references(text):
            if each.part is None:
                message = f"引用的{each.words}，正文里没有"
                yield rule.problem(policy, (BODY, each.sentence.line), message,
                                   "对照原件改正条号，或补上丢掉的条、款、项")  # fmt: skip


check = each_alone(policies_with_text, _look)
