"""What units answer for, unit by unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol, TypeVar

from gongkai.records.types.unit import Unit


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
