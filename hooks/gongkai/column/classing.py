"""A record → the 主题 and 领域 it belongs to, by itself, by the policies it explains, by the catalogue."""

from __future__ import annotations

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Domain, Topic


def topics_of(register: Register, record: ContentRecord) -> list[Topic]:
    """主题 of a policy; an interpretation has those of its policies, so that both reach a subscriber."""
    if isinstance(record, Interpretation):
        policies = register.policies_of(record)
    else:
        policies = [record] if isinstance(record, Policy) else []
    return list(dict.fromkeys(policy.topic for policy in policies if policy.topic))


def domains_of(register: Register, record: ContentRecord) -> list[Domain]:
    """领域 a record names itself, those of its catalogue entries, and those of the policies it explains."""
    sources = [record, *(register.policies_of(record) if isinstance(record, Interpretation) else ())]
    found = [name for source in sources for name in source.fields if isinstance(name, Domain)]
    for source in sources:
        for entry in filter(None, map(register.entry, getattr(source, "catalogue", ()))):
            found.extend(entry.domains)
    return list(dict.fromkeys(found))
