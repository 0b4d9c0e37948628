"""Register → Problems: every rule of the column, one file a rule, found by looking.

A new rule is one file here and one in ``data/standards/`` of the same name. Checks
read the Register and nothing else: no file, no clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.checks import waiver_valid
from gongkai.checks.discovery import Rule, rules
from gongkai.checks.rulebook import Rulebook, rulebook
from gongkai.checks.standards import faults, in_force, parameter_faults, with_calendar
from gongkai.checks.waiving import Waivers
from gongkai.problems import Key, Problem
from gongkai.records.standard import Standard
from gongkai.register import Register

__all__ = ["Outcome", "Rule", "Rulebook", "in_force", "rulebook", "rules", "run"]


@dataclass(frozen=True)
class Outcome:
    """What is wrong, and what would be wrong were it not waived; both in order of path and place."""

    problems: tuple[Problem, ...]
    waived: tuple[Problem, ...]
    #: the ids of the waivers that something needs
    used: frozenset[str] = frozenset()


def run(register: Register, standards: Mapping[str, Standard]) -> Outcome:
    """Every rule that holds on the day, on the whole column; waived problems apart."""
    problems = list(faults(register, standards))
    waivers = Waivers(register)
    for rule in rules().values():
        standard = with_calendar(standards[rule.id], standards).on(register.today)
        if standard is None:
            continue
        unusable = list(parameter_faults(rule, standard))
        problems.extend(unusable or waivers.sift(rule.check(register, standard)))
    valid = standards[waiver_valid.ID].on(register.today)
    if valid is not None:
        problems.extend(waiver_valid.unneeded(register, valid, waivers, standards))
    return Outcome(_in_order(problems), _in_order(waivers.waived), frozenset(waivers.used))


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    places = [(p.path, p.row or 0, [_sortable(key) for key in p.at], p.order, p) for p in problems]
    return tuple(place[-1] for place in sorted(places, key=lambda place: place[:-1]))


def _sortable(key: Key) -> tuple[int, str]:
    return (key, "") if isinstance(key, int) else (-1, key)
