"""突发事件回应: answered within so many hours of what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.law.duties.duty import Duty
from gongkai.law.duties.terms import Terms
from gongkai.records.fields.values import as_count, as_text
from gongkai.records.types.response import Response

RULE = "response-time"
NEEDS = {"小时": as_count, "级别": as_text}
#: when something happened whose time is not written: in favour of the unit
_LATEST = dt.time(23, 59)


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty an incident of the levels that the rule names, once it was answered."""
    for response in terms.register.public(Response):
        if concerns(terms, response):
            yield of_response(terms, response)


def concerns(terms: Terms, response: Response) -> bool:
    """Whether it answers an incident of a level that the rule names."""
    return response.incident in terms.standard.parameters["级别"].split()


def of_response(terms: Terms, response: Response) -> Duty:
    """The duty that one answer fulfils."""
    begun = dt.datetime.combine(response.raised_on, time_of(response.raised_at) or _LATEST)
    last = begun + dt.timedelta(hours=terms.number("小时"))
    return terms.duty(
        "response",
        response,
        f"回应{response.incident}突发事件：{response.title}",
        due=last.date(),
        due_time=dt.time(last.hour, last.minute),
        done=response.answered_on,
        done_time=time_of(response.answered_at),
        evidence=(response,),
    )


def time_of(written: str | None) -> dt.time | None:
    """A written time of day; None where none is written."""
    return dt.time.fromisoformat(written) if written else None
