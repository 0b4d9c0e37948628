"""Which matters a record is a station of, and which records belong to a matter.

A matter is one of the decision catalogue with its documents, else one document, else a consultation from
which nothing has come yet. Only what leads to a document joins: what speaks of several afterwards (an
interpretation, an issue of the gazette) stands in each of them and makes no one of two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from gongkai.column.joining import joined
from gongkai.column.register import Register
from gongkai.column.stations import Matter, Topic
from gongkai.common.asking import question
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.decision import Decision
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy

__all__ = ["Matter", "Topic", "around", "asked_about", "matters", "matters_of", "matters_of_topic", "others"]


@dataclass(frozen=True, slots=True)
class _Known:
    """The matters of a column, and which of them each key belongs to."""

    matters: tuple[Matter, ...]
    by_key: dict[str, list[Matter]]


#: every page of the column asks
_known: WeakKeyDictionary[Register, _Known] = WeakKeyDictionary()


@question
def matters(register: Register) -> tuple[Matter, ...]:
    """Every matter of which readers have anything: decisions, then documents, then mere consultations."""
    return _all(register).matters


@question
def matters_of(register: Register, record: ContentRecord) -> list[Matter]:
    """The matters that a record is a station of: of a meeting or an interpretation it may be several."""
    by_key = _all(register).by_key
    if isinstance(record, Meeting):
        keys = [f"{record.id}#{number}" for number in range(len(record.agenda) + 1)]
    elif record.id in by_key:
        keys = [record.id]
    else:
        keys = [each.id for each in _explained(register, record)]
    return list({each.keys: each for key in keys for each in by_key.get(key, ())}.values())


@question
def matters_of_topic(register: Register, meeting: Meeting, number: int) -> list[Matter]:
    """The matters that one topic of a meeting is a station of."""
    return list(_at(register, f"{meeting.id}#{number}"))


def others(register: Register, matter: Matter, key: str) -> list[Matter]:
    """The other matters that share a station with one: id of a record, or key of a topic."""
    return [each for each in _at(register, key) if each is not matter]


@question
def asked_about(register: Register, policy: Policy) -> list[Consultation]:
    """The consultations that led to a document: they name it, or name none and are about its decision."""
    found = {each.id: each for matter in matters_of(register, policy) for each in matter.consultations}
    return [
        each
        for each in found.values()
        if not each.documents or policy in map(register.policy, each.documents)
    ]


def around(register: Register, matter: Matter) -> list[ContentRecord]:
    """What names its documents or its decision and is no station that led to them, oldest first."""
    named: tuple[ContentRecord, ...] = (*matter.policies, *((matter.decision,) if matter.decision else ()))
    found = [each for target in named for each in register.mentions(target)]
    found += [each for policy in matter.policies for each in register.interpretations_of(policy)]
    apart = (Policy, Decision, Consultation, Meeting)
    return list({each.id: each for each in found if not isinstance(each, apart)}.values())


def _explained(register: Register, record: ContentRecord) -> list[Policy]:
    """The public documents that a record names as its subject."""
    found = map(register.policy, getattr(record, "documents", ()))
    return [each for each in found if each and each.is_public(register.today)]


@question
def _at(register: Register, key: str) -> Sequence[Matter]:
    """The matters with a station of this key."""
    return _all(register).by_key.get(key, ())


@question
def _all(register: Register) -> _Known:
    if register not in _known:
        found = tuple(joined(register))
        by_key: defaultdict[str, list[Matter]] = defaultdict(list)
        for matter in found:
            for key in matter.keys:
                by_key[key].append(matter)
        _known[register] = _Known(found, dict(by_key))
    return _known[register]
