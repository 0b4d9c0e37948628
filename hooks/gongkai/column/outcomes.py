"""What comes of a consultation, an event or a meeting: in which words it is owed, and by which day."""

from __future__ import annotations

import datetime as dt

from gongkai.common.said_days import weekday
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting

#: type → what readers wait for when it is over
OWED: dict[type[ContentRecord], str] = {
    Consultation: "收到的意见和采纳情况",
    Event: "活动的情况",
    Meeting: "会议的结果",
}


def awaited(record: ContentRecord, due: dt.date, *, late: bool) -> str:
    """What is owed of a record by its last day; that it is not there yet only where it is ``late``."""
    owed, day = OWED[type(record)], weekday(due)
    return f"{owed}应当在{day}以前公布，现在还没有。" if late else f"{owed}在{day}以前公布。"
