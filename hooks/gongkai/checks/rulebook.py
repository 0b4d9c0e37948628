"""The rulebook as readers see it: every rule with what it holds for and what breaks it on the day.

Records that are drafts or not yet published are left out of every count and list, and a
message that would name one is left out too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gongkai.checks import waiver_valid
from gongkai.checks.discovery import Rule, rules
from gongkai.problems import Problem, told
from gongkai.records.adjustment import Adjustment
from gongkai.records.base import ContentRecord, Record
from gongkai.records.standard import Floor, RuleForce, RuleGroup, Standard
from gongkai.records.waiver import Waiver, WaiverState
from gongkai.register import Register
from gongkai.register.subjects import subjects

Place = tuple[str, int | None]
#: a name shorter than this stands in too many sentences to tell anything
_TELLING = 4


@dataclass(frozen=True)
class Finding:
    """A breach readers may know of: the record it stands in (None: no record's) and the words, if any."""

    record: Record | None
    problem: Problem
    message: str


@dataclass(frozen=True)
class RuleEntry:
    """One rule on the day; ``looks_at``, ``wrong`` and ``remedy`` are what editors read."""

    standard: Standard
    force: RuleForce
    looks_at: str
    wrong: str
    remedy: str
    adjustment: Adjustment | None
    scope: tuple[Record, ...]
    broken: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    floor: Floor | None = None


@dataclass(frozen=True)
class WaiverEntry:
    """One waiver on the day: the record it means, the name of its rule, and how it stands."""

    waiver: Waiver
    rule: str
    record: Record | None
    state: WaiverState


@dataclass(frozen=True)
class Rulebook:
    """Every rule, in the order of the groups and then of the ids, and every waiver, by its end."""

    rules: tuple[RuleEntry, ...] = ()
    waivers: tuple[WaiverEntry, ...] = ()


def rulebook(
    register: Register,
    standards: Mapping[str, Standard],
    problems: Sequence[Problem],
    waived: Sequence[Problem],
    used: Iterable[str],
) -> Rulebook:
    """What the check found, rule by rule; ``used`` are the ids of the waivers that were needed."""
    readers = _Readers(register)
    adjusted = {each.slug: each for each in register.everything(Adjustment)}
    place = {group: number for number, group in enumerate(RuleGroup)}
    ordered = sorted(standards.values(), key=lambda each: (place[each.group], each.slug))
    entries = (_entry(register, readers, each, adjusted.get(each.slug), problems, waived) for each in ordered)
    return Rulebook(tuple(entries), tuple(_waivers(register, readers, standards, frozenset(used))))


def _entry(
    register: Register,
    readers: _Readers,
    standard: Standard,
    adjustment: Adjustment | None,
    problems: Sequence[Problem],
    waived: Sequence[Problem],
) -> RuleEntry:
    today = register.today
    rule = rules().get(standard.slug)
    then = standard.on(today)
    return RuleEntry(
        standard=then or standard,
        force=standard.force_on(today),
        looks_at=_part(rule, "看什么"),
        wrong=_part(rule, "怎样算错"),
        remedy=standard.remedy or _part(rule, "怎样改"),
        adjustment=adjustment,
        floor=rule.floor if rule else None,
        scope=readers.seen(rule.scope(register)) if rule and then else (),
        broken=readers.findings(standard.slug, problems),
        waived=readers.findings(standard.slug, waived),
    )


def _part(rule: Rule | None, name: str) -> str:
    return rule.parts.get(name, "") if rule else ""


def _waivers(
    register: Register, readers: _Readers, standards: Mapping[str, Standard], used: frozenset[str]
) -> Iterable[WaiverEntry]:
    valid = standards[waiver_valid.ID]
    soon = register.today + dt.timedelta(days=valid.number("临期天数"))
    for each in sorted(register.waivers, key=lambda waiver: (waiver.expires_on, waiver.slug)):
        found = subjects(register, each.record)
        record = found[0] if len(found) == 1 else None
        if record is None or readers.may_see(record):
            rule = standards.get(each.rule)
            state = each.state_on(register.today, soon, needed=each.id in used)
            yield WaiverEntry(each, rule.title if rule else each.rule, record, state)


class _Readers:
    """What readers may know of."""

    def __init__(self, register: Register) -> None:
        self._today = register.today
        known: Iterable[Record] = (
            *register.content, *register.units, *register.catalogue, *register.moved, *register.waivers,
        )  # fmt: skip
        self._by_place: dict[Place, Record] = {(r.source.path, r.source.row): r for r in known}
        hidden = [record for record in register.content if not self.may_see(record)]
        names = {told(text) for each in hidden for text in (each.id, each.slug, each.name, each.source.path)}
        self._untold = sorted(name for name in names if len(name) >= _TELLING)

    def may_see(self, record: Record) -> bool:
        """False for drafts and for what is published on a later day."""
        return not isinstance(record, ContentRecord) or record.is_public(self._today)

    def seen(self, records: Iterable[Record]) -> tuple[Record, ...]:
        places = {(r.source.path, r.source.row): r for r in records if self.may_see(r)}
        return tuple(places.values())

    def findings(self, rule: str, problems: Sequence[Problem]) -> tuple[Finding, ...]:
        found = []
        for problem in problems:
            record = self._by_place.get((problem.path, problem.row)) if problem.rule == rule else None
            if problem.rule == rule and (record is None or self.may_see(record)):
                open_ = not any(name in problem.message for name in self._untold)
                found.append(Finding(record, problem, problem.message if open_ else ""))
        return tuple(found)
