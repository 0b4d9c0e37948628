"""怎样用这份文件: the guide to apply by, the number to ask at, the answers, all from other records."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.records.types.policy import Policy
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.documents import Status
from gongkai.records.vocabulary.units import PhoneUse
from gongkai.render.frame.ways import Act, Door, telephone
from gongkai.render.site import Site

_ENDED = frozenset((Status.REPEALED, Status.EXPIRED))
#: more guides than these are found among what names the document
_GUIDES = 2


def act(site: Site, policy: Policy, questions: int) -> Act | None:
    """What a document that has not ended lets one do; after its end nothing is applied for by it."""
    if site.facts.register.standing(policy).status in _ENDED or policy.closed:
        return None
    return Act.of("怎样用这份文件", _doors(site, policy, questions))


def _doors(site: Site, policy: Policy, questions: int) -> Iterator[Door]:
    register = site.facts.register
    guides = [each for each in register.mentions(policy) if isinstance(each, Service)]
    for each in guides[:_GUIDES]:
        title = f"：{each.title}" if guides[1:] else ""
        # a guide of one street may say of all where each goes
        notes = (f"交到{each.places[0] if each.places else each.unit}", f"办理时限：{each.time_limit}")
        yield Door(f"怎样申请{title}", site.links.href(policy.url, each), "", notes)
    if found := telephone(site.facts, register.units_of(policy), PhoneUse.BUSINESS, PhoneUse.DISCLOSURE):
        yield found
    if questions:
        yield Door(f"看 {questions} 条问答", "#wen-1", "")
