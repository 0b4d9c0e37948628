"""A matter and its stations: asked, decided, deliberated, made into documents."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.decision import Decision
from gongkai.records.types.meeting import Agenda, Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.meetings import MeetingKind


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a meeting, numbered from 1; 0: which topic of the meeting it was is not said."""

    meeting: Meeting
    number: int
    agenda: Agenda | None = None

    @property
    def key(self) -> str:
        return f"{self.meeting.id}#{self.number}"

    @property
    def url(self) -> str:
        """Its place on the meeting's page."""
        return f"{self.meeting.url}#yiti-{self.number}" if self.number else self.meeting.url

    @property
    def name(self) -> str:
        return f"{self.meeting.name}：{self.agenda.title}" if self.agenda else self.meeting.name

    @property
    def explains(self) -> bool:
        """A press conference explains what others decided."""
        return self.meeting.kind is MeetingKind.PRESS


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter: the records that lead to its documents, each kind by its days."""

    decision: Decision | None = None
    consultations: tuple[Consultation, ...] = ()
    topics: tuple[Topic, ...] = ()
    policies: tuple[Policy, ...] = ()

    @property
    def title(self) -> str:
        """Of the decision, else of the document, else of the consultation."""
        if self.decision:
            return self.decision.title
        return self.policies[0].title if self.policies else self.consultations[0].title

    @property
    def deliberations(self) -> tuple[Topic, ...]:
        """The topics by which it was, or will be, deliberated; not those that explain it."""
        return tuple(each for each in self.topics if not each.explains)

    @property
    def keys(self) -> frozenset[str]:
        """What is in it: ids of records, keys of topics."""
        single = (self.decision,) if self.decision else ()
        records: tuple[ContentRecord, ...] = (*single, *self.consultations, *self.policies)
        return frozenset((*(each.id for each in records), *(each.key for each in self.topics)))
