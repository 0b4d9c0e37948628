"""A record → its 主题, 领域 and 服务对象, by itself, by the policies it explains, by the catalogue."""

from __future__ import annotations

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Refers
from gongkai.records.types.evaluation import Evaluation
from gongkai.records.types.event import Event
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.types.response import Response
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.documents import Audience, Domain, Topic

#: what is about policies and names no 领域 itself: that of the policies it names
_ABOUT = (Evaluation, Event, Meeting, Response, Service)


def topics_of(register: Register, record: ContentRecord) -> list[Topic]:
    """主题 of a policy; an interpretation has those of its policies, so that both reach a subscriber."""
    if isinstance(record, Interpretation):
        policies = register.policies_of(record)
    else:
        policies = [record] if isinstance(record, Policy) else []
    return list(dict.fromkeys(policy.topic for policy in policies if policy.topic))


def domains_of(register: Register, record: ContentRecord) -> list[Domain]:
    """领域 a record names itself, those of its catalogue entries, and those of the policies it is about."""
    found = own_domains(register, record)
    explained = register.policies_of(record) if isinstance(record, Interpretation) else ()
    for source in (record, *explained):
        for entry in filter(None, map(register.entry, getattr(source, "catalogue", ()))):
            found.extend(entry.domains)
    return list(dict.fromkeys(found))


def own_domains(register: Register, record: ContentRecord) -> list[Domain]:
    """Without those of the catalogue, whose entries are wider than what stands under them."""
    sources = [record, *_policies(register, record)]
    found = [name for source in sources for name in source.fields if isinstance(name, Domain)]
    return list(dict.fromkeys(found))


def _policies(register: Register, record: ContentRecord) -> list[Policy]:
    """The policies that a guide, an event, an interpretation … is about; of others none."""
    if isinstance(record, Interpretation):
        return register.policies_of(record)
    if not isinstance(record, _ABOUT) or record.fields:
        return []
    named = (register.policy(name) for _, name in references(record, Refers.POLICY))
    found = [policy for policy in named if policy and policy.is_public(register.today)]
    return list({policy.id: policy for policy in found}.values())


def audiences_of(register: Register, record: ContentRecord) -> list[Audience]:
    """服务对象 of a record, and of the policies it is about."""
    sources = [record, *_policies(register, record)]
    found = [each for source in sources for each in getattr(source, "audiences", ())]
    return list(dict.fromkeys(found))
