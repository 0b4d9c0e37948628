"""3日及时率: of the policies whose days for an interpretation are over, how many had it within them."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.duties import Duty
from gongkai.law.duties.interpretation import of_policy
from gongkai.law.duties.terms import Terms
from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.records.types.policy import Policy

RULE = "interpretation-timing"
ABOUT = About(
    name="3日解读及时率",
    order=30,
    kind=Kind.SHARE,
    measure="件",
    among="应当解读、已经解读或者规定的工作日已经过完的政策",
    counted="最早的一份解读在政策发布后3个工作日内公布的",
    dated="政策的发布日期",
    note="节假日和调休上班日照公布的放假安排计算；还没有公布安排的年份算不出来，不计。"
    "政策发布还不满3个工作日、解读也还没有公布的，先不计。经批准不解读或者推迟解读的不计。",
    other="超过3个工作日",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each policy whose last day is known, by the rule of its own day, and is used or over."""
    terms = context.terms(RULE)
    for policy in context.interpreted:
        then, duty = terms.on(policy.published_on), of_policy(terms, policy)
        if then and duty and duty.due and (duty.done or duty.late):
            yield _case(context, policy, duty, _told(then, policy, duty))


def _told(terms: Terms, policy: Policy, duty: Duty) -> str:
    if not duty.done:
        return f"期限 {duty.due_told}，还没有解读"
    if duty.late:
        late = terms.calendar.told(policy.published_on, terms.number("工作日"), duty.done)
        return f"发布后{late}公布解读"
    days = terms.calendar.between(policy.published_on, duty.done)
    return f"发布后第 {days} 个工作日公布解读" if days > 0 else "和政策同日公布解读"


def _case(context: Context, policy: Policy, duty: Duty, told: str) -> Case:
    first = context.first_of(policy)
    rules = (RULE,) if first else (RULE, "interpretation-missing")
    waived = any(context.is_waived(rule, policy, first) for rule in rules)
    return Case(
        policy,
        policy.published_on,
        counted=int(not duty.late),
        units=context.units_of(policy),
        note=told,
        waived=waived and duty.late,
    )
