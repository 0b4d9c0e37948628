"""更新及时率: of what the catalogue promised again and again, how much came by its day."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.law.figures.duties_fulfilled import CATALOGUE, in_time

ABOUT = About(
    name="更新及时率",
    order=116,
    kind=Kind.SHARE,
    measure="次",
    among="公开目录里按月、季、年更新和按工作日公开的事项，期限已过或者已经公开的每一次",
    counted="在期限内公开的",
    dated="公开期限；期限以前已经公开而期限还没有到的，按公开日期",
    note="期限算到当天。期限里的工作日碰上还没有公布放假安排的年份，算不出来，不计。经批准豁免的不计。",
    other="没有按期",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each period or document of the catalogue whose day is known and judged."""
    periods = (duty for duty in context.duties if duty.kind == CATALOGUE and duty.period)
    return in_time(context, ((duty, duty.period) for duty in periods))
