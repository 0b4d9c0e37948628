"""What was withdrawn: entries for those who follow the column, its unit or its kind of record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.column.happenings import withdrawal
from gongkai.column.register import Register
from gongkai.column.register.english import FOLDER
from gongkai.exports.made import LogEntry
from gongkai.records import listed_types
from gongkai.records.types.address import MovedAddress
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.following import LifeKind


class Withdrawn(NamedTuple):
    """The entry, the type of the record by its address ("" for a file or a page of no list), its units."""

    entry: LogEntry
    type: str
    units: list[Unit]


def withdrawn(register: Register) -> Iterator[Withdrawn]:
    """Each page and file withdrawn up to the day; what went with another is not told beside it."""
    told: set[tuple[str, int | None]] = set()
    sections = {f"{each.section()}/": each.TYPE for each in listed_types()}
    for row in register.moved:
        place = row.source.path, row.source.row
        if row.withdrawn_on and not row.coming(register.today) and place not in told:
            told.add(place)
            if not row.address.startswith(FOLDER):
                kind = next((kind for begin, kind in sections.items() if row.address.startswith(begin)), "")
                yield Withdrawn(_entry(register, row), kind, _units(register, row))


def _entry(register: Register, row: MovedAddress) -> LogEntry:
    assert row.withdrawn_on
    title = row.name(register.published.get(row.address, ""))
    return LogEntry(row.withdrawn_on, LifeKind.WITHDRAWN, title, row.page, f"{withdrawal(row)}。")


def _units(register: Register, row: MovedAddress) -> list[Unit]:
    """Those that the row names; where it names none, an item stands below the address of its unit."""
    named = [unit for name in row.units if (unit := register.unit(name))]
    slugs = [unit for unit in register.units if row.address.startswith(f"items/{unit.slug}/")]
    return named or slugs
