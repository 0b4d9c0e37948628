"""Names of policies → the public policies meant, for pages that show more of them than a link."""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.records.types.policy import Policy
from gongkai.render.facts import Facts


def policies(facts: Facts, names: Iterable[str]) -> list[Policy]:
    """The policies meant by the names, in their order, without those that are not public yet."""
    found = map(facts.register.policy, names)
    return [policy for policy in found if policy and policy.is_public(facts.register.today)]
