"""An answer → the days ahead on which its state will be another, so that it is told without a new build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gongkai.column.amendments import amended, amendments, suspended
from gongkai.column.answers import Answer
from gongkai.column.other_days import on
from gongkai.column.register import Register
from gongkai.column.rests_on import basis
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import AnswerState


def ahead(register: Register, answer: Answer) -> list[tuple[dt.date, AnswerState]]:
    """Each later day from which another state holds, the next first, by what readers know on the day."""
    found: list[tuple[dt.date, AnswerState]] = []
    state = answer.state
    for day in sorted(set(_turns(register, (each.policy for each in answer.bases)))):
        if (then := _on(register, answer, day)) is not state:
            found.append((day, state := then))
    return found


def _turns(register: Register, policies: Iterable[Policy]) -> Iterator[dt.date]:
    """The days to come on which something begins or ends for one of the documents."""
    for policy in policies:
        days = [policy.in_force_from, register.ended_on(policy)]
        days += [link.date for link in register.relations(policy) if not link.acts]
        if amended(register, policy):
            held = suspended(amendments(register, policy))
            days += [one.begins for one in held]
            days += [one.last + dt.timedelta(days=1) for one in held if one.last]
        yield from (day for day in days if day and day > register.today)


def _on(register: Register, answer: Answer, day: dt.date) -> AnswerState:
    """The state on a later day."""
    then = on(register, day)
    bases = tuple(basis(then, each.policy, answer.asked) for each in answer.bases)
    return replace(answer, bases=bases).state
