"""An event's page: how to take part before it, what was asked and answered after it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.records.types.event import Answer, Event, Suggestion, Survey
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.meetings import EventState
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.records.views.named_policies import policies
from gongkai.render.records.views.phases import Phase
from gongkai.render.site import Site

SHOWS = Event

#: fields with a part of the page of their own
_APART = {"报名方式", "报名截止", "相关文件", "参加人数"}


@dataclass(frozen=True, kw_only=True)
class EventView(common.RecordView):
    """Where an event stands, and what was told of it since."""

    record: Event
    #: the last day for what is still to be told of it
    due: dt.date | None
    attended: int | None
    answers: tuple[Answer, ...]
    survey: Survey | None
    suggestions: tuple[Suggestion, ...]
    policies: list[Policy]
    #: the own page of each answer
    pages: list[str]

    @property
    def states(self) -> list[tuple[Phase, EventState]]:
        """Each phase with the state it is in."""
        return [(each, each.state) for each in self.phases if isinstance(each.state, EventState)]


def view(site: Site, record: Event) -> EventView:
    today = site.facts.register.today
    told = record.reported(today)
    return EventView(
        **common.base(site, record, [row for row in metadata(site, record) if row[0] not in _APART]),
        record=record,
        due=site.facts.register.awaited.get(record.id),
        attended=record.attended if told else None,
        answers=record.answers if told else (),
        survey=record.survey if told else None,
        suggestions=record.suggestions if told else (),
        pages=common.answer_pages(site, record, record.url),
        policies=policies(site.facts, record.documents),
    )
