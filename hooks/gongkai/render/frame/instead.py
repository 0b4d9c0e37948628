"""What one is told once a record's ways are closed: what comes instead, by when, and whom to ask."""

from __future__ import annotations

from dataclasses import replace

from gongkai.column.outcomes import awaited
from gongkai.column.passing import Stage, lapsed
from gongkai.common.said_days import cn_date
from gongkai.records.base import ContentRecord
from gongkai.records.fields.months import begins
from gongkai.records.fields.ways import Way
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.meetings import EventState, MeetingState
from gongkai.records.vocabulary.participation import ConsultationState
from gongkai.records.vocabulary.units import WayKind
from gongkai.render.facts import Facts
from gongkai.render.frame.ways import Act, Door, doors, telephone

_LAPSED = "所依据的文件已经不再有效，现在不能照这份指南申请，请先问。"
_LATE = frozenset((ConsultationState.LATE, EventState.LATE, MeetingState.LATE))
_WAITING = _LATE | {ConsultationState.CLOSED, EventState.HELD, MeetingState.AWAITED}


def instead(facts: Facts, record: ContentRecord, stage: Stage) -> Act | None:
    """None where everything was told, or where there was never anything to take part in."""
    if isinstance(record, Service):
        asking = doors(facts, record, record.contact)
        return None if stage.open else Act.of("现在可以做什么", asking, _closed(facts, record, stage))
    if not isinstance(record, Consultation | Event | Meeting):
        return None
    said = _said(facts, record, stage)
    if not said:
        return None
    title, lead = said
    asked = _asked(facts, record)
    return Act(title, (asked,) if asked else (), lead=lead)


def _closed(facts: Facts, guide: Service, stage: Stage) -> str:
    """Why one cannot apply by a guide: it is not the time, or what it rests on has ended."""
    day = stage.begins or facts.register.today
    if lapsed(facts.register, guide, day):
        return _LAPSED
    if guide.opens_on and day < guide.opens_on:
        return f"还没有开始受理：{guide.taken}。"
    if guide.months and not (guide.closes_on and guide.closes_on < day):
        following = begins(guide.months, day)
        ahead = f"下一次从{cn_date(following)}开始。" if following else ""
        return f"{guide.taken}，现在不受理。{ahead}"
    return f"这一次的受理已经截止：{guide.taken}。下一次什么时候受理，可以打电话问。"


def _said(facts: Facts, record: Consultation | Event | Meeting, stage: Stage) -> tuple[str, str] | None:
    """The heading, and what the sentence of the state above does not say already."""
    if stage.state in _WAITING:
        return "现在可以做什么", _over(record)
    if stage.state is ConsultationState.UPCOMING:
        return "现在可以做什么", ""
    coming = (EventState.UPCOMING, MeetingState.UPCOMING)
    if stage.state in coming and isinstance(record, Event | Meeting) and record.how_to_attend:
        due = facts.register.awaited.get(record.id) if isinstance(record, Event) else None
        return "现在可以做什么", f"报名已经截止。{awaited(record, due, late=False) if due else ''}"
    return None


def _over(record: Consultation | Event | Meeting) -> str:
    if isinstance(record, Consultation):
        return "征集已经截止，不再收意见。"
    words = "活动已经举行" if isinstance(record, Event) else "会议已经召开"
    return f"{words}，不再报名。" if record.how_to_attend else f"{words}。"


def _asked(facts: Facts, record: Consultation | Event | Meeting) -> Door | None:
    """The number that the record names, without what it says of taking part, else its unit's."""
    named: tuple[Way, ...] = record.channels if isinstance(record, Consultation) else record.how_to_attend
    calls = tuple(each.model_copy(update={"note": None}) for each in named if each.channel is WayKind.PHONE)
    found = next((each for each in doors(facts, record, calls) if each.href), None)
    return replace(found, does="打电话问") if found else telephone(facts, facts.register.units_of(record))
