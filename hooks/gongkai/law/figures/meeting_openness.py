"""会议开放率: of the meetings held, how many were open to the public."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.column.meeting_series import gaps, series
from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.records.types.meeting import Meeting
from gongkai.records.vocabulary.meetings import MeetingKind

ABOUT = About(
    name="会议开放率",
    order=80,
    kind=Kind.SHARE,
    measure="次",
    among="已经开过的政府会议：本栏目登记的，和按届次看开过而没有登记的（新闻发布会本来就是开放的，不计）",
    counted="开放的：写明了怎样列席、收看，或者有公众代表列席",
    dated="会议日期",
    note="写了届次的会议，中间缺的几次也是开过的，算作没有开放，算在后一次的日期；没有写届次、也没有登记的会议看不出来，"
    "不在分母里。按主办单位计。目标是比上一年的比率提升20%：按上一年的比率乘以1.2算，"
    "超过100%的按100%算；上一年算不出比率或者为0的，不比。",
    other="没有开放",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each meeting held up to today, and for the numbers of its series that have no page."""
    held: dict[str, Meeting] = {}
    for meeting in context.register.meetings:
        if meeting.date <= context.today and meeting.kind is not MeetingKind.PRESS:
            held[meeting.id] = meeting
            ways = "、".join(each.value for each in meeting.openings)
            yield Case(
                meeting,
                meeting.date,
                counted=int(meeting.open and meeting.has_way_in),
                units=context.named(meeting.hosts) or context.units_of(meeting),
                note=_note(meeting, ways),
            )
    yield from _without_page(context, held)


def _without_page(context: Context, held: dict[str, Meeting]) -> Iterator[Case]:
    """Meetings that must have been held, since a later one of their series was counted."""
    told: set[str] = set()
    for meeting in held.values():
        if meeting.ordinal is None or meeting.id in told:
            continue
        same = series(context.register, meeting)
        told |= {each.id for each in same}
        why = {number: each.reason for one in same for each in one.skipped for number in each.numbers}
        for after, numbers in gaps(same):
            if after.id in held:
                first, last = numbers[0], numbers[-1]
                reasons = "；".join(dict.fromkeys(why[number] for number in numbers if number in why))
                yield Case(
                    after,
                    after.date,
                    counted=0,
                    units=context.named(after.hosts) or context.units_of(after),
                    whole=len(numbers),
                    label=f"第{first}次" if first == last else f"第{first}次至第{last}次",
                    note=f"没有登记，算作没有开放（说明：{reasons}）"
                    if reasons
                    else "没有登记，算作没有开放",
                )


def _note(meeting: Meeting, ways: str) -> str:
    if not meeting.open:
        return "没有开放"
    if not meeting.has_way_in:
        return "写着开放，没有报名方式，也没有列席代表，不算开放"
    return f"开放：{ways}" if ways else "开放"
