"""议题结果: the outcome of an open topic is published so many working days after the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.duties.duty import Duty, DutyState
from gongkai.law.duties.terms import Terms
from gongkai.records.fields.values import as_count, as_date
from gongkai.records.types.meeting import Agenda, Meeting

RULE = "meeting-outcome"
NEEDS = {"工作日": as_count, "适用自": as_date}


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty an open topic of an open meeting, and of any other whose outcome was published."""
    for meeting in terms.register.meetings:
        yield from of_meeting(terms, meeting).values()


def of_meeting(terms: Terms, meeting: Meeting) -> dict[int, Duty]:
    """What one meeting owes: the place of a topic, from 0, → its duty."""
    if meeting.date < terms.day("适用自"):
        return {}
    return {
        place: _topic(terms, meeting, place + 1, topic)
        for place, topic in enumerate(meeting.agenda)
        if topic.open and (meeting.open or topic.outcome or topic.outcome_on)
    }


def _topic(terms: Terms, meeting: Meeting, number: int, topic: Agenda) -> Duty:
    units = [unit for unit in map(terms.register.unit, topic.units) if unit]
    # an outcome without its day is published all the same: when, nobody knows
    undated = bool(topic.outcome) and topic.outcome_on is None
    shown = undated or (topic.outcome_on is not None and topic.outcome_on <= terms.today)
    return terms.duty(
        "meeting-outcome",
        meeting,
        f"公布议题“{topic.title}”的议定结果",
        due=terms.working_day(meeting.date, terms.number("工作日")),
        done=topic.outcome_on,
        units=units or terms.register.units_of(meeting),
        part=f"{number}",
        evidence=(meeting,) if shown else (),
        state=DutyState.DONE if undated else None,
    )
