"""Days of the public, and what each unit owes by when → calendars, and what pages say of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gongkai.column.followed import Subject, subjects_of
from gongkai.column.register import Register
from gongkai.column.register.answering import by_unit
from gongkai.exports.calendar import ics
from gongkai.exports.calendar.occasions import occasions
from gongkai.exports.made import CALENDARS, CalendarDay, CalendarFile, Calendars
from gongkai.law.duties import Duty

__all__ = ["make", "occasions"]

Files = dict[str, bytes]


def make(register: Register, days: Sequence[CalendarDay], duties: Iterable[Duty]) -> tuple[Calendars, Files]:
    """Every calendar by its address below the root, and what there is of them.

    The column, a type of record, a unit and a subject have one where they have days; a unit that owes
    something has another.
    """
    files: Files = {}
    public = tuple(_public(register, days, files))
    of_units, of_duties = _of_units(register, days, duties, files)
    return Calendars(public, of_units, of_duties, _of_subjects(register, days, files)), files


def _of_subjects(register: Register, days: Sequence[CalendarDay], files: Files) -> dict[str, CalendarFile]:
    """The days of each 主题, 领域 and 服务对象, by the name of its feed."""
    found: dict[Subject, list[CalendarDay]] = {}
    for each in days:
        for subject in subjects_of(register, each.record):
            found.setdefault(subject, []).append(each)
    made = {}
    for subject, own in sorted(found.items()):
        made[subject.name] = CalendarFile(f"{CALENDARS}{subject.name}.ics", subject.title)
        files[made[subject.name].path] = ics.of_days(
            register, f"{register.column.name}：日程（{subject.title}）", own
        )
    return made


def _public(register: Register, days: Sequence[CalendarDay], files: Files) -> Iterable[CalendarFile]:
    name = register.column.name
    if days:
        whole = CalendarFile(f"{CALENDARS}all.ics", "全部日程")
        files[whole.path] = ics.of_days(register, f"{name}：日程", days)
        yield whole
    for section in sorted({each.record.section() for each in days}):
        own = [each for each in days if each.record.section() == section]
        found = CalendarFile(f"{CALENDARS}type-{section}.ics", own[0].record.COLUMN)
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
            of_units[unit.slug] = CalendarFile(f"{CALENDARS}unit-{unit.slug}.ics", unit.label)
            files[of_units[unit.slug].path] = ics.of_days(register, f"{unit.name}：日程", found)
        if todo := owed_by.get(unit.id):
            of_duties[unit.slug] = CalendarFile(f"{CALENDARS}duties-{unit.slug}.ics", unit.label)
            files[of_duties[unit.slug].path] = ics.of_duties(register, f"{unit.name}：公开待办", todo)
    return of_units, of_duties
