"""The numbers of a unit, and where else they are shown: on the unit's page and in the guide."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.column.whereabouts import Whereabouts, whereabouts
from gongkai.records.types.contact import Contact, Line
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.units import PhoneUse
from gongkai.render.facts import Facts
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.site import Site

SHOWS = Contact


@dataclass(frozen=True)
class UnitLine:
    """A number, and whose it is."""

    unit: Unit
    record: Contact
    line: Line


@dataclass(frozen=True, kw_only=True)
class ContactView(common.RecordView):
    """The numbers are the record's own; where one finds its unit is the unit's."""

    record: Contact
    place: Whereabouts | None


#: ways to write, which stand beside the numbers: who cannot call must not unfold them
_WRITING = {"邮箱", "通信地址", "传真"}


def view(site: Site, record: Contact) -> ContactView:
    rows = [row for row in metadata(site, record) if row[0] not in _WRITING]
    unit = site.facts.register.unit(record.unit)
    place = whereabouts(site.facts.register, unit) if unit else None
    found = place if place and place.address else None
    return ContactView(**common.base(site, record, rows), record=record, place=found)


def of_unit(facts: Facts, unit: Unit) -> list[Contact]:
    """What a unit published of its numbers."""
    return [each for each in facts.register.public(Contact) if facts.register.unit(each.unit) is unit]


def for_disclosure(facts: Facts) -> list[UnitLine]:
    """The numbers to ask about disclosure, unit by unit in their order."""
    register = facts.register
    found = {unit.id: each for each in register.public(Contact) if (unit := register.unit(each.unit))}
    return [
        UnitLine(unit, found[unit.id], line)
        for unit in register.units
        if unit.id in found
        for line in found[unit.id].lines
        if line.use is PhoneUse.DISCLOSURE
    ]
