"""records → one Register: lookups and links both ways on a given day.

Everything later reads only this. What the public may see on the day stands in the
plain lists (``policies``, ``items`` …); ``everything`` also gives drafts and records
of the future, for checks of form.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from gongkai.load import File
from gongkai.records.address import MovedAddress
from gongkai.records.base import ContentRecord, Record
from gongkai.records.catalogue import CatalogueEntry
from gongkai.records.column import Column
from gongkai.records.interpretation import Interpretation
from gongkai.records.item import Item
from gongkai.records.meeting import Agenda, Meeting
from gongkai.records.page import Page
from gongkai.records.policy import Policy
from gongkai.records.unit import Unit
from gongkai.records.waiver import Waiver
from gongkai.register.lookups import EntryNumbers, PolicyNames, UnitNames
from gongkai.register.standing import Link, Relations, Standing, relations_as_written
from gongkai.validate import Broken

__all__ = ["Link", "Register", "Standing", "relations_as_written"]

R = TypeVar("R", bound=Record)
C = TypeVar("C", bound=ContentRecord)


class Register:
    """All records of a column as they stand on ``today``."""

    def __init__(
        self,
        records: Iterable[Record],
        today: dt.date,
        column: Column,
        *,
        broken: Iterable[Broken] = (),
        files: Mapping[str, File] | None = None,
        published: Iterable[str] = (),
    ) -> None:
        self.today = today
        self.column = column
        self.files: Mapping[str, File] = files or {}
        #: addresses that were published before (the committed register of addresses)
        self.published = tuple(published)
        self.broken = tuple(broken)
        self._by_type: dict[type[Record], list[Record]] = defaultdict(list)
        for record in records:
            self._by_type[type(record)].append(record)
        self._unit_names = UnitNames(self.units)
        self._policy_names = PolicyNames(self.everything(Policy))
        self._entries = EntryNumbers(self.catalogue)
        self._relations = Relations(self.policies, self._public_policy)
        self._standings: dict[str, Standing] = {}

    # -- the records ---------------------------------------------------------------------

    def everything(self, record_type: type[R]) -> list[R]:
        """All records of a type in file order, drafts and future ones too."""
        return self._by_type.get(record_type, [])  # type: ignore[return-value]

    def public(self, record_type: type[C]) -> list[C]:
        """What readers may see on the day, newest first."""
        seen = [record for record in self.everything(record_type) if record.is_public(self.today)]
        return sorted(sorted(seen, key=lambda r: r.id), key=lambda r: r.published, reverse=True)

    @cached_property
    def units(self) -> list[Unit]:
        return sorted(self.everything(Unit), key=lambda u: (int(u.order or 9999), u.kind.slug, u.slug))

    @cached_property
    def catalogue(self) -> list[CatalogueEntry]:
        return self.everything(CatalogueEntry)

    @cached_property
    def policies(self) -> list[Policy]:
        return self.public(Policy)

    @cached_property
    def interpretations(self) -> list[Interpretation]:
        return self.public(Interpretation)

    @cached_property
    def meetings(self) -> list[Meeting]:
        return self.public(Meeting)

    @cached_property
    def items(self) -> list[Item]:
        return self.public(Item)

    @cached_property
    def pages(self) -> list[Page]:
        return self.public(Page)

    @cached_property
    def waivers(self) -> list[Waiver]:
        return self.everything(Waiver)

    @cached_property
    def moved(self) -> list[MovedAddress]:
        return self.everything(MovedAddress)

    @cached_property
    def content(self) -> list[ContentRecord]:
        """Every content record, drafts and future ones too, in file order."""
        found = [r for rows in self._by_type.values() for r in rows if isinstance(r, ContentRecord)]
        return sorted(found, key=lambda r: r.source.path)

    @cached_property
    def all(self) -> list[ContentRecord]:
        """Every public content record, newest first."""
        seen = [record for record in self.content if record.is_public(self.today)]
        return sorted(sorted(seen, key=lambda r: r.id), key=lambda r: r.published, reverse=True)

    # -- names ---------------------------------------------------------------------------

    def unit(self, name: str) -> Unit | None:
        """The unit of that name, short name, former name or file name."""
        return self._unit_names.find(name)

    def policy(self, name: str) -> Policy | None:
        """The one policy meant by a file name, id, 发文字号 or title, public or not."""
        return self._policy_names.find(name)

    def _public_policy(self, name: str) -> Policy | None:
        found = self.policy(name)
        return found if found and found.is_public(self.today) else None

    def entry(self, number: str) -> CatalogueEntry | None:
        return self._entries.find(number)

    @property
    def unit_names(self) -> UnitNames:
        return self._unit_names

    @property
    def policy_names(self) -> PolicyNames:
        return self._policy_names

    @property
    def entry_numbers(self) -> EntryNumbers:
        return self._entries

    def is_broken(self, record_type: type[Record], name: str) -> bool:
        """True when a name may mean a file that is itself faulty: then it is not reported twice."""
        return name in self._broken_names.get(record_type, set())

    @cached_property
    def _broken_names(self) -> dict[type[Record], set[str]]:
        names: dict[type[Record], set[str]] = defaultdict(set)
        for each in self.broken:
            slug = each.key.rsplit("/", 1)[-1]
            written = [each.data.get(key) for key in ("标题", "发文字号", "名称", "简称", "曾用名", "编号")]
            flat = [n for value in written for n in (value if isinstance(value, list) else [value])]
            names[each.record_type].update({slug, each.key}, (n for n in flat if isinstance(n, str)))
        return names

    # -- links ---------------------------------------------------------------------------

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
