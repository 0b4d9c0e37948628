"""What the figures read: the Register on the day, the rules as data, what they found, and what is owed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from gongkai.column.register import Register
from gongkai.column.register.subjects import Place, excused
from gongkai.common.problems import Problem
from gongkai.law.duties import Duty
from gongkai.law.duties.interpretation import needing
from gongkai.law.duties.terms import Terms, calendar_of
from gongkai.law.shared.policy_likeness import like_a_policy, undeclared
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.figure import Norm
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.types.unit import Unit


@dataclass(frozen=True)
class Context:
    """Everything that one figure may look at; ``norms`` are the targets by figure.

    ``problems`` are all that the rules found, waived ones too.
    """

    register: Register
    standards: Mapping[str, Standard]
    norms: Mapping[str, Norm] = field(default_factory=dict)
    problems: Sequence[Problem] = ()
    duties: Sequence[Duty] = ()

    @property
    def today(self) -> dt.date:
        return self.register.today

    @property
    def month(self) -> dt.date:
        """The first day of the present month: the day of what has none of its own and is still open."""
        return self.today.replace(day=1)

    def terms(self, rule: str) -> Terms:
        """What a kind of duty is reckoned by, to ask it what a record owes, waived or not."""
        return Terms(self.register, self.standards[rule], calendar_of(self.standards))

    @cached_property
    def interpreted(self) -> list[Policy]:
        """The public policies that needed an interpretation when they were published, newest first."""
        rule = self.standards["interpretation-missing"]
        return [policy for policy in needing(self.register) if rule.holds_on(policy.published_on)]

    @cached_property
    def escaped(self) -> list[Policy]:
        """The public documents that are like policies and not said to be any: nobody interprets them."""
        rule = self.standards.get("policy-likeness")
        found = undeclared(self.register) if rule else []
        return [each for each in found if rule and rule.holds_on(each.published_on) and like_a_policy(each)]

    def first_of(self, policy: Policy) -> Interpretation | None:
        """The interpretation of a policy that was published first; one of a line explains nothing."""
        least = self._least
        found = (each for each in self.register.interpretations_of(policy) if each.explains(least))
        return min(found, key=lambda each: (each.published_on, each.id), default=None)

    @cached_property
    def _least(self) -> int:
        rule = self.standards.get("interpretation-substance")
        return rule.number("最少字数") if rule and "最少字数" in rule.parameters else 0

    def units_of(self, record: ContentRecord) -> tuple[Unit, ...]:
        return tuple(self.register.units_of(record))

    def named(self, names: Iterable[str]) -> tuple[Unit, ...]:
        """The units of these names, each once."""
        found = filter(None, map(self.register.unit, names))
        return tuple({unit.id: unit for unit in found}.values())

    def is_waived(self, rule: str, *records: Record | None) -> bool:
        """Whether a waiver in force frees one of the records from a rule."""
        places = {(each.source.path, row) for each in records if each for row in (None, each.source.row)}
        return not places.isdisjoint(self._excused(rule))

    def _excused(self, rule: str) -> set[Place]:
        if rule not in self._known:
            self._known[rule] = excused(self.register, rule)
        return self._known[rule]

    @cached_property
    def _known(self) -> dict[str, set[Place]]:
        return {}
