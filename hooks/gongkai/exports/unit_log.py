"""What happened to units themselves: entries of feeds of one of them and of the whole column."""

from __future__ import annotations

from gongkai.column import ended_log
from gongkai.column.register import Register
from gongkai.exports.made import LogEntry
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.following import LifeKind
from gongkai.records.vocabulary.publishing import LogKind

_KINDS = {LogKind.MERGED: LifeKind.MERGED, LogKind.RENAMED: LifeKind.RENAMED}


def of_units(register: Register) -> list[tuple[Unit, LogEntry]]:
    """Each merger and each other name up to the day, with the unit; a merger with who takes over as well."""
    found = []
    for unit in register.units:
        after = register.unit(unit.merged_into) if unit.merged_into else None
        for event in ended_log.of_unit(unit, unit.LABEL):
            if event.day > register.today:
                continue
            entry = LogEntry(
                event.day,
                _KINDS[event.kind],
                unit.name,
                unit.url,
                event.note,
                number=event.number,
                label=unit.LABEL,
                example=unit.example,
            )
            found.append((unit, entry))
            if after and event.kind is LogKind.MERGED:
                found.append((after, entry))
    return found
