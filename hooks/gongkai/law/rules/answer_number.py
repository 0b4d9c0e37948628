"""问答编号不得重复。

看什么：公开的问答的“编号”，没有写的看由问句算出的网址。
怎样算错：两个问题的编号一样，或者和别的问题算出的网址一样：一个网址只能有一个问题。
怎样改：给后来的一问换一个编号；已公布过的编号不要动。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.asked import Asked, asked, asks
from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example, Files, an_interpretation
from gongkai.law.shared.nearest import shown
from gongkai.records.base import Record
from gongkai.records.types.standard import Floor, Standard


def _numbered(number: str) -> Files:
    first = "{问: 谁可以申请？, 答: 老年人。, 编号: shenqing-ren}"
    return an_interpretation(问答=f"[{first}, {{问: 多久批下来？, 答: 十日。, 编号: {number}}}]")


EXAMPLE = Example(
    good={**CLEAN, **_numbered("duojiu")},
    bad=_numbered("shenqing-ren"),
    message="网址“answers/shenqing-ren/”已经是“谁可以申请？”的",
)
FLOOR = Floor.ABSOLUTE


def scope(register: Register) -> Iterable[Record]:
    return (record for record in register.all if asks(type(record)))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    seen: dict[str, Asked] = {}
    for record in reversed(register.all):
        for each in asked(record, register.today):
            first = seen.setdefault(each.url, each)
            if first is not each:
                question, place = shown(first.question), first.record.source.path
                message = f"网址“{each.url}”已经是“{question}”的（{place}）"
                yield rule.problem(record, (*each.at, "编号"), message, "给这一问换一个“编号”")
