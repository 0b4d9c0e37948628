"""A decision's five steps with what shows them: named by the step, or found because it names the matter."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.column.matters import Matter, Topic, around, matters_of
from gongkai.column.register import Register
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.decision import Decision, Step
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.vocabulary.meetings import MeetingKind
from gongkai.records.vocabulary.participation import StepState

PARTICIPATION, DISCUSSION = "公众参与", "集体讨论"


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One step on the day: what is written of it, with the records and topics that show it.

    ``date`` and ``state`` are those written, else those of the consultation or the meeting.
    """

    name: str
    step: Step
    state: StepState
    date: dt.date | None
    records: tuple[ContentRecord, ...]
    topics: tuple[Topic, ...]


def steps(register: Register, decision: Decision) -> tuple[StepTaken, ...]:
    """All five in the order of the law; nothing that readers do not have on the day is taken."""
    matter = matters_of(register, decision)[0]
    return tuple(_taken(register, matter, name, step) for name, step in decision.steps.named)


def discussions(register: Register, matter: Matter) -> tuple[Topic, ...]:
    """Where the deciding organ deliberated: at a 常务会, a meeting it held, or one that the step names."""
    if matter.decision is None:
        return ()
    decider = register.unit(matter.decision.decider or "")
    named = {each.id for each in map(register.record, matter.decision.steps.discussion.records) if each}
    return tuple(
        each
        for each in matter.deliberations
        if each.meeting.kind.meant is MeetingKind.STANDING
        or each.meeting.id in named
        or (decider and decider in map(register.unit, each.meeting.hosts))
    )


def _taken(register: Register, matter: Matter, name: str, step: Step) -> StepTaken:
    topics = discussions(register, matter) if name == DISCUSSION else ()
    records = _records(register, matter, name, step)
    state, date = step.state_on(register.today), step.date
    if not (step.written_state or step.date):
        state, date = _found(register.today, name, records, topics)
    return StepTaken(name, step, state, date, records, topics)


def _records(register: Register, matter: Matter, name: str, step: Step) -> tuple[ContentRecord, ...]:
    """Those that the step names, but for the meetings whose topics are known, and those that belong to it."""
    named = [each for each in map(register.record, step.records) if each and each.is_public(register.today)]
    known = {each.meeting.id for each in discussions(register, matter)} if name == DISCUSSION else set()
    found = [each for each in named if not (isinstance(each, Meeting) and each.id in known)]
    if name == PARTICIPATION:
        found += matter.consultations
    found += [each for each in around(register, matter) if _step_of(each, matter, register) == name]
    return tuple({each.id: each for each in found}.values())


def _step_of(record: ContentRecord, matter: Matter, register: Register) -> str:
    """The step that a record which names the decision belongs to: by its title; an event is participation."""
    assert matter.decision
    if matter.decision not in map(register.record, getattr(record, "decisions", ())):
        return ""
    named = next((name for name, _ in matter.decision.steps.named if name in record.name), "")
    return named or (PARTICIPATION if isinstance(record, Event) else "")


def _found(
    today: dt.date, name: str, records: tuple[ContentRecord, ...], topics: tuple[Topic, ...]
) -> tuple[StepState, dt.date | None]:
    """Where a step stands of which nothing is written, by the consultations and the topics there are."""
    if topics:
        held = [each for each in topics if each.meeting.date <= today]
        # an agenda says what will be deliberated; that it was, the result says
        if told := [each.meeting.date for each in held if _told(each, today)]:
            return StepState.DONE, told[-1]
        return (
            (StepState.ONGOING, held[-1].meeting.date)
            if held
            else (StepState.PENDING, topics[0].meeting.date)
        )
    asked = [each for each in records if isinstance(each, Consultation)]
    if not asked or name != PARTICIPATION:
        return StepState.PENDING, None
    last = max(each.closes_on for each in asked)
    # it is done when people have their answer
    if all(each.feedback_on(today) for each in asked):
        return StepState.DONE, last
    begun = any(each.opens_on <= today for each in asked)
    return (StepState.ONGOING if begun else StepState.PENDING), last


def _told(topic: Topic, today: dt.date) -> bool:
    """Whether readers have the result of a topic, or will not: it is not disclosed, or none is named."""
    agenda = (topic.agenda,) if topic.agenda else topic.meeting.agenda
    return not agenda or any(each.closed or each.told_on(today) for each in agenda)
