"""征集反馈: what became of the opinions is published so many days after the closing date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.law.duties.duty import Duty
from gongkai.law.duties.terms import Terms
from gongkai.records.fields.values import as_count
from gongkai.records.types.consultation import Consultation

RULE = "consultation-feedback"
NEEDS = {"反馈天数": as_count}


def last_day(consultation: Consultation, days: int) -> dt.date:
    """The last day for the feedback."""
    return consultation.closes_on + dt.timedelta(days=days)


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a consultation, from its announcement on."""
    for each in terms.register.public(Consultation):
        answered = each.feedback_on(terms.today)
        yield terms.duty(
            "consultation-feedback",
            each,
            f"反馈“{each.title}”的意见采纳情况",
            due=last_day(each, terms.number("反馈天数")),
            done=answered.published_on if answered else None,
            evidence=(each,) if answered else (),
        )
