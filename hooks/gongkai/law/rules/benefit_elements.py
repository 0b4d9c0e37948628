"""惠企要素须说得清。

看什么：写了“惠企要素”的政策文件。
怎样算错：申报截止早于申报开始，或早于文件发布；服务对象里没有企业、个体工商户或社会组织。
怎样改：核对日期；在“服务对象”里补上。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import Audience

_TEXT = """
  适用对象: 本区小微企业
  支持方式: [资金补贴]
  支持内容: 按实际付息的30%补贴
  申报条件: [依法纳税]
  申报方式:
    - 渠道: 网上
      网址: https://www.example.gov.cn/shenbao/
  申报开始: 2026-11-10
  申报截止: {day}
  咨询方式: 010-00000000"""


def a_benefit(day: str) -> Files:
    """A policy for which one may apply up to a day."""
    return a_policy(服务对象="企业", 是否规范性文件="否", 是否政策性文件="是", 惠企要素=_TEXT.format(day=day))


EXAMPLE = Example(
    good={**CLEAN, **a_benefit("2026-12-31")},
    bad=a_benefit("2026-11-09"),
    message="申报截止 2026-11-09 早于申报开始 2026-11-10",
    edges=(
        Edge("早于申报开始", a_benefit("2026-11-10"), a_benefit("2026-11-09")),
        Edge("早于文件发布", a_benefit("2026-11-05"), a_benefit("2026-11-04")),
    ),
)
BUSINESS = {Audience.COMPANY, Audience.SOLE_TRADER, Audience.ORGANISATION}


def scope(register: Register) -> Iterable[Record]:
    return (policy for policy in register.everything(Policy) if policy.benefit)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in register.everything(Policy):
        if policy.benefit is None:
            continue
        closes, at = policy.benefit.closes_on, ("惠企要素", "申报截止")
        for words, day in (("申报开始", policy.benefit.opens_on), ("文件发布", policy.published_on)):
            if closes and day and closes < day:
                message = f"申报截止 {closes} 早于{words} {day}"
                yield rule.problem(policy, at, message, "核对这两个日期，改正写错的一个")
        if not BUSINESS & set(policy.audiences):
            message = "写了惠企要素，服务对象里没有企业、个体工商户或社会组织"
            yield rule.problem(policy, "惠企要素", message, "在“服务对象”里补上")
