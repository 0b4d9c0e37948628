"""对外电话 as a directory: units under their kinds, in their order, each with its numbers and its address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.column.whereabouts import Whereabouts, whereabouts
from gongkai.records.base import ContentRecord
from gongkai.records.fields.own_words import in_order
from gongkai.records.types.contact import Contact
from gongkai.render.site import Site


@dataclass(frozen=True)
class UnitNumbers:
    """A unit's numbers, and where it is."""

    record: Contact
    place: Whereabouts


def directory(site: Site, records: Sequence[ContentRecord]) -> list[tuple[str, list[UnitNumbers]]]:
    """(kind, the units of it in the order given)."""
    register = site.facts.register
    found = [
        UnitNumbers(each, whereabouts(register, unit))
        for each in records
        if isinstance(each, Contact) and (unit := register.unit(each.unit))
    ]
    kinds = in_order(each.place.unit.kind for each in found)
    return [(kind.value, [each for each in found if each.place.unit.kind == kind]) for kind in kinds]
