"""突发事件回应: answered within so many hours; by days, as most records give no more."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

from gongkai.law.duties.duty import Duty
from gongkai.law.duties.terms import Terms
from gongkai.records.fields.values import as_count, as_text
from gongkai.records.types.response import Response

RULE = "response-time"
NEEDS = {"小时": as_count, "级别": as_text}


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty an incident of the levels that the rule names, once it was answered."""
    levels = terms.standard.parameters["级别"].split()
    days = math.ceil(terms.number("小时") / 24)
    for response in terms.register.public(Response):
        if response.incident in levels:
            yield terms.duty(
                "response",
                response,
                f"回应{response.incident}突发事件：{response.title}",
                due=response.raised_on + dt.timedelta(days=days),
                done=response.answered_on,
                evidence=(response,),
            )
