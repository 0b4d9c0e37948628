"""到期复审: a normative document is reviewed before its validity ends."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.common.title_marks import in_marks
from gongkai.law.duties.duty import Duty
from gongkai.law.duties.terms import Terms
from gongkai.records.fields.values import as_count

RULE = "policy-status"
NEEDS = {"临期天数": as_count}


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a normative document in force with a last day; it is 临期 so many days before."""
    for policy in terms.register.policies:
        if policy.normative and policy.expires_on and terms.register.standing(policy).in_force:
            yield terms.duty(
                "policy-expiry",
                policy,
                f"{in_marks(policy.title)}到期前复审：继续执行的重新公布",
                due=policy.expires_on,
                soon=terms.number("临期天数"),
            )
