"""What the column offers people to do on a day, and by which ways."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.register import Register
from gongkai.common.problems import At
from gongkai.records.base import ContentRecord
from gongkai.records.fields.ways import Way
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.page import Page
from gongkai.records.types.policy import Policy
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.documents import BenefitState

#: while what a policy gives may be applied for
_TAKEN = frozenset((BenefitState.OPEN, BenefitState.ALWAYS))


@dataclass(frozen=True)
class Offer:
    """Ways of a record below one of its keys; ``open``: somebody may act by them on the day."""

    record: ContentRecord
    at: At
    ways: tuple[Way, ...]
    open: bool


def offers(register: Register, day: dt.date) -> Iterator[Offer]:
    """Every list of ways in the column, those of drafts too."""
    for each in register.everything(Consultation):
        yield Offer(each, ("方式",), each.channels, each.opens_on <= day <= each.closes_on)
    for event in register.everything(Event):
        yield Offer(event, ("报名方式",), event.how_to_attend, event.registering(day))
    for meeting in register.everything(Meeting):
        yield Offer(meeting, ("报名方式",), meeting.how_to_attend, meeting.registering(day))
    for page in register.everything(Page):
        yield Offer(page, ("方式",), page.ways, True)
    # their old texts can go on: whoever reads them finds the place to go to beside them
    for service in register.everything(Service):
        yield Offer(service, ("咨询方式",), service.contact, False)
        yield Offer(service, ("结果查询",), service.results, False)
    for policy in register.everything(Policy):
        if policy.benefit:
            taken = register.benefit_state_on(policy, day) in _TAKEN
            yield Offer(policy, ("惠企要素", "申报方式"), policy.benefit.how, taken)
            yield Offer(policy, ("惠企要素", "咨询方式"), policy.benefit.contact, False)
