"""主动推送率: of the information published, how much was sent out by the government's new media."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.records.base import ContentRecord
from gongkai.records.traits import Trait

ABOUT = About(
    name="主动推送率",
    order=100,
    kind=Kind.SHARE,
    measure="件",
    among="本栏目公布的政策文件、政策解读、意见征集、会议、活动、公开信息和回应关切",
    counted="登记了通过政务新媒体、短信等主动推送给公众的",
    dated="信息的发布日期",
    note="推送没有推送，照每件信息“主动推送”一项的登记。一整年一件推送也没有登记的，当作没有数据，不算那一年；"
    "订阅源自动送出的不算在内，另见“订阅推送”。",
    missing="本栏目的记录里还没有登记过主动推送，算不出来。",
    other="没有推送",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each piece of information of the years in which pushing was recorded."""
    found = [record for record in context.register.all if Trait.PUSHED in record.TRAITS]
    recorded = {record.published.year for record in found if record.pushed_on(context.today)}
    return (_case(context, record) for record in found if record.published.year in recorded)


def _case(context: Context, record: ContentRecord) -> Case:
    pushes = record.pushed_on(context.today)
    note = "、".join(f"{push.channel}（{push.date}）" for push in pushes)
    return Case(
        record,
        record.published,
        counted=int(bool(pushes)),
        units=context.units_of(record),
        note=note or "没有登记推送",
    )
