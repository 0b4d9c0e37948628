"""解读: a policy that needs one is interpreted so many working days after it was published."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.column.register import Register
from gongkai.common.title_marks import in_marks
from gongkai.law.duties.duty import Duty
from gongkai.law.duties.terms import Terms
from gongkai.records.fields.values import as_count
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Disclosure

RULE = "interpretation-timing"
#: a policy that needs no interpretation at all owes none in time either
ALSO_WAIVED_BY = ("interpretation-missing",)
NEEDS = {"工作日": as_count}


def needing(register: Register) -> list[Policy]:
    """The public policies that need an interpretation, newest first."""
    return [
        policy
        for policy in register.policies
        if policy.needs_interpretation and policy.disclosure is Disclosure.ACTIVE
    ]


def held(register: Register) -> list[Policy]:
    """Those of them that an interpretation is still asked of: not one without, ended or not ours."""
    return [
        policy
        for policy in needing(register)
        if not register.standing(policy).void or register.interpretations_of(policy)
    ]


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a policy by the rule of its day, fulfilled by its earliest interpretation."""
    found = (of_policy(terms, policy) for policy in held(terms.register))
    return (duty for duty in found if duty)


def of_policy(terms: Terms, policy: Policy) -> Duty | None:
    """What one policy owes by the rule of its day; None where there was no such rule."""
    then = terms.on(policy.published_on)
    if then is None:
        return None
    found = then.register.interpretations_of(policy)
    return then.duty(
        "interpretation",
        policy,
        f"解读{in_marks(policy.title)}",
        due=then.working_day(policy.published_on, then.number("工作日")),
        done=min((each.published_on for each in found), default=None),
        evidence=tuple(reversed(found)),
    )
