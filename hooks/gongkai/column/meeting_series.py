"""Meetings numbered one after the other: those of one kind and host, and which numbers are missing."""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.column.register import Register
from gongkai.records.types.meeting import Meeting


def series(register: Register, meeting: Meeting) -> list[Meeting]:
    """The numbered public meetings of the same kind and host, by their numbers."""
    host = _host(register, meeting)
    same = (each for each in register.meetings if each.kind is meeting.kind and _host(register, each) == host)
    return sorted((each for each in same if each.ordinal is not None), key=lambda each: each.ordinal or 0)


def gaps(meetings: Iterable[Meeting]) -> list[tuple[Meeting, range]]:
    """Each meeting of a series after the first with the numbers that are missing before it."""
    found: list[tuple[Meeting, range]] = []
    last: int | None = None
    for each in meetings:
        number = each.ordinal or 0
        if last is not None and last + 1 < number:
            found.append((each, range(last + 1, number)))
        last = number
    return found


def beside(register: Register, meeting: Meeting, numbers: range) -> bool:
    """Whether these numbers lie between a meeting and the next of its series, on either side."""
    known = [each.ordinal or 0 for each in series(register, meeting)]
    own = meeting.ordinal or 0
    before = max((each for each in known if each < own), default=own)
    after = min((each for each in known if each > own), default=own)
    return before < numbers[0] and numbers[-1] < after


def _host(register: Register, meeting: Meeting) -> str:
    unit = register.unit(meeting.hosts[0]) if meeting.hosts else None
    return unit.id if unit else ""
