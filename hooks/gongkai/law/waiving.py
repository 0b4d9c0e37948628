"""Problems and 豁免 → the problems that remain, and those that a dated exception takes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.column.register.subjects import Place, waived_place
from gongkai.common.problems import Level, Problem
from gongkai.law.discovery import rules
from gongkai.records.types.standard import Floor
from gongkai.records.types.waiver import Waiver


def unwaivable(name: str) -> bool:
    """True for a rule whose errors nobody can waive."""
    rule = rules().get(name)
    return rule is not None and rule.floor is Floor.ABSOLUTE


class Waivers:
    """The waivers in force, and what each was needed for.

    Nobody waives an error of a rule that is 底线; what such a rule could only warn of (a file
    that nobody could look into) may be excused for a time, once a person has looked.
    """

    def __init__(self, register: Register) -> None:
        self.waived: list[Problem] = []
        self.used: set[str] = set()
        self._by_rule: dict[str, list[tuple[Place, Waiver]]] = defaultdict(list)
        for waiver in register.waivers:
            place = waived_place(register, waiver)
            if place is not None:
                self._by_rule[waiver.rule].append((place, waiver))

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
        if problem.level is Level.ERROR and unwaivable(problem.rule):
            return None
        for (path, row), waiver in self._by_rule.get(problem.rule, ()):
            if path == problem.path and row in {None, problem.row} and waiver.covers(problem.message):
                return waiver
        return None
