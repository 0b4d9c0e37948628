"""Meetings numbered one after the other: those of one kind and host, counted together; which have no page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from weakref import WeakKeyDictionary

from gongkai.column.register import Register
from gongkai.common.asking import question
from gongkai.records.types.meeting import Meeting, Skipped


@dataclass(frozen=True)
class Absence:
    """Numbers of a series that have no page, and why, where a meeting of it says."""

    series: str
    numbers: range
    reason: str | None

    @property
    def said(self) -> str:
        first, last = self.numbers[0], self.numbers[-1]
        return f"第{first}次" if first == last else f"第{first}次至第{last}次"


_known: WeakKeyDictionary[Register, dict[tuple[str, str, str], list[Meeting]]] = WeakKeyDictionary()


def series(register: Register, meeting: Meeting) -> list[Meeting]:
    """The numbered public meetings of the same kind and host that are counted together, by their numbers."""
    if register not in _known:
        _known[register] = _all(register)
    return _known[register].get(_counted(register, meeting), [])


def _all(register: Register) -> dict[tuple[str, str, str], list[Meeting]]:
    """Sorted once for all: asked for each meeting, it took as long as there are meetings squared."""
    found: dict[tuple[str, str, str], list[Meeting]] = defaultdict(list)
    for each in register.meetings:
        if each.ordinal is not None:
            found[_counted(register, each)].append(each)
    return {key: sorted(same, key=lambda each: each.ordinal or 0) for key, same in found.items()}


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


@question
def skipped_near(register: Register, meeting: Meeting) -> tuple[Skipped, ...]:
    """Numbers between a meeting and the next of its series, on either side, that a meeting of it explains."""
    same = series(register, meeting)
    own = meeting.ordinal or 0
    before = max((each.ordinal or 0 for each in same if (each.ordinal or 0) < own), default=own)
    after = min((each.ordinal or 0 for each in same if (each.ordinal or 0) > own), default=own)
    said = (each for other in same for each in other.skipped)
    return tuple(each for each in said if before < each.numbers[0] and each.numbers[-1] < after)


@question
def absences(register: Register) -> tuple[Absence, ...]:
    """Every number up to the last of its series that has no public meeting."""
    found: dict[tuple[str, str, str], list[Meeting]] = {}
    for each in register.meetings:
        if each.ordinal is not None and each.hosts:
            found.setdefault(_counted(register, each), []).append(each)
    return tuple(absence for same in found.values() for absence in _absent(register, same))


def _absent(register: Register, same: list[Meeting]) -> Iterator[Absence]:
    known = {each.ordinal or 0 for each in same}
    why = {n: skipped.reason for each in same for skipped in each.skipped for n in skipped.numbers}
    missing = [number for number in range(1, max(known)) if number not in known]
    # what follows one another for one reason is told together
    for _, run in groupby(enumerate(missing), key=lambda each: (each[1] - each[0], why.get(each[1]))):
        numbers = [number for _, number in run]
        first, unit = same[0], register.unit(same[0].hosts[0])
        told = "，".join(filter(None, (unit.label if unit else first.hosts[0], first.run)))
        reason = why.get(numbers[0])
        yield Absence(f"{first.kind.value}（{told}）", range(numbers[0], numbers[-1] + 1), reason)


def _counted(register: Register, meeting: Meeting) -> tuple[str, str, str]:
    """What those have in common that are numbered one after the other."""
    return meeting.kind.value, _host(register, meeting), meeting.run


def _host(register: Register, meeting: Meeting) -> str:
    unit = register.unit(meeting.hosts[0]) if meeting.hosts else None
    return unit.id if unit else ""
