"""A way that a record offers → where it leads: by its own fields, else by the contacts of its unit."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.column.register import Register
from gongkai.column.whereabouts import addressed, houses, whereabouts
from gongkai.common.telephones import whole
from gongkai.records.base import ContentRecord
from gongkai.records.fields.ways import Way
from gongkai.records.types.contact import Contact
from gongkai.records.types.reading_room import ReadingRoom
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.units import PhoneUse, WayKind

#: whom to call where nothing else is said
_USES = (PhoneUse.BUSINESS, PhoneUse.DISCLOSURE)


@dataclass(frozen=True)
class Target:
    """A way with what is known of it; ``to`` is what its channel leads to, empty where nothing does."""

    way: Way
    unit: Unit | None
    to: str
    hours: str = ""
    note: str = ""
    #: the address of the hall that ``to`` names
    place: str = ""

    @property
    def found(self) -> bool:
        """Whether somebody can act by it."""
        return bool(self.to)


def contact_of(register: Register, unit: Unit | None) -> Contact | None:
    """What a unit has published of its numbers."""
    return next((each for each in register.public(Contact) if register.unit(each.unit) is unit), None)


def targets(register: Register, record: ContentRecord, ways: tuple[Way, ...]) -> list[Target]:
    """The ways of a record in their order; a way that names no unit is one of the record's first."""
    units = register.units_of(record)
    return [target(register, way, units[0] if units else None) for way in ways]


def called(register: Register, unit: Unit, *uses: PhoneUse) -> Target | None:
    """The number of a unit for the first of these uses; None where it has published none."""
    contact = contact_of(register, unit)
    found = _number(Way(), unit, contact, uses or _USES)
    return found if found.found else None


def target(register: Register, way: Way, owner: Unit | None) -> Target:
    """Where a way leads."""
    unit = (register.unit(way.unit) if way.unit else None) or owner
    contact = contact_of(register, unit) if unit else None
    if way.channel in (WayKind.PHONE, WayKind.FAX):
        return _number(way, unit, contact, (way.use,) if way.use else _USES)
    if way.channel in (WayKind.POST, WayKind.VISIT):
        return _address(register, way, unit, contact)
    if way.channel is WayKind.EMAIL:
        return Target(way, unit, way.email or (contact.email if contact else None) or "", way.hours or "")
    return Target(way, unit, (way.link or "") if way.channel else "", way.hours or "")


def _number(way: Way, unit: Unit | None, contact: Contact | None, uses: tuple[PhoneUse, ...]) -> Target:
    if way.number:
        return Target(way, unit, way.number, way.hours or "")
    if way.channel is WayKind.FAX:
        return Target(way, unit, (contact.fax if contact else None) or "", way.hours or "")
    if contact:
        line = contact.line(*uses)
        return Target(way, unit, line.number, way.hours or line.hours, line.note or "")
    known = unit.phone if unit and unit.phone and whole(unit.phone) else ""
    return Target(way, unit, known, way.hours or (unit.hours if unit and known else None) or "")


def _address(register: Register, way: Way, unit: Unit | None, contact: Contact | None) -> Target:
    room = register.record(way.place) if way.place else None
    if isinstance(room, ReadingRoom):
        return Target(way, unit, way.address or room.address, way.hours or "，".join(room.hours))
    post = contact.postal if contact and way.channel is WayKind.POST else None
    to = way.address or post or (whereabouts(register, unit).address if unit else "")
    if way.channel is WayKind.POST:
        return Target(way, unit, to, way.hours or "")
    inside = houses(register, way.address) if way.address else [unit] if unit else []
    hours = whereabouts(register, inside[0]).hours if len(inside) == 1 else ""
    return Target(way, unit, to, way.hours or hours, place=addressed(register, to))
