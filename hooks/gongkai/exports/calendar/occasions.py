"""The days of all public records, in order."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord
from gongkai.records.fields.confirmed import moves_of
from gongkai.records.fields.occasion import Occasion
from gongkai.records.fields.parts import Move
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.documents import Status
from gongkai.records.vocabulary.meetings import OccasionKind


@dataclass(frozen=True)
class Dated:
    """One day of one record; ``moves`` are the days it was moved from, the oldest first."""

    occasion: Occasion
    record: ContentRecord
    units: tuple[Unit, ...]
    moves: tuple[Move, ...]

    @property
    def day(self) -> dt.date:
        return self.occasion.day

    @property
    def title(self) -> str:
        return f"{self.occasion.kind}：{self.record.name}"


def occasions(register: Register) -> list[Dated]:
    """Every day of every public record, the earliest first."""
    found = [
        Dated(each, record, tuple(register.units_of(record)), moves_of(record, each.key))
        for record in register.all
        for each in record.occasions
        if _comes(register, record, each)
    ]
    return sorted(found, key=lambda each: (each.day, each.occasion.time or "", each.record.id, each.title))


class HasUnits(Protocol):
    """A day or a duty: something that units answer for."""

    @property
    def units(self) -> tuple[Unit, ...]: ...


H = TypeVar("H", bound=HasUnits)


def by_unit(found: Iterable[H]) -> dict[str, list[H]]:
    """A unit's id → what it answers for, in the order given."""
    groups: dict[str, list[H]] = defaultdict(list)
    for each in found:
        for unit in each.units:
            groups[unit.id].append(each)
    return groups


def _comes(register: Register, record: ContentRecord, occasion: Occasion) -> bool:
    """A document that is repealed before its last day does not expire on it."""
    if occasion.kind is not OccasionKind.EXPIRES or not isinstance(record, Policy):
        return True
    return register.standing_on(record, occasion.day).status is Status.EXPIRED
