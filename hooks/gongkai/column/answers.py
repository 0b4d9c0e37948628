"""The column → its answers: each with what it rests on, whether that still holds, and where else it stands.

Not a second copy that editors keep: everything is read from the records in which it was asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from weakref import WeakKeyDictionary

from gongkai.column.asked import Asked, asked, plain
from gongkai.column.classing import domains_of, topics_of
from gongkai.column.register import Register
from gongkai.column.rests_on import Basis, basis
from gongkai.common.asking import question
from gongkai.records.base import ContentRecord
from gongkai.records.types.event import Event
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.types.service import Service
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.documents import AnswerState, Domain, Status, Topic
from gongkai.text.style import article_id

#: pages, feeds, rules and open data ask for the answers of the same column
_known: WeakKeyDictionary[Register, _Answers] = WeakKeyDictionary()


@dataclass(frozen=True)
class _Answers:
    """All of a column, each once, and the id of a document → those that rest on it."""

    every: tuple[Answer, ...]
    once: tuple[Answer, ...]
    about: Mapping[str, tuple[Answer, ...]]


@dataclass(frozen=True)
class Answer:
    """An answer on the Register's day.

    ``bases``: what it rests on, in the order in which it was named. ``also``: the same words about the same
    documents elsewhere; of these only the ``first`` stands in lists, every one keeps its page.
    """

    asked: Asked
    bases: tuple[Basis, ...]
    units: tuple[Unit, ...]
    topics: tuple[Topic, ...]
    domains: tuple[Domain, ...]
    also: tuple[Asked, ...] = ()
    first: bool = True

    @property
    def url(self) -> str:
        return self.asked.url

    @property
    def canonical(self) -> str:
        """The address of the one that stands for all in the same words."""
        return self.url if self.first else min(self.also, key=lambda each: (each.day, each.slug)).url

    @property
    def documents(self) -> frozenset[str]:
        """The ids of the documents it rests on."""
        return frozenset(each.policy.id for each in self.bases)

    @cached_property
    def state(self) -> AnswerState:
        """The state of what it rests on; of several documents those that have ended count where all have.
        What another place made is no rule here.

        What was said before a document was made tells what held then: at an open day, in a council that
        was still to decide.
        """
        standing = [each for each in self.bases if not each.standing.void]
        if not standing:
            return AnswerState.ENDED if any(each.standing.ended for each in self.bases) else AnswerState.SAID
        if all(each.policy.made_on > self.asked.day for each in standing):
            return AnswerState.EARLIER
        if all(each.standing.status is Status.NOT_YET for each in standing):
            return AnswerState.NOT_YET
        if any(each.suspended for each in standing):
            return AnswerState.SUSPENDED
        return AnswerState.AMENDED if any(each.changed for each in standing) else AnswerState.VALID

    @property
    def ended(self) -> bool:
        return self.state is AnswerState.ENDED

    @property
    def past(self) -> bool:
        """What it says held before what holds today."""
        return self.state in (AnswerState.ENDED, AnswerState.EARLIER)

    @property
    def since(self) -> dt.date:
        """The day readers had news of it: it was given, or what it rests on was changed or ended."""
        days = [self.asked.day]
        if self.state in (AnswerState.ENDED, AnswerState.AMENDED):
            days += [each.standing.since for each in self.bases if each.standing.since]
        return max(days)


@question
def answers(register: Register) -> tuple[Answer, ...]:
    """Every answer readers have, those of the newest records first; twins stand beside each other."""
    return _all(register).every


@question
def gathered(register: Register) -> tuple[Answer, ...]:
    """Each answer once, what holds today first, what has ended last, the newest of each first."""
    return _all(register).once


@question
def about(register: Register, policy: str) -> tuple[Answer, ...]:
    """Those of them that rest on the document of this id."""
    return _all(register).about.get(policy, ())


@question
def _all(register: Register) -> _Answers:
    if register not in _known:
        found = [_answer(register, each) for one in register.all for each in asked(one, register.today)]
        every = tuple(_joined(found))
        once = tuple(sorted((each for each in every if each.first), key=_place))
        on: dict[str, tuple[Answer, ...]] = {}
        for each in once:
            on |= {name: (*on.get(name, ()), each) for name in each.documents}
        _known[register] = _Answers(every, once, on)
    return _known[register]


def _place(each: Answer) -> tuple[bool, bool, int, str, int]:
    """What holds today, then what is to come, then what is past; the newest first, a record's in their order.

    When a deposit is returned has an answer of today and one of next year: today's stands first.
    """
    coming = each.state is AnswerState.NOT_YET
    return each.past, coming, -each.asked.day.toordinal(), each.asked.record.id, each.asked.number


def _answer(register: Register, each: Asked) -> Answer:
    bases = tuple(basis(register, policy, each) for policy in _rests_on(register, each))
    sources = [each.record, *(one.policy for one in bases)]
    return Answer(
        each,
        bases,
        tuple(_units(register, each)),
        tuple(dict.fromkeys(topic for source in sources for topic in topics_of(register, source))),
        tuple(dict.fromkeys(_domains(register, sources))),
    )


def _domains(register: Register, sources: Iterable[ContentRecord]) -> list[Domain]:
    """The 领域 that its sources name themselves; only without any those of their catalogue entries, which
    are wider than a single question.
    """
    own = [name for source in sources for name in source.fields if isinstance(name, Domain)]
    return own or [name for source in sources for name in domains_of(register, source)]


def _units(register: Register, each: Asked) -> Iterable[Unit]:
    """The unit that answered, else those that answer for the record."""
    named = register.unit(each.unit) if each.unit else None
    return [named] if named else register.units_of(each.record)


def _rests_on(register: Register, each: Asked) -> list[Policy]:
    """The documents: the one it names, else those of its record that have its articles, else all of them."""
    found = [policy for policy in _named(register, each) if policy.is_public(register.today)]
    wanted = {name for words in each.articles if (name := article_id(words))}
    holding = [policy for policy in found if wanted & policy.document.article_ids] if len(found) > 1 else []
    return holding or found


def _named(register: Register, each: Asked) -> Iterator[Policy]:
    if each.document:
        names: Iterable[str] = (each.document,)
    elif isinstance(each.record, Interpretation | Event | Service):
        names = each.record.documents
    elif isinstance(each.record, Meeting):
        names = dict.fromkeys(name for topic in each.record.agenda if topic.open for name in topic.documents)
    else:  # what is said of a draft rests on nothing that is in force
        names = ()
    yield from {found.id: found for name in names if (found := register.policy(name))}.values()


def _joined(found: list[Answer]) -> Iterator[Answer]:
    """The same with its twins: equal words about the same documents; the one given first stands for all."""
    groups: dict[tuple[object, ...], list[Answer]] = {}
    for each in found:
        words = plain(each.asked.question), plain(each.asked.answer)
        named = each.documents or frozenset(unit.id for unit in each.units)
        groups.setdefault((*words, named), []).append(each)
    for group in groups.values():
        oldest = min(group, key=_given)
        for each in group:
            also = tuple(other.asked for other in sorted(group, key=_given) if other is not each)
            yield replace(each, also=also, first=each is oldest)


def _given(each: Answer) -> tuple[dt.date, str]:
    return each.asked.day, each.asked.slug
