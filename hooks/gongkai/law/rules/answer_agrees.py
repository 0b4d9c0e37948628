"""同一问须一样答。

看什么：公开的问答：解读、办事指南、意见征集的“问答”，新闻发布会的“答问”，活动的“答疑”。
怎样算错：问句一样（标点不算），依据或谈到的是同一件文件，两处的答复不一样，依据又都没有失效：
读者不知道信哪一个。两处写的数不一样的是警告，只是话不一样的是提示。
没有文件的，同一单位答的才比。
怎样改：核对哪一处对，改正另一处，在“更新说明”里写明；问的不是一回事的，把问句写清楚。
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from gongkai.column.answers import Answer, gathered
from gongkai.column.asked import asks, plain
from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Example, Files, an_interpretation
from gongkai.law.shared.nearest import shown
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard

FIRST = an_interpretation(问答="[{问: 谁可以申请？, 答: 六十岁以上的老年人。, 对应条款: 第二条}]")


def _second(answer: str) -> Files:
    return an_interpretation(
        "dier-jiedu", 发布日期="2026-11-07", 问答=f"[{{问: 谁可以申请, 答: {answer}, 对应条款: 第二条}}]"
    )


EXAMPLE = Example(
    good={**CLEAN, **FIRST, **_second("六十岁以上的老年人")},
    bad=_second("六十岁以上和生活不能自理的人。"),
    message="“谁可以申请？”在 content/interpretations/2026/yanglao-jiedu.md 里答的不一样",
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def scope(register: Register) -> Iterable[Record]:
    return (record for record in register.all if asks(type(record)))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for group in _alike(register):
        for one, other in pairwise(group):
            if plain(one.asked.answer) != plain(other.asked.answer):
                yield _differ(rule, one, other)


def _alike(register: Register) -> Iterable[list[Answer]]:
    """Answers that hold to one question about one document or by one unit, the oldest first."""
    found: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for each in gathered(register):
        for name in sorted(each.documents or {unit.id for unit in each.units}) if not each.past else ():
            found[plain(each.asked.question), name].append(each)
    told: set[tuple[str, ...]] = set()
    for group in found.values():
        ordered = sorted(group, key=lambda each: (each.asked.day, each.url))
        urls = tuple(each.url for each in ordered)
        if urls not in told:
            told.add(urls)
            yield ordered


def _figures(each: Answer) -> set[str]:
    """The numbers in an answer, full-width ones too."""
    return set(_FIGURE.findall(unicodedata.normalize("NFKC", each.asked.answer)))


def _differ(rule: Standard, one: Answer, other: Answer) -> Problem:
    """Told where it was said last."""
    said, before = _figures(other), _figures(one)
    graver = Level.WARNING if said and before and said != before else None
    place = one.asked.record.source.path
    message = f"“{shown(one.asked.question)}”在 {place} 里答的不一样：“{shown(one.asked.answer)}”"
    fix = "核对哪一处对，改正另一处并写“更新说明”；问的不是一回事的，把问句写清楚"
    at = (*other.asked.at, "答")
    return rule.problem(other.asked.record, at, message, fix, graver)
