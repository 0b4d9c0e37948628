"""What pages tell: the Register, what other rooms made of it, and what is looked up in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from gongkai.column.amendments import amended
from gongkai.column.register import Register
from gongkai.column.register.answering import by_unit
from gongkai.column.versions import version_today
from gongkai.exports.made import Made
from gongkai.law.applied import Applied
from gongkai.law.duties import Duty
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.page import Page as WrittenPage
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit
from gongkai.records.types.waiver import Waiver
from gongkai.render import listing


@dataclass(frozen=True)
class Facts:
    """Everything there is to tell on the day, by what pages ask for; it knows no page and no template."""

    register: Register
    made: Made = field(default_factory=Made)
    law: Applied = field(default_factory=Applied)

    @cached_property
    def listings(self) -> list[listing.Listing]:
        """What is listed, in the order of the columns."""
        return listing.listings(self.register)

    @cached_property
    def duties_of_units(self) -> frozenset[str]:
        """The ids of the units that owe something."""
        return frozenset(by_unit(duty for duty in self.law.duties if duty.open))

    @cached_property
    def _neighbours(self) -> dict[str, tuple[ContentRecord | None, ContentRecord | None]]:
        found: dict[str, tuple[ContentRecord | None, ContentRecord | None]] = {}
        groups: list[list[ContentRecord]] = [each.records for each in self.listings]
        groups.append([page for page in self.register.pages if page.url not in self.introductions])
        for group in groups:
            for place, record in enumerate(group):
                newer = group[place - 1] if place else None
                older = group[place + 1] if place + 1 < len(group) else None
                found[record.id] = (newer, older)
        return found

    def neighbours(self, record: ContentRecord) -> tuple[ContentRecord | None, ContentRecord | None]:
        """The next newer and the next older record of the same type; none for what introduces a list."""
        return self._neighbours.get(record.id, (None, None))

    @cached_property
    def introductions(self) -> dict[str, WrittenPage]:
        """Address of a list → the hand-written page of the same address, which stands on top of it."""
        lists = {f"{each.section}/" for each in self.listings}
        return {page.url: page for page in self.register.pages if page.url in lists}

    def waiver(self, record: Record, rule: str) -> Waiver | None:
        """The waiver in force that frees a record from a rule, where the rule would speak."""
        if not any(p.rule == rule and p.path == record.source.path for p in self.law.waived):
            return None
        names = {record.source.path, record.id, record.slug, getattr(record, "number", None)}
        found = (w for w in self.register.waivers if w.rule == rule and w.record in names)
        return next(found, None)

    @cached_property
    def catalogue_by_unit(self) -> dict[str, list[CatalogueEntry]]:
        """Unit slug (the file's name) → the entries it leads, in file order."""
        found: dict[str, list[CatalogueEntry]] = {}
        for entry in self.register.catalogue:
            found.setdefault(entry.id.split("/")[1].partition("#")[0], []).append(entry)
        return found

    @cached_property
    def _entries_of_unit(self) -> dict[str, list[CatalogueEntry]]:
        found: dict[str, list[CatalogueEntry]] = {}
        for entry in self.register.catalogue:
            named = filter(None, map(self.register.unit, (*entry.publishers, *entry.leads)))
            for unit in sorted({unit.id for unit in named}):
                found.setdefault(unit, []).append(entry)
        return found

    def entries_of(self, unit: Unit) -> list[CatalogueEntry]:
        """The catalogue entries a unit leads or publishes."""
        return self._entries_of_unit.get(unit.id, [])

    def duties_of(self, record: Record) -> list[Duty]:
        """The duties that arise from a record, by their days."""
        return self._duties_of.get(record.id, [])

    @cached_property
    def _duties_of(self) -> dict[str, list[Duty]]:
        found: dict[str, list[Duty]] = {}
        for duty in self.law.duties:
            found.setdefault(duty.record.id, []).append(duty)
        return found

    def articles(self, policy: Policy) -> frozenset[str]:
        """The ids of a policy's articles, as its page has them: in the version that holds today."""
        if policy.id not in self._articles:
            now = (
                version_today(self.register, policy).text
                if amended(self.register, policy)
                else policy.document
            )
            self._articles[policy.id] = now.article_ids
        return self._articles[policy.id]

    @cached_property
    def _articles(self) -> dict[str, frozenset[str]]:
        return {}
