"""给企业钱的政策须写惠企要素。

看什么：面向企业、个体工商户、社会组织的规范性文件、政策性文件，有效或者尚未施行、没有改过的，没有写“惠企要素”的。
怎样算错：正文有一句写着给补贴、奖励、贴息一类，并且写了数额或者比例。
怎样改：写上“惠企要素”：适用对象、支持方式和内容、条件、怎样申报、起止日期；不给企业钱的，经批准写豁免。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.law.rules.benefit_elements import BUSINESS, a_benefit
from gongkai.law.shared.policy_likeness import MONEY, SENTENCE
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import Disclosure, Status

_SUPPORT = re.compile(r"补助|补贴|奖励|贴息|资助|扶持资金|支持资金")
#: of what is amended or repealed in part, the article that gives may be the one that ended
_WHOLE = {Status.VALID, Status.NOT_YET}
_NONE = re.compile(r"不(?:再)?(?:给予|予|发放|享受)|停止|取消")


def a_promise(body: str = "对符合条件的小微企业贷款给予贴息，最高10万元。", **fields: str) -> Files:
    """A policy for firms that says so and has no keys for it."""
    written = {"服务对象": "[企业]", "是否规范性文件": "否", "是否政策性文件": "是", **fields}
    return a_policy(body=body, **written)


EXAMPLE = Example(
    good={**CLEAN, **a_benefit("2026-12-31")},
    bad=a_promise(),
    message="给企业“贴息”“10万元”，没有写惠企要素",
    edges=(
        Edge("没有写惠企要素", a_promise(服务对象="[个人]"), a_promise(服务对象="[个体工商户]")),
        Edge("没有写惠企要素", a_promise("对小微企业给予贴息。"), a_promise("按付息的30%给予补贴。")),
        Edge("没有写惠企要素", a_promise("不再给予每户10万元的补贴。"), a_promise()),
        Edge(
            "没有写惠企要素",
            a_promise(失效日期="2026-11-20", 施行日期="2026-11-06"),
            a_promise(失效日期="2026-11-21", 施行日期="2026-11-06"),
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return _for_business(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in _for_business(register):
        if policy.benefit is None and (found := _promised(policy.body)):
            what, much = found
            message = f"给企业“{what}”“{much}”，没有写惠企要素"
            fix = "写上惠企要素：适用对象、支持内容、条件、怎样申报、起止日期"
            yield rule.problem(policy, "服务对象", message, fix)


def _for_business(register: Register) -> list[Policy]:
    return [
        each
        for each in register.policies
        if BUSINESS & set(each.audiences)
        # what is not said to be a policy is told as that first
        and each.needs_interpretation
        and each.disclosure is Disclosure.ACTIVE
        and not each.elsewhere
        and register.standing(each).status in _WHOLE
    ]


def _promised(body: str) -> tuple[str, str] | None:
    """(what is given, how much) of the first sentence that gives money."""
    for sentence in SENTENCE.split(body):
        what, much = _SUPPORT.search(sentence), MONEY.search(sentence)
        if what and much and not _NONE.search(sentence):
            return what.group(), much.group()
    return None
