"""到期事项按期率: of everything owed by any rule up to today, how much was done by its day."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.law.figures.duties_fulfilled import in_time

ABOUT = About(
    name="到期事项按期率",
    order=117,
    kind=Kind.SHARE,
    measure="项",
    among="各类有期限的事项（公开目录、解读、征集反馈、会议结果、要点任务、民生实事进展、年度报告等），"
    "期限已过或者已经做了的每一项",
    counted="在期限内做了的",
    dated="期限；期限以前已经做了而期限还没有到的，按做了的日期",
    note="期限算到当天。经批准豁免的不计。",
    other="没有按期",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each duty with a day that was kept, or whose day is over."""
    return in_time(context, ((duty, duty.title) for duty in context.duties))
