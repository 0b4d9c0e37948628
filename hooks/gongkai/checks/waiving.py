"""豁免 at work: which problems a dated exception takes out of the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gongkai.problems import Problem
from gongkai.records.base import ContentRecord, Record
from gongkai.records.policy import Policy
from gongkai.records.waiver import Waiver
from gongkai.register import Register

Place = tuple[str, int | None]


def subjects(register: Register, name: str) -> list[Record]:
    """The records a waiver's 对象 may mean: by path, id, file name, 发文字号 or title."""
    text = name.strip()
    for record in _named_records(register):
        if text in {record.source.path, record.id}:
            return [record]
    by_slug: list[Record] = [r for r in _named_records(register) if r.source.row is None and r.slug == text]
    found = by_slug or list(register.policy_names.all(text))
    entry = register.entry(text)
    return found or ([entry] if entry else [])


def _named_records(register: Register) -> Iterator[Record]:
    yield from register.content
    yield from register.units
    yield from register.catalogue
    yield from register.moved


class Waivers:
    """The waivers in force, and what each was needed for."""

    def __init__(self, register: Register) -> None:
        self.waived: list[Problem] = []
        self.used: set[str] = set()
        self._by_rule: dict[str, list[tuple[Place, Waiver]]] = defaultdict(list)
        for waiver in register.waivers:
            meant = subjects(register, waiver.record) if waiver.expires_on >= register.today else []
            if len(meant) == 1:
                self._by_rule[waiver.rule].append((_place(meant[0], waiver), waiver))

    def sift(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems that stand; the others are kept in ``waived``."""
        for problem in problems:
            waiver = self._covering(problem)
            if waiver is None:
                yield problem
            else:
                self.used.add(waiver.id)
                self.waived.append(problem)

    def _covering(self, problem: Problem) -> Waiver | None:
        for (path, row), waiver in self._by_rule.get(problem.rule, ()):
            if path == problem.path and row in {None, problem.row}:
                return waiver
        return None


def _place(record: Record, waiver: Waiver) -> Place:
    """Where the problems stand that a waiver covers: a whole file, or one row when that is what it names."""
    whole = isinstance(record, ContentRecord | Policy) or waiver.record.strip() == record.source.path
    return (record.source.path, None if whole else record.source.row)
