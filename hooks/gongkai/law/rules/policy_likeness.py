"""像政策的文件须认作政策。

看什么：主动公开、没有废止或失效的文件，“是否规范性文件”“是否政策性文件”都不是“是”的。
怎样算错：写了“惠企要素”；或者面向个人、企业、社会组织，正文又定了金额、比例：
这样的文件是政策性文件，要有解读，不能因为没有填一项就不算。
怎样改：写“是否政策性文件: 是”，配上解读；确实只是转发、通报的，经批准写豁免。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import Audience, Disclosure

_PUBLIC = {Audience.PERSON, Audience.COMPANY, Audience.SOLE_TRADER, Audience.ORGANISATION}
#: an amount or a share that is given or taken
_MONEY = re.compile(r"\d[\d,.]*\s*(?:万|亿)?元|\d[\d.]*\s*[%％]|百分之[一二三四五六七八九十]")


def _notice(audience: str, body: str) -> Files:
    fields = {"发文字号": "示民发〔2026〕22号", "是否规范性文件": "否", "服务对象": f"[{audience}]"}
    return a_policy("tongzhi", **fields, body=body)


_GIVES = "第一条　每户补助500元。"
EXAMPLE = Example(
    good={**CLEAN, **_notice("企业", "第一条　请按时填报年度报表。")},
    bad=_notice("企业", _GIVES),
    message="面向企业，正文写了“500元”，没有认作政策性文件",
    edges=(
        Edge("没有认作政策性文件", _notice("机关事业单位", _GIVES), _notice("个人", _GIVES)),
        Edge(
            "没有认作政策性文件", _notice("个人", "第一条　共500人。"), _notice("个人", "第一条　报销50%。")
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return _undeclared(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in _undeclared(register):
        if why := _like_a_policy(policy):
            fix = "写“是否政策性文件: 是”，配上解读；确实只是转发、通报的，经批准写豁免"
            yield rule.problem(policy, "标题", f"《{policy.title}》{why}，没有认作政策性文件", fix)


def _undeclared(register: Register) -> list[Policy]:
    return [
        each
        for each in register.policies
        if not each.needs_interpretation
        and each.disclosure is Disclosure.ACTIVE
        and not register.standing(each).void
    ]


def _like_a_policy(policy: Policy) -> str:
    """What makes a policy of it, in words; empty where nothing does."""
    if policy.benefit is not None:
        return "写了惠企要素"
    addressed = [each for each in policy.audiences if each in _PUBLIC]
    money = _MONEY.search(policy.body)
    return f"面向{'、'.join(addressed)}，正文写了“{money.group()}”" if addressed and money else ""
