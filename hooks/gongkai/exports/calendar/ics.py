"""iCalendar (RFC 5545): the same days always make the same bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from weakref import WeakKeyDictionary

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard

from gongkai.column.register import Register
from gongkai.common.printable import one_line
from gongkai.exports.made import CalendarDay
from gongkai.law.duties import Duty, DutyState
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.occasion import Occasion
from gongkai.records.vocabulary.meetings import OccasionKind

ZONE = "Asia/Shanghai"
_OFFSET = dt.timedelta(hours=8)
#: when on its day a reminder speaks, from the midnight the day begins with
_MORNING = dt.timedelta(hours=9)
#: (days from the due day, words) of a duty's reminders: four weeks and one week ahead, and when it passed
REMINDERS = ((-28, "四周后到期"), (-7, "一周后到期"), (1, "昨天到期"))
#: how long days that are over stay in the files
PAST = dt.timedelta(days=366)
_END = b"END:VCALENDAR\r\n"
#: a day stands in the calendars of the column, its type, units and subjects alike: which → its lines
_known: WeakKeyDictionary[Register, dict[tuple[str, Occasion], bytes]] = WeakKeyDictionary()


def of_days(register: Register, name: str, days: Iterable[CalendarDay]) -> bytes:
    """Days of the public, from a year ago on."""
    whole = bytes(_calendar(name).to_ical())
    told = (_once(register, each) for each in days if each.day >= register.today - PAST)
    return b"".join((whole.removesuffix(_END), *told, _END))


def _once(register: Register, each: CalendarDay) -> bytes:
    known = _known.setdefault(register, {})
    which = each.record.id, each.occasion
    if which not in known:
        known[which] = bytes(_of_day(register, each).to_ical())
    return known[which]


def of_duties(register: Register, name: str, duties: Iterable[Duty]) -> bytes:
    """Duties with a day, each a whole day with its reminders."""
    calendar = _calendar(name)
    for each in duties:
        if each.due is not None:
            calendar.add_component(_of_duty(register, each, each.due))
    return bytes(calendar.to_ical())


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//gongkai//zh-CN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(name))
    calendar.add("x-wr-timezone", ZONE)
    zone = Timezone()
    zone.add("tzid", ZONE)
    standard = TimezoneStandard()
    standard.add("dtstart", dt.datetime(1992, 1, 1))
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    standard.add("tzname", "CST")
    zone.add_component(standard)
    calendar.add_component(zone)
    return calendar


def _of_day(register: Register, each: CalendarDay) -> Event:
    name = each.occasion.kind.slug
    if each.occasion.kind is OccasionKind.WAY_CLOSES:  # of these a record may have several
        name = f"{name}-{each.day}"
    event = _event(register, f"{each.record.id}/{name}", each.record)
    event.add("summary", one_line(each.title))
    if each.occasion.time:
        start = dt.datetime.combine(each.day, dt.time.fromisoformat(each.occasion.time))
        event.add("dtstart", start, parameters={"TZID": ZONE})
    else:
        event.add("dtstart", each.day)
        event.add("dtend", each.day + dt.timedelta(days=1))
    event.add("sequence", len(each.moves))
    if each.occasion.place:
        event.add("location", one_line(each.occasion.place))
    event.add("categories", [each.occasion.kind.value])
    event.add("url", register.column.root + each.record.url)
    said = [each.record.summary or "", *(move.note for move in each.moves), _example(each.record)]
    event.add("description", "\n".join(one_line(words) for words in said if words))
    return event


def _of_duty(register: Register, duty: Duty, due: dt.date) -> Event:
    event = _event(register, f"duty/{duty.key}", duty.record)
    late = "（逾期）" if duty.state is DutyState.OVERDUE else ""
    event.add("summary", one_line(f"{late}{duty.title}"))
    event.add("dtstart", due)
    event.add("dtend", due + dt.timedelta(days=1))
    event.add("categories", [duty.state.value])
    event.add("url", register.column.root + duty.address)
    units = "、".join(unit.name for unit in duty.units)
    said = (f"责任单位：{units}", f"依据：{duty.basis}", _example(duty.record))
    event.add("description", "\n".join(one_line(words) for words in said if words))
    for days, words in REMINDERS:
        event.add_component(_alarm(days, f"{words}：{duty.title}"))
    return event


def _event(register: Register, key: str, record: Record) -> Event:
    event = Event()
    event.add("uid", f"{key}@{register.column.domain}")
    event.add("dtstamp", _stamp(register, record))
    event.add("transp", "TRANSPARENT")
    return event


def _alarm(days: int, words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one_line(words))
    alarm.add("trigger", dt.timedelta(days=days) + _MORNING)
    return alarm


def _stamp(register: Register, record: Record) -> dt.datetime:
    """When what is said was last changed: the record's last change, else the column's newest day."""
    if isinstance(record, ContentRecord):
        day = register.last_change(record)
    else:
        day = next((each.published for each in register.all), register.today)
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC) - _OFFSET


def _example(record: Record) -> str:
    return "示例：为演示编写。" if getattr(record, "example", False) else ""
