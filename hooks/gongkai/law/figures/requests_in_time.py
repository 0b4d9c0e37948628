"""依申请按时答复率: of the applications dealt with, how many were answered within the legal time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.records.types.request_stats import RequestStats

ABOUT = About(
    name="依申请按时答复率",
    order=130,
    kind=Kind.SHARE,
    measure="件",
    among="办结的政府信息公开申请",
    counted="在法定期限内答复的",
    dated="办结的月份",
    note="照各月公布的依申请公开统计计算；没有按月公布的年份算不出来。",
    missing="本栏目还没有公布按月的依申请公开统计，算不出来。",
    other="没有按时答复",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each month that is public, weighing as many as it finished."""
    for stats in context.register.public(RequestStats):
        for month in stats.months_on(context.today):
            year, number = map(int, month.month.split("-"))
            yield Case(
                stats,
                dt.date(year, number, 1),
                counted=month.in_time,
                units=context.units_of(stats),
                whole=month.finished,
                label=f"{year}年{number}月",
                note=f"办结 {month.finished} 件，按时 {month.in_time} 件",
            )
