"""How a record stands is told before anything else to those who read of it elsewhere: in feeds, on cards.

A document that no longer holds says so in its title; consultations, events and meetings say what is
to come of them, and by which day.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import NamedTuple

from gongkai.column.outcomes import OWED, awaited
from gongkai.column.register import Register
from gongkai.common.printable import one_line
from gongkai.common.said_days import cn_date, weekday
from gongkai.common.title_marks import in_marks
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.meetings import EventState, MeetingState
from gongkai.records.vocabulary.participation import ConsultationState

#: type → that it is over
_OVER = {Consultation: "征集已经截止", Event: "活动已经举行", Meeting: "会议已经召开"}
_ANSWERED = {EventState.REPORTED, MeetingState.PUBLISHED}


class Stand(NamedTuple):
    """What stands before title, summary and text of an entry; nothing of a document that holds."""

    mark: str = ""
    said: str = ""

    @property
    def html(self) -> str:
        return f"<p><strong>{escape(self.said)}</strong></p>" if self.said else ""


def stand(register: Register, record: ContentRecord) -> Stand:
    """Of a policy that it is repealed or has expired, of what is held or asked how it stands on the day."""
    if isinstance(record, Policy):
        return _ended(register, record)
    if isinstance(record, Consultation | Event | Meeting):
        return Stand(said=_course(register, record))
    return Stand()


def _ended(register: Register, policy: Policy) -> Stand:
    """Since when it no longer holds, by what, and what took its place."""
    standing = register.standing(policy)
    if not standing.ended:
        return Stand()
    basis = in_marks(standing.basis.title) if standing.basis else standing.basis_text
    told = [
        f"本文件已{standing.status}" + (f"，从{cn_date(standing.since)}起不再有效" if standing.since else ""),
        f"依据：{basis}" if basis else "",
        f"现行的是{in_marks(standing.successor.title)}" if standing.successor else "",
    ]
    return Stand(f"【已{standing.status}】", one_line("。".join(filter(None, told))) + "。")


def _course(register: Register, record: Consultation | Event | Meeting) -> str:
    state = register.state(record)
    if state is ConsultationState.ANSWERED:
        feedback = record.feedback_on(register.today) if isinstance(record, Consultation) else None
        return f"收到意见{feedback.total}条，采纳{feedback.taken}条。" if feedback else ""
    if state in _ANSWERED:
        return f"{OWED[type(record)]}已经公布。"
    if before := _before(record, register.today):
        return before
    over, due = f"{_OVER[type(record)]}。", register.awaited.get(record.id)
    return over + awaited(record, due, late=due < register.today) if due else over


def _before(record: Consultation | Event | Meeting, today: dt.date) -> str:
    """What can be done until its last day; nothing once it is over."""
    if isinstance(record, Consultation):
        begins = f"{weekday(record.opens_on)}开始收意见，" if today < record.opens_on else "意见"
        return f"{begins}收到{weekday(record.closes_on)}为止。" if today <= record.closes_on else ""
    if today > record.date:
        return ""
    until = f"，报名到{weekday(record.register_by)}为止" if record.register_by else ""
    return f"{weekday(record.date)}{'举行' if isinstance(record, Event) else '召开'}{until}。"
