"""惠企政策须公布兑现情况。

看什么：写了“惠企要素”、还有效的政策文件，只有“服务便利”的不看。
怎样算错：申报截止以后，或者跨年受理的到上一年年底以后，过了规定的天数，“兑现”里没有截至那以后的数字。
怎样改：在“惠企要素”的“兑现”里加一项：年度、受理件数、通过件数、金额、截至、来源；没有人申报的也写 0。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.benefit_conditions import paid_of
from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import BenefitKind, BenefitState

_TEXT = """
  适用对象: 本区小微企业
  支持方式: [资金补贴]
  支持内容: 按实际付息的30%补贴
  申报条件: [依法纳税]
  申报方式:
    - 渠道: 网上
      网址: https://www.example.gov.cn/shenbao/
  申报开始: 2026-11-05
  申报截止: {day}
  咨询方式: 010-00000000
  计算条件: {{企业规模: [小型, 微型]}}"""
_PAID = (
    "\n  兑现: [{{年度: 2026, 受理件数: 3, 通过件数: 2, 金额: 4.00, 截至: {until}, 来源: 区民政局拨付表}}]"
)


def _benefit(day: str, until: str = "") -> Files:
    """One that closed on a day, in a district that asks for figures within five days."""
    benefit = _TEXT.format(day=day) + (_PAID.format(until=until) if until else "")
    asked = {"data/rulebook/benefit-paid.yml": "依据: [{文件: 示例区办法}]\n参数: {天数: 5}\n"}
    return {
        **asked,
        **a_policy(是否规范性文件="否", 是否政策性文件="是", 服务对象="企业", 惠企要素=benefit),
    }


EXAMPLE = Example(
    good={**CLEAN, **_benefit("2026-11-10", "2026-11-15")},
    bad=_benefit("2026-11-10"),
    message="2026-11-10 以后没有公布兑现了多少",
    edges=(
        Edge("没有公布兑现了多少", _benefit("2026-11-16"), _benefit("2026-11-15")),
        Edge(
            "没有公布兑现了多少", _benefit("2026-11-10", "2026-11-10"), _benefit("2026-11-10", "2026-11-09")
        ),
    ),
)
PARAMETERS = {"天数": as_count}
_NONE = {None, BenefitState.UPCOMING, BenefitState.ENDED}


def scope(register: Register) -> Iterable[Record]:
    return (policy for policy in register.policies if _owes(register, policy))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in register.policies:
        since = _since(register, policy)
        if since is None or register.today <= since + dt.timedelta(days=rule.number("天数")):
            continue
        if not any(each.until >= since for each in paid_of(policy, register)):
            message = f"{since} 以后没有公布兑现了多少"
            fix = "在“兑现”里加一项：年度、受理件数、通过件数、金额、截至、来源；没有人申报的写 0"
            yield rule.problem(policy, "惠企要素", message, fix)


def _owes(register: Register, policy: Policy) -> bool:
    benefit = policy.benefit
    gives = benefit is not None and any(kind is not BenefitKind.SERVICE for kind in benefit.kinds)
    return gives and register.benefit_state(policy) not in _NONE


def _since(register: Register, policy: Policy) -> dt.date | None:
    """The day after which figures are asked: that of closing, else the end of the year before."""
    benefit = policy.benefit
    if benefit is None or not _owes(register, policy):
        return None
    if benefit.closes_on and benefit.closes_on < register.today:
        return benefit.closes_on
    last = dt.date(register.today.year - 1, 12, 31)
    return last if (benefit.opens_on or policy.in_force_from) <= last else None
