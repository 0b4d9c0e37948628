"""What makes a document a policy, whatever its keys say: what it gives or takes, from whom, in which form.

Only of documents of this column's own units. Words of an audience count where they stand in the text: a key
that was left out excuses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.column.register import Register
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Audience, Disclosure

_PUBLIC = {Audience.PERSON, Audience.COMPANY, Audience.SOLE_TRADER, Audience.ORGANISATION}
#: an amount or a share that is given or taken
MONEY = re.compile(r"\d[\d,.]*\s*(?:万|亿)?元|\d[\d.]*\s*[%％]|百分之[一二三四五六七八九十]")
_GIVEN = re.compile(r"补助|补贴|奖励|贴息|资助|支持资金|报销|减免|免收|退还|收取|缴纳|缴存|罚款")
#: people, households and firms outside the government
_OUTSIDE = re.compile(
    r"每户|企业|个体工商户|经营主体|居民|村民|市民|家庭|业主|老年人|残疾人|学生|儿童|租户|承租人|社会组织|用人单位|申请人"
)
#: titles of documents that lay down rules
_RULES = re.compile(r"(?:办法|规定|细则|若干措施|若干政策)(?:（[^）]*）)?$")
_ARTICLE = re.compile(r"^\s*(?:#+\s*)?第一条", re.MULTILINE)
SENTENCE = re.compile(r"[。；;\n]")


def undeclared(register: Register) -> list[Policy]:
    """The open documents of this column in force that are not said to be policies."""
    return [
        each
        for each in register.policies
        if not each.needs_interpretation
        and each.disclosure is Disclosure.ACTIVE
        and not each.elsewhere
        and any(register.unit(name) for name in each.issuers)
        and not register.standing(each).void
    ]


def like_a_policy(policy: Policy) -> str:
    """What makes a policy of it, in words; empty where nothing does."""
    return next(_signs(policy), "")


def _signs(policy: Policy) -> Iterator[str]:
    if policy.benefit is not None:
        yield "写了惠企要素"
    addressed = [each for each in policy.audiences if each in _PUBLIC]
    money = MONEY.search(policy.body)
    if addressed and money:
        yield f"面向{'、'.join(addressed)}，正文写了“{money.group()}”"
    for sentence in SENTENCE.split(policy.body):
        outside, money = _OUTSIDE.search(sentence), MONEY.search(sentence)
        if outside and money and _GIVEN.search(sentence):
            yield f"正文对“{outside.group()}”写了“{money.group()}”"
    inside = bool(policy.audiences) and not addressed
    if not inside and _RULES.search(policy.title) and _ARTICLE.search(policy.body):
        outside = _OUTSIDE.search(policy.body)
        if addressed or outside:
            whom = "、".join(addressed) or (outside.group() if outside else "")
            yield f"是分条的“{_form(policy)}”，写的是“{whom}”的事"


def _form(policy: Policy) -> str:
    found = _RULES.search(policy.title)
    return found.group().partition("（")[0] if found else ""
