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


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a consultation, from its announcement on."""
    return (of_consultation(terms, each) for each in terms.register.public(Consultation))


def of_consultation(terms: Terms, each: Consultation) -> Duty:
    """What one consultation owes, by the term or by the day it promised, whichever is sooner."""
    answered = each.feedback_on(terms.today)
    due = each.closes_on + dt.timedelta(days=terms.number("反馈天数"))
    return terms.duty(
        "consultation-feedback",
        each,
        f"反馈“{each.title}”的意见采纳情况",
        due=min(due, each.answer_by or due),
        done=answered.published_on if answered else None,
        evidence=(each,) if answered else (),
    )
