"""The column → what readers can do today: comment, register, claim, apply; the soonest to close first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from gongkai.column.classing import domains_of
from gongkai.column.passing import taken
from gongkai.column.register import Register
from gongkai.common.asking import question
from gongkai.common.said_days import clock, weekday
from gongkai.records.base import ContentRecord
from gongkai.records.fields.ways import Way
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.documents import Audience, BenefitState, Domain
from gongkai.records.vocabulary.participation import ActionKind, ConsultationState

_DAY = dt.timedelta(days=1)
_OPEN = frozenset((BenefitState.OPEN, BenefitState.ALWAYS))
#: many pages ask the same column
_known: WeakKeyDictionary[Register, tuple[Action, ...]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Action:
    """One thing to do: where it is told, until which day (None: always), what it is about."""

    kind: ActionKind
    record: ContentRecord
    until: dt.date | None
    note: str
    domains: tuple[Domain, ...]
    #: whom it is for; none: everybody whom its 领域 concern
    audiences: tuple[Audience, ...] = ()

    @property
    def place(self) -> tuple[bool, dt.date, str]:
        """By the last day, what has none after all others."""
        return self.until is None, self.until or dt.date.max, self.record.id


@question
def actions(register: Register) -> tuple[Action, ...]:
    """Everything that can be done on the Register's day."""
    if register not in _known:
        found = [*_comments(register), *_events(register), *_meetings(register), *_claims(register)]
        _known[register] = tuple(sorted((*found, *_guides(register)), key=lambda each: each.place))
    return _known[register]


def _comments(register: Register) -> Iterator[Action]:
    for each in register.public(Consultation):
        if each.state_on(register.today) is ConsultationState.OPEN:
            note = _with_ends(each.summary or "", each.channels, register.today)
            yield _of(register, ActionKind.COMMENT, each, each.closes_on, note)


def _events(register: Register) -> Iterator[Action]:
    for each in register.public(Event):
        if each.registering(register.today):
            last = each.register_by or each.date - _DAY
            note = _with_ends(_when(each), each.how_to_attend, register.today)
            yield _of(register, ActionKind.REGISTER, each, last, note)


def _meetings(register: Register) -> Iterator[Action]:
    """Meetings to come that people may ask to attend."""
    for each in register.meetings:
        if each.registering(register.today):
            last = each.register_by or each.date - _DAY
            note = _with_ends(_when(each), each.how_to_attend, register.today)
            yield _of(register, ActionKind.REGISTER, each, last, note)


def _with_ends(note: str, ways: tuple[Way, ...], today: dt.date) -> str:
    """What there is to know, and which ways end before the others."""
    ending = [each for each in ways if each.last and each.channel and each.open_on(today)]
    ends = (f"{each.does or each.channel}：到{weekday(each.last)}为止" for each in ending if each.last)
    return "；".join(filter(None, (note.rstrip("。"), *ends))) if ending else note


def _when(record: Event | Meeting) -> str:
    return "，".join(filter(None, (f"{weekday(record.date)}{clock(record.time or '')}", record.place)))


def _claims(register: Register) -> Iterator[Action]:
    """What policies give to business while one may apply for it; told by the guide where there is one."""
    for policy in register.benefits:
        if policy.benefit and register.benefit_state(policy) in _OPEN:
            guides = [each for each in register.mentions(policy) if isinstance(each, Service)]
            record = guides[-1] if guides else policy
            last, gives = policy.benefit.last_on(register.today), policy.benefit.gives
            yield _of(register, ActionKind.CLAIM, record, last, gives, policy.audiences)


def _guides(register: Register) -> Iterator[Action]:
    """Guides that no claim leads to, while they are taken, but those whose policies have all ended."""
    claimed = {each.record.id for each in _claims(register)}
    for each in register.public(Service):
        if taken(register, each, register.today) and each.id not in claimed:
            last = each.last_on(register.today)
            yield _of(register, ActionKind.APPLY, each, last, each.time_limit, each.audiences)


def _of(
    register: Register,
    kind: ActionKind,
    record: ContentRecord,
    until: dt.date | None,
    note: str,
    audiences: tuple[Audience, ...] = (),
) -> Action:
    return Action(kind, record, until, note, tuple(domains_of(register, record)), audiences)
