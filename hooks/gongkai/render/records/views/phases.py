"""A record's page on each day ahead: the word of its state and what one can do, as the browser picks them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from gongkai.column.passing import Stage, stages
from gongkai.column.register import Standing
from gongkai.records.base import ContentRecord
from gongkai.records.vocabulary.documents import BenefitState
from gongkai.records.vocabulary.meetings import EventState, MeetingState
from gongkai.records.vocabulary.participation import ConsultationState
from gongkai.records.vocabulary.term import Term
from gongkai.render.facts import Facts
from gongkai.render.frame.instead import instead
from gongkai.render.frame.ways import Act, act

#: the day is over, and the summary still says what was announced before it: a result is written into it
_PASSED = frozenset((
    ConsultationState.CLOSED, ConsultationState.LATE, ConsultationState.ANSWERED,
    EventState.HELD, EventState.LATE, MeetingState.AWAITED, MeetingState.LATE, MeetingState.HELD,
))  # fmt: skip


@dataclass(frozen=True)
class Phase:
    """``begins`` is None for the one that holds on the day of the run."""

    begins: dt.date | None
    #: the word above the title; None for types that have no states
    state: Term | None
    act: Act | None = None
    #: of a policy only
    standing: Standing | None = None
    applying: BenefitState | None = None

    @property
    def mark(self) -> str:
        """What its ids on the page end with: those of today's have the plain name."""
        return f"-{self.begins}" if self.begins else ""

    @property
    def passed(self) -> bool:
        """Whether what the record invites to is over, by its summary too."""
        return self.state in _PASSED


def phases(
    facts: Facts, record: ContentRecord, acting: Callable[[Stage], Act | None] | None = None
) -> list[Phase]:
    """Today's first; ``acting``: what one can do in a stage, where the type has an answer of its own."""

    def offered(stage: Stage) -> Act | None:
        if acting:
            return acting(stage)
        return act(facts, record, still=stage.open) or instead(facts, record, stage)

    return [
        Phase(each.begins, each.state, offered(each), each.standing, each.applying)
        for each in stages(facts.register, record)
    ]
