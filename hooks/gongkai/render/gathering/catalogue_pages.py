"""The entries of the catalogue that are in one state, cut into pages; each unit's stand together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from gongkai.law.duties import DutyState
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.render.facts import Facts
from gongkai.render.gathering.catalogue_state import States, address

#: entries of a page
ENTRIES = 20

#: (name of the unit that leads them, its slug, entries)
Group = tuple[str, str, list[CatalogueEntry]]


@dataclass(frozen=True)
class InState:
    """All entries in a state, in the order of the units."""

    facts: Facts
    state: DutyState | None

    @cached_property
    def _led(self) -> list[tuple[str, CatalogueEntry]]:
        states = States(self.facts)
        return [
            (slug, entry)
            for slug, entries in self.facts.catalogue_by_unit.items()
            for entry in entries
            if states.of(entry) is self.state
        ]

    @property
    def total(self) -> int:
        return len(self._led)

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // ENTRIES))

    def page_url(self, number: int) -> str:
        first = address(self.state)
        return first if number == 1 else f"{first}page/{number}/"

    def groups(self, number: int) -> list[Group]:
        """What stands on a page."""
        found: dict[str, list[CatalogueEntry]] = {}
        for slug, entry in self._led[(number - 1) * ENTRIES : number * ENTRIES]:
            found.setdefault(slug, []).append(entry)
        return [(unit_name(self.facts, slug), slug, entries) for slug, entries in found.items()]

    def place_of(self, slug: str) -> str:
        """The address at which the entries of a unit begin."""
        places = [place for place, (unit, _) in enumerate(self._led) if unit == slug]
        return f"{self.page_url(places[0] // ENTRIES + 1)}#{slug}" if places else address(self.state)


def in_states(facts: Facts) -> Iterator[InState]:
    """Every state that any entry is in."""
    for state in States(facts).there():
        yield InState(facts, state)


def unit_name(facts: Facts, slug: str) -> str:
    """A unit by its slug; what names no unit, as it is."""
    unit = facts.register.unit(slug)
    return unit.name if unit else slug
