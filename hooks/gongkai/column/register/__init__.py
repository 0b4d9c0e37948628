"""Records → one Register for a day: lookups by any name, links between records both ways.

Everything later reads only this. What the public may see on the day stands in the
plain lists (``policies``, ``items`` …); ``everything`` also gives drafts and records
of the future, for checks of form.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from gongkai.column.register.changes import ChangedRecords, Kept, Wording, turned
from gongkai.column.register.happened import Event
from gongkai.column.register.standing import Link, Relations, Standing, relations_as_written
from gongkai.column.validate import Broken
from gongkai.load import File, Personal, TableFile
from gongkai.records.base import ContentRecord, Record
from gongkai.records.column import Column
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Refers
from gongkai.records.types.address import MovedAddress
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.decision import Decision
from gongkai.records.types.event import Event as Event_
from gongkai.records.types.gazette import GazetteIssue
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.meeting import Agenda, Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.types.response import Response
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.documents import BenefitState
from gongkai.records.vocabulary.meetings import MeetingKind
from gongkai.records.vocabulary.participation import DecisionState
from gongkai.records.vocabulary.term import Term

__all__ = [
    "Event",
    "File",
    "Kept",
    "Link",
    "Personal",
    "Register",
    "Standing",
    "TableFile",
    "Wording",
    "relations_as_written",
]


class Register(ChangedRecords):
    """All records of a column as they stand on ``today``."""

    def __init__(
        self,
        records: Iterable[Record],
        today: dt.date,
        column: Column,
        *,
        broken: Iterable[Broken] = (),
        files: Mapping[str, File] | None = None,
        tables: Mapping[str, tuple[TableFile, ...]] | None = None,
        published: Mapping[str, str] | None = None,
        announced: Mapping[tuple[str, str], tuple[dt.date, ...]] | None = None,
        wordings: Mapping[tuple[str, str], tuple[Wording, ...]] | None = None,
        kept: Mapping[str, tuple[Kept, ...]] | None = None,
        happened: Sequence[Event] = (),
    ) -> None:
        super().__init__(records, today, broken)
        self.column = column
        self.files: Mapping[str, File] = files or {}
        self._tables: Mapping[str, tuple[TableFile, ...]] = tables or {}
        #: address that was published before → its title then (the committed register of addresses)
        self.published: Mapping[str, str] = published or {}
        #: (lasting id, key) → the dates readers were told before (the committed register of dates)
        self.announced = announced or {}
        #: (id, 正文 or 标题) → what readers had before (the committed register of texts)
        self.wordings: Mapping[tuple[str, str], tuple[Wording, ...]] = wordings or {}
        #: id → the texts it was published with before, the oldest first (kept beside that register)
        self.kept: Mapping[str, tuple[Kept, ...]] = kept or {}
        #: what the 发布日志 told before, of later days too (the committed register of it)
        self.happened: Sequence[Event] = happened
        #: id → the last day for what a record still has to answer; handed in with what is owed on the day
        self.awaited: Mapping[str, dt.date] = {}
        self._relations = Relations(self.policies, self._public_policy)
        self._standings: dict[str, Standing] = {}
        self._units_of: dict[tuple[str, int | None], list[Unit]] = {}

    def on(self, day: dt.date) -> Register:
        """The same files as they stand on another day."""
        return Register(
            self.records,
            day,
            self.column,
            broken=self.broken,
            files=self.files,
            tables=self._tables,
            published=self.published,
            announced=self.announced,
            wordings=self.wordings,
            kept=self.kept,
            happened=self.happened,
        )

    @cached_property
    def gone(self) -> Mapping[str, MovedAddress]:
        """Address → the row by which it is withdrawn on the day, whether or not its file is still there.

        What says a record again (interpretation, translation, correction) goes with it.
        """
        found = {row.address: row for row in self.moved if row.withdrawn_on and not row.coming(self.today)}
        left = [record for record in self.content if record.repeats] if found else []
        while more := {
            record.url: found[each.url]
            for record in left
            if record.url not in found
            for each in self.repeated(record)
            if each.url in found
        }:
            found |= more
        return found

    def repeated(self, record: ContentRecord) -> list[ContentRecord]:
        """The records whose content a record says again."""
        named = (self.policy(name) or self.record(name) for name in record.repeats)
        return [each for each in named if each]

    def tables_of(self, dataset: Dataset) -> tuple[TableFile, ...]:
        """The files that hold a dataset's rows, the oldest year first."""
        return self._tables.get(dataset.id, ())

    def policies_of(self, interpretation: Interpretation) -> list[Policy]:
        """The public policies an interpretation explains, in the order it names them."""
        found = [self.policy(name) for name in interpretation.documents]
        return [policy for policy in found if policy and policy.is_public(self.today)]

    def interpretations_of(self, policy: Policy) -> list[Interpretation]:
        """The public interpretations of a policy, oldest first."""
        return self._interpretations.get(policy.id, [])

    @cached_property
    def _interpretations(self) -> dict[str, list[Interpretation]]:
        found: dict[str, list[Interpretation]] = defaultdict(list)
        for interpretation in reversed(self.interpretations):
            for policy in self.policies_of(interpretation):
                found[policy.id].append(interpretation)
        return found

    def topics_of(self, policy: Policy) -> list[tuple[Meeting, int, Agenda]]:
        """The meeting topics a policy came of: meeting, number of the topic (from 1), topic."""
        return self._topics.get(policy.id, [])

    @cached_property
    def _topics(self) -> dict[str, list[tuple[Meeting, int, Agenda]]]:
        found: dict[str, list[tuple[Meeting, int, Agenda]]] = defaultdict(list)
        for meeting in reversed(self.meetings):
            for number, topic in enumerate(meeting.agenda, 1):
                for policy in filter(None, map(self.policy, topic.documents)):
                    found[policy.id].append((meeting, number, topic))
        return found

    def relations(self, policy: Policy) -> tuple[Link, ...]:
        """What the policy does to others and what others do to it, oldest first."""
        return self._relations.of(policy)

    def standing(self, policy: Policy) -> Standing:
        """状态 of a policy on the day, derived."""
        if policy.id not in self._standings:
            self._standings[policy.id] = self._relations.standing(policy, self.today)
        return self._standings[policy.id]

    def standing_on(self, policy: Policy, day: dt.date) -> Standing:
        """状态 of a policy on another day than this run's, by what is public in this run."""
        return self._relations.standing(policy, day)

    def last_change(self, record: ContentRecord) -> dt.date:
        """The newest day on which readers got something new of a record, or it came to stand otherwise."""
        day = super().last_change(record)
        if not isinstance(record, Policy) or record.elsewhere:
            return max((day, *turned(record, self.awaited.get(record.id), self.today)))
        done = (link.date for link in self.relations(record) if not link.acts and link.kind != "配套")
        days = (day, record.in_force_from, self.ended_on(record), *done)
        return max(each for each in days if each and each <= self.today)

    def ended_on(self, policy: Policy) -> dt.date | None:
        """The first day a policy is in force no more, by what is public in this run; None: none is known."""
        return self._relations.ended_on(policy)

    @cached_property
    def press_conferences(self) -> list[Meeting]:
        """新闻发布会, newest first."""
        return [meeting for meeting in self.meetings if meeting.kind is MeetingKind.PRESS]

    @cached_property
    def concerns(self) -> list[ContentRecord]:
        """Answers to concerns and press conferences together, newest first."""
        both: list[ContentRecord] = [*self.public(Response), *self.press_conferences]
        return sorted(sorted(both, key=lambda each: each.id), key=lambda each: each.published, reverse=True)

    def printed_in(self, issue: GazetteIssue) -> list[Policy]:
        """The public policies an issue of the gazette prints, in the order of its contents."""
        named = (self.policy(each.document) for each in issue.contents if each.document)
        return [policy for policy in named if policy and policy.is_public(self.today)]

    def benefit_state(self, policy: Policy) -> BenefitState | None:
        """Whether business may apply for what a policy gives; None without 惠企要素, or of another place."""
        return self.benefit_state_on(policy, self.today)

    def benefit_state_on(self, policy: Policy, day: dt.date) -> BenefitState | None:
        """The same on another day."""
        if policy.benefit is None:
            return None
        if policy.elsewhere:
            return None
        if self.standing_on(policy, day).ended:
            return BenefitState.ENDED
        return policy.benefit.state_on(day, policy.in_force_from)

    @cached_property
    def benefits(self) -> list[Policy]:
        """The policies that give something to business and have not ended, newest first."""
        gone = {None, BenefitState.ENDED}
        return [policy for policy in self.policies if self.benefit_state(policy) not in gone]

    def fulfilled_by(self, entry: CatalogueEntry) -> list[ContentRecord]:
        """The public records that name a catalogue entry, newest first."""
        return self._fulfilled.get(entry.number, [])

    @cached_property
    def _fulfilled(self) -> dict[str, list[ContentRecord]]:
        found: dict[str, list[ContentRecord]] = defaultdict(list)
        for record in self.all:
            for number in getattr(record, "catalogue", ()):
                found[number].append(record)
        return found

    def units_of(self, record: ContentRecord) -> list[Unit]:
        """The units that answer for a record; an interpretation without any has its policies' issuers."""
        place = record.source.path, record.source.row
        if place not in self._units_of:
            self._units_of[place] = self._units(record)
        return self._units_of[place]

    def _units(self, record: ContentRecord) -> list[Unit]:
        names = list(record.unit_names)
        if not names and isinstance(record, Interpretation):
            names = [name for policy in self.policies_of(record) for name in policy.issuers]
        return list({unit.id: unit for unit in filter(None, map(self.unit, names))}.values())

    def records_of(self, unit: Unit) -> list[ContentRecord]:
        """The public records of a unit, newest first."""
        return self._of_unit.get(unit.id, [])

    @cached_property
    def _of_unit(self) -> dict[str, list[ContentRecord]]:
        found: dict[str, list[ContentRecord]] = defaultdict(list)
        for record in self.all:
            for unit in self.units_of(record):
                found[unit.id].append(record)
        return found

    def mentions(self, record: ContentRecord) -> list[ContentRecord]:
        """The public records of any type that name a record, oldest first: its thread."""
        return self._mentions.get(record.id, [])

    @cached_property
    def _mentions(self) -> dict[str, list[ContentRecord]]:
        found: dict[str, list[ContentRecord]] = defaultdict(list)
        for source in reversed(self.all):
            named: list[ContentRecord | None] = []
            named += [self.policy(name) for _, name in references(source, Refers.POLICY)]
            named += [self.record(name) for _, name in references(source, Refers.RECORD)]
            for target in {each.id: each for each in named if each}.values():
                if target is not source and target.is_public(self.today):
                    found[target.id].append(source)
        return found

    def state(self, record: ContentRecord) -> Term | None:
        """状态 of any record on the day: a policy's from its relations, another's from its own dates."""
        if isinstance(record, Policy):
            return self.standing(record).status
        if isinstance(record, Consultation | Event_ | Meeting):
            return record.state_on(self.today, self.awaited.get(record.id))
        return self.decision_state(record) if isinstance(record, Decision) else record.state_on(self.today)

    def decision_state(self, record: Decision) -> DecisionState:
        """状态 of a decision: by its own dates, and by what says that it is a step of it."""
        return record.state_on(self.today, begun=any(map(self._begins, self.mentions(record))))

    def _begins(self, record: ContentRecord) -> bool:
        """Whether a record is a step of the decision it names, and has begun."""
        if isinstance(record, Consultation):
            return record.opens_on <= self.today
        if not isinstance(record, Meeting) or record.kind is MeetingKind.PRESS:
            return False
        return record.date <= self.today
