"""The coming days one by one: what stops, warns or ends on which of them if nothing more is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.common.workdays import announced_years
from gongkai.desk.horizon.turning import Standards, turning_days
from gongkai.law import checking
from gongkai.law.duties import Duty, duties
from gongkai.law.duties.terms import calendar_of
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Status

__all__ = ["Coming", "Horizon", "look", "turning_days"]

#: the register of another day → what the check finds on it, located
Find = Callable[[Register], Sequence[Problem]]


@dataclass
class Coming:
    """What one day brings that the day before has not."""

    day: dt.date
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    #: documents that are no longer in force
    ended: list[Policy] = field(default_factory=list)
    #: what is owed by this day and not yet there
    due: list[Duty] = field(default_factory=list)
    #: a year begins whose holidays are not known
    unknown_year: bool = False

    @property
    def anything(self) -> bool:
        return bool(self.errors or self.warnings or self.ended or self.due or self.unknown_year)


@dataclass(frozen=True)
class Horizon:
    """The days up to ``until`` that bring anything."""

    today: dt.date
    until: dt.date
    days: Sequence[Coming]

    @property
    def stops(self) -> bool:
        """True when on one of the days nothing could be published any more."""
        return any(each.errors for each in self.days)


def look(
    register: Register, standards: Standards, until: dt.date, now: Sequence[Problem], find: Find
) -> Horizon:
    """``now`` is what is wrong today; ``find`` is asked of every turning day."""
    known = {level: {_key(each) for each in now if each.level is level} for level in Level}
    owed = _owed(register, standards, until)
    years = announced_years() | set(calendar_of(standards).tables)
    found = []
    before = register
    for day in sorted({*turning_days(register, standards, until), *owed}):
        then = register.on(day)
        coming = Coming(day, ended=_ended(before, then), due=owed.get(day, []))
        coming.unknown_year = (day.month, day.day) == (1, 1) and day.year not in years
        for problem in find(then):
            if problem.rule != checking.COMING and _key(problem) not in known[problem.level]:
                known[problem.level].add(_key(problem))
                _add(coming, problem)
        found.append(coming)
        before = then
    return Horizon(register.today, until, [each for each in found if each.anything])


def _add(coming: Coming, problem: Problem) -> None:
    if problem.level is Level.ERROR:
        coming.errors.append(problem)
    elif problem.level is Level.WARNING:
        coming.warnings.append(problem)


def _owed(register: Register, standards: Standards, until: dt.date) -> dict[dt.date, list[Duty]]:
    """Last day → what is open today or comes to be owed by then, and nobody has done."""
    found: dict[dt.date, list[Duty]] = {}
    # what ends on its day, a document for one, is owed no more at the end
    known = {duty.key: duty for then in (register, register.on(until)) for duty in duties(then, standards)}
    for duty in known.values():
        if duty.open and duty.due and register.today <= duty.due <= until:
            found.setdefault(duty.due, []).append(duty)
    return found


def _ended(before: Register, then: Register) -> list[Policy]:
    gone = {Status.REPEALED, Status.EXPIRED}
    return [
        policy
        for policy in then.policies
        if then.standing(policy).status in gone and before.standing(policy).status not in gone
    ]


def _key(problem: Problem) -> tuple[object, ...]:
    return problem.rule, problem.path, problem.row, problem.at
