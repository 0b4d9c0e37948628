"""What pages look up about the column, worked out once: days, duties, neighbours, waivers, the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.exports.calendar import Dated, by_unit, occasions
from gongkai.law.duties import Duty
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.page import Page as WrittenPage
from gongkai.records.types.unit import Unit
from gongkai.records.types.waiver import Waiver
from gongkai.render.lists import listing


class Lookups:
    """The Register, what is owed and what was waived, by what pages ask for; it knows no template."""

    def __init__(self, register: Register, duties: Sequence[Duty], waived: Sequence[Problem]) -> None:
        self.register = register
        self.duties = tuple(duties)
        self.waived = tuple(waived)
        self.listings = listing.listings(register)

    @cached_property
    def days(self) -> list[Dated]:
        """The days of all records that the public may want, the earliest first."""
        return occasions(self.register)

    @cached_property
    def days_of_units(self) -> frozenset[str]:
        """The ids of the units that answer for any of these days."""
        return frozenset(by_unit(self.days))

    @cached_property
    def duties_of_units(self) -> frozenset[str]:
        """The ids of the units that owe something."""
        return frozenset(by_unit(duty for duty in self.duties if duty.open))

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
        if not any(p.rule == rule and p.path == record.source.path for p in self.waived):
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
            for unit in {unit.id for unit in named}:
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
        for duty in self.duties:
            found.setdefault(duty.record.id, []).append(duty)
        return found
