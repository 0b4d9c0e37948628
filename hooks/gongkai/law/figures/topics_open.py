"""议题公开率: of the topics of meetings held, how many are open."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context

ABOUT = About(
    name="议题公开率",
    order=90,
    kind=Kind.SHARE,
    measure="项",
    among="本栏目登记的、已经开过的会议的议题",
    counted="公开的",
    dated="会议日期",
    note="议题按承办单位计；没有写承办单位的，按会议的主办单位计。",
    other="没有公开",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each topic of each meeting held up to today."""
    for meeting in context.register.meetings:
        if meeting.date <= context.today:
            for number, topic in enumerate(meeting.agenda, 1):
                yield Case(
                    meeting,
                    meeting.date,
                    counted=int(topic.open),
                    units=context.named(topic.units or meeting.hosts),
                    label=f"议题{number}：{topic.title}" if topic.open else f"议题{number}",
                    note="公开" if topic.open else f"不公开：{topic.closed_reason or '没有写理由'}",
                )
