"""A record → how it stands today and on the days ahead, though nobody writes a word.

A page is made on one day and read on others: it carries these stages, and the browser shows that of its day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.register import Register, Standing
from gongkai.common.asking import question
from gongkai.records.base import ContentRecord
from gongkai.records.fields.months import turns
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Agenda, Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.documents import BenefitState
from gongkai.records.vocabulary.participation import ConsultationState
from gongkai.records.vocabulary.term import Term

_DAY = dt.timedelta(days=1)
#: what answers readers and has a day on which it is held or closed
Asking = Consultation | Event | Meeting


@dataclass(frozen=True)
class Stage:
    """``begins``: None for that of the Register's day; ``open``: whether one can take part by the record."""

    begins: dt.date | None
    state: Term | None
    open: bool = True
    #: of a policy only
    standing: Standing | None = None
    applying: BenefitState | None = None

    @property
    def same(self) -> tuple[object, ...]:
        """What two stages differ in."""
        return self.state, self.open, self.standing, self.applying


@question
def stages(register: Register, record: ContentRecord) -> tuple[Stage, ...]:
    """Today's first, then each that another day begins."""
    found = [_on(register, record, register.today, None)]
    for day in sorted({day for day in _turns(register, record) if day and day > register.today}):
        then = _on(register, record, day, day)
        if then.same != found[-1].same:
            found.append(then)
    return tuple(found)


def _turns(register: Register, record: ContentRecord) -> Iterator[dt.date | None]:
    due = register.awaited.get(record.id)
    yield due + _DAY if due else None
    if isinstance(record, Consultation):
        yield from (record.opens_on, record.closes_on + _DAY)
    elif isinstance(record, Event | Meeting):
        yield from (record.date, record.date + _DAY)
        yield record.register_by + _DAY if record.register_by else None
    elif isinstance(record, Policy):
        yield from _policy_turns(register, record)
    elif isinstance(record, Service):
        yield from map(register.ended_on, _rests_on(register, record))
        yield record.opens_on
        yield record.closes_on + _DAY if record.closes_on else None
        yield from turns(record.months, register.today)


def _policy_turns(register: Register, policy: Policy) -> Iterator[dt.date | None]:
    yield from (policy.in_force_from, register.ended_on(policy))
    yield from (link.date for link in register.relations(policy) if not link.acts)
    if policy.benefit:
        yield policy.benefit.opens_on
        yield policy.benefit.closes_on + _DAY if policy.benefit.closes_on else None
        yield from turns(policy.benefit.months, register.today)


def _on(register: Register, record: ContentRecord, day: dt.date, begins: dt.date | None) -> Stage:
    if isinstance(record, Policy):
        standing = register.standing_on(record, day)
        applying = register.benefit_state_on(record, day)
        return Stage(begins, standing.status, not standing.void, standing, applying)
    if isinstance(record, Consultation | Event | Meeting):
        told = record if begins is None else _told(record, register.today)
        state = told.state_on(day, register.awaited.get(record.id))
        return Stage(begins, state, _takes_part(told, day))
    still = not isinstance(record, Service) or taken(register, record, day)
    return Stage(begins, register.state(record), still)


def taken(register: Register, guide: Service, day: dt.date) -> bool:
    """Whether one can apply by a guide on a day: it is taken then, and what it rests on has not ended."""
    return guide.taken_on(day) and not lapsed(register, guide, day)


def lapsed(register: Register, guide: Service, day: dt.date) -> bool:
    """Whether none of the documents that a guide rests on holds here on a day; never, where it names none."""
    found = _rests_on(register, guide)
    return bool(found) and all(register.standing_on(each, day).void for each in found)


def _rests_on(register: Register, guide: Service) -> list[Policy]:
    return [policy for policy in map(register.policy, guide.documents) if policy]


def _takes_part(record: Asking, day: dt.date) -> bool:
    if isinstance(record, Consultation):
        return record.state_on(day) is ConsultationState.OPEN
    return record.registering(day)


def _told(record: Asking, today: dt.date) -> Asking:
    """The record without what it will say on a later day: nobody promises that it will be said."""
    if isinstance(record, Consultation):
        return record if record.feedback_on(today) else record.model_copy(update={"feedback": None})
    if isinstance(record, Event):
        return record if record.reported(today) else record.model_copy(update={"reported_on": None})
    agenda = tuple(each if each.told_on(today) else _untold(each) for each in record.agenda)
    return record.model_copy(update={"agenda": agenda})


def _untold(topic: Agenda) -> Agenda:
    return topic.model_copy(update={"outcome": None, "outcome_on": None})
