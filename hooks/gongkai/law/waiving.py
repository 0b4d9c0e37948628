"""Problems and 豁免 → the problems that remain, and those that a dated exception takes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

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


#: one finding: the row, the key and the words of it
Finding = tuple[int | None, object, str]


class Waivers:
    """The waivers in force, and what each was needed for.

    Nobody waives an error of a rule that is 底线; what such a rule could only warn of (a file
    that nobody could look into) may be excused for a time, once a person has looked.
    """

    def __init__(self, register: Register) -> None:
        self.waived: list[Problem] = []
        self.used: set[str] = set()
        #: id of a waiver → those of its words that a finding has
        self.met: dict[str, set[str]] = defaultdict(set)
        #: id of a waiver that names no words → the one finding it excuses
        self._spent: dict[str, Finding] = {}
        self._by_rule: dict[str, list[tuple[Place, Waiver]]] = defaultdict(list)
        for waiver in register.waivers:
            place = waived_place(register, waiver)
            if place is not None:
                self._by_rule[waiver.rule].append((place, waiver))

    def sift(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems that stand; the others are kept in ``waived``."""
        for problem in problems:
            found = self._covering(problem)
            waiver = next((each for each in found if self._free_for(each, problem)), None)
            if waiver is not None:
                self.used.add(waiver.id)
                self.met[waiver.id].update(words for words in waiver.only if words in problem.message)
                self.waived.append(problem)
            else:
                yield _beyond(problem, found[0]) if found else problem

    def _free_for(self, waiver: Waiver, problem: Problem) -> bool:
        """A waiver that does not say which findings it means excuses one, the first; never all to come."""
        finding = (problem.row, problem.at, problem.message)
        return bool(waiver.only) or self._spent.setdefault(waiver.id, finding) == finding

    def _covering(self, problem: Problem) -> list[Waiver]:
        if problem.level is Level.ERROR and unwaivable(problem.rule):
            return []
        return [
            waiver
            for (path, row), waiver in self._by_rule.get(problem.rule, ())
            if path == problem.path and row in {None, problem.row} and waiver.covers(problem.message)
        ]


def _beyond(problem: Problem, waiver: Waiver) -> Problem:
    """What a waiver leaves, with how to name it there."""
    more = f"豁免 {waiver.source.path} 只管一处，这一处也获批准的，在它的“限于”里写上各处检查结果里的字"
    return replace(problem, fix=f"{problem.fix}；{more}")
