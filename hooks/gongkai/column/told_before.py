"""What the 发布日志 has kept, and what the records have to tell now → what is new, what is otherwise.

A kept entry stands for good. Where a record says of the same thing something else, that is no new entry:
it is for an editor to say what happened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from gongkai.column.register import Event, Register
from gongkai.records.types.contact import Contact
from gongkai.records.types.reading_room import ReadingRoom
from gongkai.records.types.translation import Translation
from gongkai.records.vocabulary.publishing import LogKind

#: what records of these types are published with is the day they were last looked through: it moves on
_RENEWED = (Contact, ReadingRoom, Translation)
#: what happens to a record once
_ONCE = {LogKind.PUBLISHED, LogKind.CORRECTED}

#: each names what it was before: another of the same day is another thing
_EACH = {LogKind.READDRESSED, LogKind.RENAMED}

_Place = tuple[LogKind, str]


@dataclass
class Told:
    """How what is kept and what records say agree."""

    #: not kept yet, each with a number of its own
    new: list[Event] = field(default_factory=list)
    #: (as it is kept, as the record has it now)
    otherwise: list[tuple[Event, Event]] = field(default_factory=list)
    #: kept, and no record says anything of the kind
    alone: list[Event] = field(default_factory=list)


def compare(register: Register, now: Iterable[Event]) -> Told:
    """``now``: what the records have to tell on the day (``happenings``)."""
    to = led_to(register)
    kept: dict[_Place, list[Event]] = defaultdict(list)
    for event in past(register):
        kept[event.kind, to.get(event.address, event.address)].append(event)
    told = Told()
    said: dict[_Place, list[Event]] = defaultdict(list)
    renewed = {kind.LABEL for kind in _RENEWED}
    for event in now:
        if event.kind is LogKind.PUBLISHED and event.label.partition("（")[0] in renewed:
            event = _renewed(kept, event)
        said[event.kind, event.address].append(event)
    for place, events in said.items():
        _match(told, kept.pop(place, []), events)
    told.alone += [event for events in kept.values() for event in events]
    _number(told, register)
    return told


def past(register: Register) -> list[Event]:
    """What is kept of the days up to the register's."""
    return [event for event in register.happened if event.day <= register.today]


def led_to(register: Register) -> Mapping[str, str]:
    """Address that a page had → the one it has now, by 地址变更."""
    there = {record.url for record in register.content} if register.moved else set()
    return {row.page: row.to for row in register.moved if row.to and row.page not in there}


def _renewed(kept: Mapping[_Place, list[Event]], event: Event) -> Event:
    """It was published on the first of its days; on each later one it was renewed."""
    before = kept.get((LogKind.PUBLISHED, event.address), ())
    again = before and all(each.day != event.day for each in before)
    return replace(event, kind=LogKind.UPDATED) if again else event


def _match(told: Told, kept: list[Event], now: list[Event]) -> None:
    """Of one page and one kind: the same, then the same day, then the same words."""
    left = [event for event in now if not _take(kept, event, ("day", "note"))]
    for event in left:
        found = None if event.kind in _EACH else _take(kept, event, ("day",))
        if not found and event.number:
            found = _take(kept, event, ("note",))
        if not found and event.kind in _ONCE:
            found = _take(kept, event, ())
        if found:
            told.otherwise.append((found, event))
        else:
            told.new.append(event)
    told.alone += kept


def _take(kept: list[Event], event: Event, alike: tuple[str, ...]) -> Event | None:
    """Take the first kept entry that is like the event in these; what is not counted does not pair.

    The day a page was changed and its notes are different things, whatever the day.
    """
    for each in kept:
        same = bool(each.number) == bool(event.number)
        if same and all(getattr(each, name) == getattr(event, name) for name in alike):
            kept.remove(each)
            return each
    return None


def _number(told: Told, register: Register) -> None:
    """Give what is new numbers that nothing of its day has; what has none happens once a day."""
    taken = {event.key for event in register.happened}
    new, told.new = told.new, []
    for event in new:
        while event.number and event.key in taken:
            event = replace(event, number=event.number + 1)
        if event.key not in taken:
            told.new.append(event)
            taken.add(event.key)
