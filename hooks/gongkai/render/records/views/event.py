"""An event's page: how to take part before it, what was asked and answered after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gongkai.records.types.event import Answer, Event, Suggestion, Survey
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.meetings import EventState
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.records.views.named import policies

if TYPE_CHECKING:
    from gongkai.render.site import Site

#: fields with a part of the page of their own
_APART = {"报名方式", "报名截止", "相关文件", "参加人数"}


@dataclass
class EventView(common.RecordView):
    state: EventState = EventState.HELD
    attended: int | None = None
    answers: tuple[Answer, ...] = ()
    survey: Survey | None = None
    suggestions: tuple[Suggestion, ...] = ()
    policies: list[Policy] = field(default_factory=list)


def view(site: Site, record: Event) -> EventView:
    today = site.register.today
    shared = common.base(site, record)
    shared.metadata = [row for row in metadata(site, record) if row[0] not in _APART]
    made = EventView(
        **vars(shared),
        state=record.state_on(today),
        policies=policies(site, record.documents),
    )
    if record.reported(today):
        made.attended, made.survey = record.attended, record.survey
        made.answers, made.suggestions = record.answers, record.suggestions
    return made
