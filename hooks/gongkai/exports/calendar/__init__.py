"""Days of the public, and what each unit owes by when → calendars, and what pages say of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gongkai.column.register import Register
from gongkai.column.register.answering import by_unit
from gongkai.exports.calendar import ics
from gongkai.exports.calendar.occasions import occasions
from gongkai.exports.made import CalendarDay, CalendarFile, Calendars
from gongkai.law.duties import Duty

__all__ = ["FOLDER", "make", "occasions"]

FOLDER = "calendar/"

Files = dict[str, bytes]


def make(register: Register, days: Sequence[CalendarDay], duties: Iterable[Duty]) -> tuple[Calendars, Files]:
    """Every calendar by its address below the root, and what there is of them.

    The column, a type of record and a unit have one where they have days; a unit that owes
    something has another.
    """
    files: Files = {}
    public = tuple(_public(register, days, files))
    return Calendars(public, *_of_units(register, days, duties, files)), files


def _public(register: Register, days: Sequence[CalendarDay], files: Files) -> Iterable[CalendarFile]:
    name = register.column.name
    if days:
        whole = CalendarFile(f"{FOLDER}all.ics", "全部日程")
        files[whole.path] = ics.of_days(register, f"{name}：日程", days)
        yield whole
    for section in sorted({each.record.section() for each in days}):
        own = [each for each in days if each.record.section() == section]
        found = CalendarFile(f"{FOLDER}type-{section}.ics", own[0].record.COLUMN)
        files[found.path] = ics.of_days(register, f"{name}：{found.label}", own)
        yield found


def _of_units(
    register: Register, days: Sequence[CalendarDay], duties: Iterable[Duty], files: Files
) -> tuple[dict[str, CalendarFile], dict[str, CalendarFile]]:
    """The days of each unit, and what it owes."""
    days_of, owed_by = by_unit(days), by_unit(each for each in duties if each.open and each.due)
    of_units, of_duties = {}, {}
    for unit in register.units:
        if found := days_of.get(unit.id):
            of_units[unit.slug] = CalendarFile(f"{FOLDER}unit-{unit.slug}.ics", unit.label)
            files[of_units[unit.slug].path] = ics.of_days(register, f"{unit.name}：日程", found)
        if todo := owed_by.get(unit.id):
            of_duties[unit.slug] = CalendarFile(f"{FOLDER}duties-{unit.slug}.ics", unit.label)
            files[of_duties[unit.slug].path] = ics.of_duties(register, f"{unit.name}：公开待办", todo)
    return of_units, of_duties
