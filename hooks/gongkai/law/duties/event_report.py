"""活动情况: what came of an event is published so many days after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.law.duties.duty import Duty
from gongkai.law.duties.terms import Terms
from gongkai.records.fields.values import as_count
from gongkai.records.types.event import Event

RULE = "event-report"
NEEDS = {"公布天数": as_count}


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty an event, from its announcement on."""
    return (of_event(terms, event) for event in terms.register.public(Event))


def of_event(terms: Terms, event: Event) -> Duty:
    """What one event owes."""
    return terms.duty(
        "event-report",
        event,
        f"公布“{event.title}”的情况",
        due=event.date + dt.timedelta(days=terms.number("公布天数")),
        done=event.reported_on,
        evidence=(event,) if event.reported(terms.today) else (),
    )
