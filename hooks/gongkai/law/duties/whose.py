"""A record → whose it is: the units that published it, and those that took over one of them."""

from __future__ import annotations

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord


def whose(register: Register, record: ContentRecord) -> set[str]:
    """The ids of the units; what a unit published before it was merged is its heir's to show."""
    found: set[str] = set()
    waiting = list(register.units_of(record))
    while waiting:
        unit = waiting.pop()
        heir = register.unit(unit.merged_into) if unit.merged_into else None
        if unit.id not in found and heir is not None:
            waiting.append(heir)
        found.add(unit.id)
    return found
