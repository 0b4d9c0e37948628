"""Register → Problems: every rule of the column, one file a rule, found by looking.

A new rule is two files of one name in ``rules/``: its code, and its words beside it. Checks
read the Register and nothing else: no file, no clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from gongkai.column.register import Register
from gongkai.common.problems import Key, Problem
from gongkai.law.discovery import Rule, rules
from gongkai.law.rulebook import Rulebook
from gongkai.law.rulebook_maker import rulebook
from gongkai.law.rules import coming_error, waiver_valid
from gongkai.law.shared.nothing_found import Memory, remembering
from gongkai.law.standards import faults, in_force, parameter_faults, with_calendar
from gongkai.law.waiving import Waivers
from gongkai.law.wording_of_day import breaches
from gongkai.records.types.standard import Standard

__all__ = [
    "COMING",
    "Memory",
    "Outcome",
    "Rule",
    "Rulebook",
    "in_force",
    "on_the_day",
    "parameter_faults",
    "remembering",
    "rulebook",
    "rules",
    "run",
]

#: the rule that tells what will be wrong on a later day
COMING = coming_error.ID

#: what is done with what a rule's own code failed with, in place of ending the check
Failed = Callable[[Standard, Exception], None] | None
#: called before each rule, and may raise: nobody waits for the answers any more
Pause = Callable[[], None]

#: what a fault in the code of a rule is raised as
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True)
class Outcome:
    """What is wrong, and what would be wrong were it not waived; both in order of path and place."""

    problems: tuple[Problem, ...]
    waived: tuple[Problem, ...]
    #: the ids of the waivers that something needs
    used: frozenset[str] = frozenset()


def run(
    register: Register,
    standards: Mapping[str, Standard],
    failed: Failed = None,
    pause: Pause = lambda: None,
) -> Outcome:
    """Every rule that holds on the day, on the whole column, and the errors of the coming days.

    Waived problems stand apart. ``failed``: the other rules go on where the code of one fails.
    """
    now = on_the_day(register, standards, failed, pause)
    rule = standards[coming_error.ID].on(register.today)
    if rule is None or any(parameter_faults(rules()[rule.slug], rule)):
        return now

    def later(day: dt.date) -> tuple[Problem, ...]:
        return on_the_day(register.on(day), standards, failed, pause).problems

    ahead = coming_error.foretold(register, rule, standards, now.problems, later)
    return replace(now, problems=_in_order([*now.problems, *ahead]))


def on_the_day(
    register: Register,
    standards: Mapping[str, Standard],
    failed: Failed = None,
    pause: Pause = lambda: None,
) -> Outcome:
    """What the rules find on the register's day alone."""
    problems = list(faults(register, standards))
    waivers, whole = Waivers(register), True
    for rule in rules().values():
        pause()
        standard = with_calendar(standards[rule.id], standards).on(register.today)
        if standard is None:
            continue
        unusable = list(parameter_faults(rule, standard))
        try:
            problems.extend(unusable or [*waivers.sift(breaches(register, rule, standard))])
        except _FAULTS as error:
            if failed is None:
                raise
            failed(standard, error)
            whole = False
    valid = standards[waiver_valid.ID].on(register.today)
    if valid is not None:
        if whole:  # a rule that was not asked to its end may need any of them
            problems.extend(waiver_valid.unneeded(register, valid, waivers, standards))
        problems.extend(waiver_valid.ended(register, valid, problems))
    return Outcome(_in_order(problems), _in_order(waivers.waived), frozenset(waivers.used))


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    places = [(p.path, p.row or 0, [_sortable(key) for key in p.at], p.order, p) for p in problems]
    return tuple(place[-1] for place in sorted(places, key=lambda place: place[:-1]))


def _sortable(key: Key) -> tuple[int, str]:
    return (key, "") if isinstance(key, int) else (-1, key)
