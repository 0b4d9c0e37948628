"""解读: a policy that needs one is interpreted so many working days after it was published."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.duties.model import Duty
from gongkai.duties.terms import Terms
from gongkai.records.policy import Policy
from gongkai.records.types import as_count, as_date
from gongkai.records.vocabulary import Disclosure
from gongkai.register import Register

RULE = "interpretation-timing"
#: a policy that needs no interpretation at all owes none in time either
ALSO_WAIVED_BY = ("interpretation-missing",)
NEEDS = {"工作日": as_count, "适用自": as_date}


def needing(register: Register) -> list[Policy]:
    """The public policies that need an interpretation, newest first."""
    return [
        policy
        for policy in register.policies
        if policy.needs_interpretation and policy.disclosure is Disclosure.ACTIVE
    ]


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a policy, fulfilled by its earliest interpretation."""
    since, limit = terms.day("适用自"), terms.number("工作日")
    for policy in needing(terms.register):
        if policy.published_on < since:
            continue
        found = terms.register.interpretations_of(policy)
        yield terms.duty(
            "interpretation",
            policy,
            f"解读《{policy.title}》",
            due=terms.working_day(policy.published_on, limit),
            done=min((each.published_on for each in found), default=None),
            evidence=tuple(reversed(found)),
        )
