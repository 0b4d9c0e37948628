"""会议开放率: of the meetings held, how many were open to the public."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.records.types.meeting import Meeting
from gongkai.records.vocabulary.meetings import MeetingKind

ABOUT = About(
    name="会议开放率",
    order=80,
    kind=Kind.SHARE,
    measure="次",
    among="本栏目登记的、已经开过的政府会议（新闻发布会本来就是开放的，不计）",
    counted="开放的：写明了怎样列席、收看，或者有公众代表列席",
    dated="会议日期",
    note="没有在本栏目登记的会议不在分母里。按主办单位计。目标是比上一年的比率提升20%：按上一年的比率乘以1.2算，"
    "超过100%的按100%算；上一年算不出比率或者为0的，不比。",
    other="没有开放",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each meeting held up to today."""
    for meeting in context.register.meetings:
        if meeting.date <= context.today and meeting.kind is not MeetingKind.PRESS:
            ways = "、".join(each.value for each in meeting.openings)
            yield Case(
                meeting,
                meeting.date,
                counted=int(meeting.open and meeting.has_way_in),
                units=context.named(meeting.hosts) or context.units_of(meeting),
                note=_note(meeting, ways),
            )


def _note(meeting: Meeting, ways: str) -> str:
    if not meeting.open:
        return "没有开放"
    if not meeting.has_way_in:
        return "写着开放，没有报名方式，也没有列席代表，不算开放"
    return f"开放：{ways}" if ways else "开放"
