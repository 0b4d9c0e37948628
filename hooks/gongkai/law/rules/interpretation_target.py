"""解读须对应政策。

看什么：每一份解读（草稿也看）的“解读文件”，问答和逐条解读的“对应条款”“条款”“对应文件”。
怎样算错：所写的政策找不到、不止一件、写了两遍；公开的解读指向草稿或还没有公布的政策；
对应的条款在政策正文里没有；解读几件文件，看不出条款是哪一件的。
怎样改：照政策的文件名、发文字号或标题填写；条款写成“第三条”；解读几件文件的，写“对应文件”。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import At, Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, Edge, Example, a_policy, an_interpretation
from gongkai.law.shared.names import hidden_reference, policy_reference
from gongkai.law.shared.nearest import shown
from gongkai.records.base import Record
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.text import article_id

EXAMPLE = Example(
    good={**CLEAN, **an_interpretation(问答="[{问: 谁可以申请？, 答: 老年人。, 对应条款: 第二条}]")},
    bad=an_interpretation(问答="[{问: 谁可以申请？, 答: 老年人。, 对应条款: 第三条}]"),
    message="没有“第三条”",
    edges=(Edge("要到 2026-11-22 才公布", a_policy(发布日期="2026-11-21"), a_policy(发布日期="2026-11-22")),),
)
_BETWEEN = re.compile("[、，,；;和及与至]|——|－")
#: the article words of a question or note, where they stand, and the document named beside them
Cited = tuple[At, str, str | None]


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Interpretation)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for interpretation in register.everything(Interpretation):
        yield from _documents(register, rule, interpretation)
        yield from _articles(register, rule, interpretation)


def _documents(register: Register, rule: Standard, interpretation: Interpretation) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, name in enumerate(interpretation.documents):
        at: At = ("解读文件", place)
        yield from policy_reference(register, rule, interpretation, at, name, "所解读的文件")
        yield from hidden_reference(register, rule, interpretation, at, name, "所解读的文件")
        policy = register.policy(name)
        if policy is not None:
            if policy.id in seen:
                message = f"“解读文件”里{in_marks(policy.title)}写了两遍"
                yield rule.problem(interpretation, at, message, "删去重复的一行")
            seen.add(policy.id)


def _cited(interpretation: Interpretation) -> Iterator[Cited]:
    for place, question in enumerate(interpretation.questions):
        for number, words in enumerate(question.articles):
            yield ("问答", place, "对应条款", number), words, question.document
    for place, note in enumerate(interpretation.notes):
        yield ("逐条解读", place, "条款"), note.article, note.document


def _articles(register: Register, rule: Standard, interpretation: Interpretation) -> Iterator[Problem]:
    named = [register.policy(name) for name in interpretation.documents]
    policies = [policy for policy in named if policy is not None]
    if len(policies) < len(named):
        return  # which document is meant is already asked
    for at, words, document in _cited(interpretation):
        meant = policies
        if document is not None:
            one = register.policy(document)
            meant = [policy for policy in policies if policy is one]
            if not meant:
                message = f"对应文件“{shown(document)}”不在本解读的“解读文件”里"
                yield rule.problem(interpretation, (*at[:2], "对应文件"), message, "照“解读文件”里的写法填写")
                continue
        yield from _article(rule, interpretation, at, words, meant)


def _article(
    rule: Standard, interpretation: Interpretation, at: At, words: str, policies: list[Policy]
) -> Iterator[Problem]:
    for each in filter(None, map(str.strip, _BETWEEN.split(words))):
        name = article_id(each)
        holding = [policy for policy in policies if name in policy.document.article_ids]
        if name is None:
            fix = "写成“第三条”这样；不是分条的文件就删去这一行"
            yield rule.problem(interpretation, at, f"认不出条款“{shown(each)}”", fix)
        elif not holding:
            titles = "、".join(in_marks(policy.title) for policy in policies)
            fix = "照政策正文核对条款；正文没有分条的，删去这一行"
            yield rule.problem(interpretation, at, f"{titles}的正文里没有“{shown(each)}”", fix)
        elif len(holding) > 1:
            titles = "、".join(in_marks(policy.title) for policy in holding)
            message = f"“{shown(each)}”在{titles}里都有，看不出是哪一件的"
            yield rule.problem(interpretation, at, message, "在同一处写上“对应文件”")
