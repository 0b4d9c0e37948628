"""Register → duties: what each unit owes the public and by when, found by looking.

One file a kind; a kind rests on a rule and reads its parameters from that rule's standard,
so that no figure is written twice. Rules, pages, figures, calendars and reports read this.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from gongkai.column.register import Register
from gongkai.column.register.subjects import Place, excused
from gongkai.common.discovery import modules
from gongkai.law.duties.duty import Duty, DutyState
from gongkai.law.duties.terms import Terms, calendar_of
from gongkai.records.types.standard import Standard

__all__ = ["Duty", "DutyState", "awaited", "duties"]

#: the standard that says how many days before its day a duty counts as 临期
WINDOW = ("catalogue-due", "临期天数")
#: the kinds of what somebody who took part is told
ANSWERS = frozenset({"consultation-feedback", "event-report", "meeting-outcome"})


@dataclass(frozen=True)
class Kind:
    """One kind of duty: the rule it rests on, what it needs from its standard, and what is owed."""

    rule: str
    needs: Mapping[str, Callable[[str], Any]]
    owed: Callable[[Terms], Iterator[Duty]]
    #: the rules whose waivers free a record from it
    waived_by: tuple[str, ...]


def duties(register: Register, standards: Mapping[str, Standard]) -> tuple[Duty, ...]:
    """Everything owed as it stands on the register's day, sorted by day, then by key.

    A kind whose rule has ended, or whose parameters cannot be read, owes nothing: the rule
    itself reports that. What a waiver in force excuses is not owed. Duties whose last day
    cannot be reckoned, for want of a year's holidays, have no ``due`` and stand at the end.
    """
    calendar = calendar_of(standards)
    found: list[Duty] = []
    for kind in kinds():
        written = standards.get(kind.rule)
        standard = written.on(register.today) if written else None
        if standard is None or not _readable(kind, standard):
            continue
        terms = Terms(register, standard, calendar, _soon(standards))
        waived = {place for rule in kind.waived_by for place in excused(register, rule)}
        found.extend(duty for duty in kind.owed(terms) if not waived & _places(duty))
    return tuple(sorted(found, key=lambda duty: (duty.due or dt.date.max, duty.key)))


def awaited(owed: Iterable[Duty]) -> dict[str, dt.date]:
    """Id of a record whose readers wait for an answer → the last day for the first of what it owes them."""
    found: dict[str, dt.date] = {}
    for duty in owed:
        if duty.kind in ANSWERS and duty.open and duty.due is not None:
            found[duty.record.id] = min(duty.due, found.get(duty.record.id, duty.due))
    return found


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind there is, in the order of the files' names."""
    found = []
    for _, module in modules(__name__, parts=("RULE", "NEEDS", "owed")):
        also = getattr(module, "ALSO_WAIVED_BY", ())
        found.append(Kind(module.RULE, module.NEEDS, module.owed, (module.RULE, *also)))
    return tuple(found)


def _places(duty: Duty) -> set[Place]:
    source = duty.record.source
    return {(source.path, source.row), (source.path, None)}


def _soon(standards: Mapping[str, Standard]) -> int:
    rule, name = WINDOW
    written = standards[rule].parameters.get(name, "") if rule in standards else ""
    return int(written) if written.isascii() and written.isdigit() else 0


def _readable(kind: Kind, standard: Standard) -> bool:
    """Whether the standard has what the kind needs; else the rule says what is wrong with it."""
    try:
        for name, read in kind.needs.items():
            read(standard.parameters[name])
    except (KeyError, ValueError):
        return False
    return True
