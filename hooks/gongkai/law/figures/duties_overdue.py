"""逾期事项: what is owed by any rule, is past its day today and still not there."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.common.said_days import cn_date
from gongkai.law.duties import DutyState
from gongkai.law.figures.case import About, Case, Kind, Listing
from gongkai.law.figures.context import Context

ABOUT = About(
    name="逾期事项",
    order=118,
    kind=Kind.COUNT,
    measure="项",
    among="各类事项中期限已过的（公开目录、解读、征集反馈、会议结果、要点任务、年度报告等）",
    counted="过了期限、到今天还没有做的",
    dated="期限",
    note="做了而晚了的不在这里，见“更新及时率”和“3日解读及时率”。经批准豁免的不计。"
    "按单位类别应当公开而从来没有公开过的，不在这里，见“应公开事项”。",
    to_date=True,
    listing=Listing.COUNTED,
    other="已经做了",
    fault="逾期",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each duty whose day is over."""
    for duty in context.duties:
        if duty.due is not None and duty.due < context.today:
            overdue = duty.state is DutyState.OVERDUE
            if overdue or duty.state is DutyState.DONE:
                note = f"期限 {cn_date(duty.due)}"
                yield Case(duty.record, duty.due, int(overdue), units=duty.units, label=duty.title, note=note)
