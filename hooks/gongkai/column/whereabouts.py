"""Where people are sent: a hall or office named in a text → the address of the unit it belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.reading_room import ReadingRoom
from gongkai.records.types.service import Service
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.units import UnitKind, WayKind

#: so many addresses are told beside a text that means several units
FEW = 3
#: a house number: with it a text can be found by itself
NUMBERED = re.compile(r"\d+\s*号")
#: what may follow a unit's name in the name of a place inside its own house
_INSIDE = re.compile(
    r"(?!.*(?:中心|站|馆|广场|公园|学校))(?:.{0,12}(?:大厅|窗口|办公室|咨询台|前台|登记处|会议室|意见箱|[层楼]))?"
)
#: offices of which a text may mean each, without naming it
_EACH = {UnitKind.STREET: "街道", UnitKind.TOWN: "镇", UnitKind.TOWNSHIP: "乡"}


@dataclass(frozen=True)
class Whereabouts:
    """A unit, its address and when it is open; both empty where nothing says them."""

    unit: Unit
    address: str
    hours: str


def whereabouts(register: Register, unit: Unit) -> Whereabouts:
    """By the unit's own file, else by the reading room it keeps."""
    if unit.address:
        return Whereabouts(unit, unit.address, unit.hours or "")
    rooms = (each for each in register.public(ReadingRoom) if register.unit(each.unit) is unit)
    room = next(rooms, None)
    return Whereabouts(unit, room.address if room else "", "，".join(room.hours) if room else "")


def houses(register: Register, text: str) -> list[Unit]:
    """The units in whose house a place is: the one it begins with, or each street that it means together."""
    named = [unit for unit in register.units if _inside(unit, text) and not unit.merged_by(register.today)]
    if named:
        return named[:1]
    kinds = [kind for kind, word in _EACH.items() if text.startswith(f"各{word}")]
    return [
        unit for unit in register.units if unit.kind.meant in kinds and not unit.merged_by(register.today)
    ]


def addressed(register: Register, text: str) -> str:
    """The address to tell beside a place; empty where it has one, or none is known, or too many."""
    if NUMBERED.search(text):
        return ""
    found = [place for unit in houses(register, text) if (place := whereabouts(register, unit)).address]
    if not found[1:]:
        return found[0].address if found else ""
    return "；".join(f"{each.unit.label}：{each.address}" for each in found) if len(found) <= FEW else ""


def counters(register: Register, service: Service) -> list[Unit]:
    """The receiving units of a service to which one goes oneself."""
    return [
        unit
        for unit in register.units_of(service)
        if not service.places or any(_goes(register, unit, place) for place in service.places)
    ]


def sent_to(register: Register) -> list[tuple[Unit, list[ContentRecord]]]:
    """Units to which somebody is sent, in their order, with what sends there, on the Register's day."""
    found: dict[str, list[ContentRecord]] = defaultdict(list)
    for unit, record in _sending(register):
        if record not in found[unit.id]:
            found[unit.id].append(record)
    return [(unit, found[unit.id]) for unit in register.units if unit.id in found]


def _sending(register: Register) -> Iterator[tuple[Unit, ContentRecord]]:
    today = register.today
    for service in register.public(Service):
        yield from ((unit, service) for unit in counters(register, service))
    texts: list[tuple[ContentRecord, str | None]] = []
    for each in register.public(Consultation):
        ways = each.channels if each.opens_on <= today <= each.closes_on else ()
        texts += [(each, way.address) for way in ways if way.channel is WayKind.VISIT]
    both: list[Event | Meeting] = [*register.public(Event), *register.public(Meeting)]
    for held in both:
        ways = held.how_to_attend if held.registering(today) else ()
        texts += [(held, way.address) for way in ways if way.channel is WayKind.VISIT]
        texts += [(held, held.place)] if today < held.date else []
    for record, text in texts:
        yield from ((unit, record) for unit in houses(register, text or ""))


def _goes(register: Register, unit: Unit, place: str) -> bool:
    """Whether a place is in a unit's house, be it called by its kind alone."""
    return unit in houses(register, place) or _EACH.get(unit.kind.meant, "\0") in place


def _inside(unit: Unit, text: str) -> bool:
    for name in sorted(unit.names, key=len, reverse=True):
        if text.startswith(name):
            return _INSIDE.fullmatch(text[len(name) :]) is not None
    return False
