"""A rule and the Register → its breaches, each record held to the wording of its own day.

A record's day is the one readers are told (``published``). What has no day of its own, such
as a unit, a catalogue entry, a waiver or a line of a register, is held to what holds today;
so is everything by the rules that nothing may weaken (底线), and by rules that themselves
ask for the day they count from (``BY_DAY`` in their files).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.discovery import Rule
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.standard import Floor, Standard


def breaches(register: Register, rule: Rule, standard: Standard) -> Iterator[Problem]:
    """What a rule finds on the whole column; ``standard`` is the rule as it holds today."""
    if _same_for_all(rule, standard):
        yield from rule.check(register, standard)
        return
    spans = standard.spans()
    days = {(each.source.path, each.source.row): each.published for each in register.content}
    today = next(span for span in spans if span.has(register.today))
    for span in spans:
        for problem in rule.check(register, span.standard):
            day = days.get((problem.path, problem.row))
            if span.has(day) if day else span is today:
                yield problem


def looked_at(register: Register, rule: Rule, standard: Standard) -> Iterable[Record]:
    """The records a rule looks at, without those of days on which there was no such rule."""
    records = rule.scope(register)
    if _same_for_all(rule, standard):
        return records
    return (
        each for each in records if not isinstance(each, ContentRecord) or standard.holds_on(each.published)
    )


def _same_for_all(rule: Rule, standard: Standard) -> bool:
    unchanged = not standard.versions and standard.valid_from is None
    return unchanged or rule.by_day or rule.floor is Floor.ABSOLUTE
