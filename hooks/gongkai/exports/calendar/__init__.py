"""Register → calendars: days of the public, and what each unit owes by when; pages read the same."""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.column.register import Register
from gongkai.exports.calendar import ics
from gongkai.exports.calendar.occasions import Dated, by_unit, occasions
from gongkai.law.duties import Duty

__all__ = ["ALL", "FOLDER", "Dated", "by_unit", "duties_file", "occasions", "type_file", "unit_file", "write"]

FOLDER = "calendar/"
ALL = f"{FOLDER}all.ics"


def unit_file(slug: str) -> str:
    """The address of a unit's days."""
    return f"{FOLDER}unit-{slug}.ics"


def type_file(section: str) -> str:
    """The address of the days of one type of record."""
    return f"{FOLDER}type-{section}.ics"


def duties_file(slug: str) -> str:
    """The address of what a unit owes."""
    return f"{FOLDER}duties-{slug}.ics"


def write(register: Register, duties: Iterable[Duty]) -> dict[str, bytes]:
    """Every calendar by its address below the root.

    The column, a type of record and a unit have one where they have days; a unit that owes
    something has another.
    """
    found = occasions(register)
    name = register.column.name
    made = {ALL: ics.of_days(register, f"{name}：日程", found)} if found else {}
    for section in sorted({each.record.section() for each in found}):
        own = [each for each in found if each.record.section() == section]
        made[type_file(section)] = ics.of_days(register, f"{name}：{own[0].record.COLUMN}", own)
    days_of, owed_by = by_unit(found), by_unit(each for each in duties if each.open and each.due)
    for unit in register.units:
        if days := days_of.get(unit.id):
            made[unit_file(unit.slug)] = ics.of_days(register, f"{unit.name}：日程", days)
        if todo := owed_by.get(unit.id):
            made[duties_file(unit.slug)] = ics.of_duties(register, f"{unit.name}：公开待办", todo)
    return made
