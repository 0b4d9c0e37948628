"""惠企政策须写可以对照的条件。

看什么：写了“惠企要素”、还可以申报的政策文件。
怎样算错：没有写“计算条件”，企业在“能不能申报”里只看得到“说不准”。
怎样改：把文件里的主体、规模、行业、登记地、成立时间、金额写进“计算条件”，要单位认定的写进“另须认定”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import BenefitState

_TEXT = """
  适用对象: 本区小微企业
  支持方式: [服务便利]
  支持内容: 一次办完
  申报条件: [依法纳税]
  申报方式:
    - 渠道: 网上
      网址: https://www.example.gov.cn/shenbao/
  申报开始: 2026-11-10
  申报截止: {day}
  咨询方式: 010-00000000"""
_TERMS = "\n  计算条件: {企业规模: [小型, 微型]}"


def _benefit(day: str, terms: str) -> Files:
    fields = {"惠企要素": _TEXT.format(day=day) + terms, "服务对象": "企业"}
    return a_policy(是否规范性文件="否", 是否政策性文件="是", **fields)


EXAMPLE = Example(
    good={**CLEAN, **_benefit("2026-12-31", _TERMS)},
    bad=_benefit("2026-12-31", ""),
    message="没有写计算条件",
    # of one that can be applied for no more nothing is asked
    edges=(Edge("没有写计算条件", _benefit("2026-11-20", ""), _benefit("2026-11-21", "")),),
)
_OVER = {None, BenefitState.CLOSED, BenefitState.ENDED}


def scope(register: Register) -> Iterable[Record]:
    return (each for each in register.policies if register.benefit_state(each) not in _OVER)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in register.policies:
        if register.benefit_state(policy) in _OVER or policy.benefit is None or policy.benefit.terms:
            continue
        message = "没有写计算条件，企业看不出自己能不能申报"
        fix = "在惠企要素下面写“计算条件”：主体、企业规模、行业、登记地、金额等；要认定的写“另须认定”"
        yield rule.problem(policy, "惠企要素", message, fix)
