"""3日及时率: of the policies whose days for an interpretation are over, how many had it within them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.common.workdays import UnknownYear
from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.records.types.interpretation import Interpretation
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
    """A case for each policy whose working days can be counted and are either used or over."""
    limit = context.standards[RULE].number("工作日")
    for policy in context.interpreted:
        first = context.first_of(policy)
        day = first.published_on if first else context.today
        try:
            late = context.calendar.is_past(policy.published_on, limit, day)
        except UnknownYear:
            continue
        if first or late:
            yield _case(context, policy, first, late, _told(context, policy.published_on, limit, day))


def _told(context: Context, start: dt.date, limit: int, day: dt.date) -> str:
    if context.calendar.is_past(start, limit, day):
        return f"发布后{context.calendar.told(start, limit, day)}"
    days = context.calendar.between(start, day)
    return f"发布后第 {days} 个工作日" if days > 0 else "和政策同日"


def _case(context: Context, policy: Policy, first: Interpretation | None, late: bool, told: str) -> Case:
    rules = (RULE,) if first else (RULE, "interpretation-missing")
    waived = any(context.is_waived(rule, policy, first) for rule in rules)
    return Case(
        policy,
        policy.published_on,
        counted=int(first is not None and not late),
        units=context.units_of(policy),
        note=f"{told}公布解读" if first else f"到{told}没有解读",
        waived=waived and (late or first is None),
    )
