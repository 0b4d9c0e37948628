"""What a check found → the rulebook as readers see it.

What readers do not have (drafts, records of a later day, what is closed) is left out of every
count and list, and a message that would tell of it is left out too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from gongkai.column.register import Register
from gongkai.column.register.subjects import subjects
from gongkai.common.problems import Problem, told
from gongkai.gate import withheld
from gongkai.law.discovery import Rule, rules
from gongkai.law.rulebook import Finding, Rulebook, RuleEntry, WaiverEntry
from gongkai.law.rules import waiver_valid
from gongkai.law.wording_of_day import looked_at
from gongkai.records.base import Record
from gongkai.records.types.adjustment import Adjustment
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.standard import RuleGroup, Standard

#: a name shorter than this stands in too many sentences to tell anything
_TELLING = 4


def rulebook(
    register: Register,
    released: Register,
    standards: Mapping[str, Standard],
    problems: Sequence[Problem],
    waived: Sequence[Problem],
    used: Iterable[str],
) -> Rulebook:
    """What the check found in ``register``, rule by rule, as readers of ``released`` may know it.

    ``used`` are the ids of the waivers that were needed.
    """
    readers = _Readers(register, released)
    adjusted = {each.slug: each for each in released.everything(Adjustment)}
    place = {group: number for number, group in enumerate(RuleGroup)}
    # what the district has not taken is no rule of its own
    held = (each for each in standards.values() if not each.offered)
    ordered = sorted(held, key=lambda each: (place[each.group], each.slug))
    entries = (_entry(released, readers, each, adjusted.get(each.slug), problems, waived) for each in ordered)
    return Rulebook(tuple(entries), tuple(_waivers(released, standards, frozenset(used))))


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
        scope=_each_once(looked_at(register, rule, then)) if rule and then else (),
        broken=readers.findings(standard.slug, problems),
        waived=readers.findings(standard.slug, waived),
    )


def _part(rule: Rule | None, name: str) -> str:
    return rule.parts.get(name, "") if rule else ""


def _each_once(records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple({(each.source.path, each.source.row): each for each in records}.values())


def _waivers(
    register: Register, standards: Mapping[str, Standard], used: frozenset[str]
) -> Iterable[WaiverEntry]:
    valid = standards[waiver_valid.ID]
    soon = register.today + dt.timedelta(days=valid.number("临期天数"))
    for each in sorted(register.waivers, key=lambda waiver: (waiver.expires_on, waiver.slug)):
        found = subjects(register, each.record)
        record = found[0] if len(found) == 1 else None
        rule = standards.get(each.rule)
        state = each.state_on(register.today, soon, needed=each.id in used)
        yield WaiverEntry(each, rule.title if rule else each.rule, record, state)


class _Readers:
    """What readers may know of."""

    def __init__(self, register: Register, released: Register) -> None:
        self._seen = {(each.source.path, each.source.row): each for each in released.every}
        self._whole = {(each.source.path, each.source.row): each for each in register.every}
        hidden = [each for each in register.content if (each.source.path, each.source.row) not in self._seen]
        self._hidden = {record.source.path for record in hidden} - {path for path, _ in self._seen}
        self._folders = tuple(_folder(each.source.path) for each in hidden if isinstance(each, Dataset))
        names = {told(text) for each in hidden for text in (each.id, each.slug, each.name, each.source.path)}
        self._untold = sorted(name for name in names if len(name) >= _TELLING)

    def findings(self, rule: str, problems: Sequence[Problem]) -> tuple[Finding, ...]:
        """What a rule found in what readers have, and in files of which no record is hidden from them."""
        return tuple(
            Finding(record, problem, problem.message if self._may_hear(record, problem) else "")
            for problem in problems
            if problem.rule == rule
            if (record := self._seen.get((problem.path, problem.row))) or self._is_plain(problem.path)
        )

    def _is_plain(self, path: str) -> bool:
        """Whether a file that is no record's may be named; one beside content may be a hidden record's."""
        if path.startswith(("content/", *self._folders)):
            return False
        return path not in self._hidden

    def _may_hear(self, record: Record | None, problem: Problem) -> bool:
        """Whether the sentence says nothing that is withheld of its record, and names none that is hidden."""
        if record is not None:
            whole = self._whole[(problem.path, problem.row)]
            if record.closed or any(told(text) in problem.message for text in withheld(whole, record)):
                return False
        return not any(name in problem.message for name in self._untold)


def _folder(path: str) -> str:
    return path.rpartition("/")[0] + "/"
