"""What one can do about a page, shown below its summary: a few ways, each with the place it leads to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from gongkai.column.ways import Target, called, targets
from gongkai.common.said_days import clock, weekday
from gongkai.common.telephones import dialled, whole
from gongkai.records.base import ContentRecord
from gongkai.records.fields.ways import Way
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.page import Page
from gongkai.records.types.service import Service
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.units import PhoneUse, WayKind
from gongkai.render.facts import Facts

#: so many ways are seen at once, the others below them
FEW = 4
#: the hand-written page that says how a fault is told
REPORT_ERROR = "report-error"
#: what is done by a channel, where a way has no verb of its own
DOES = {
    WayKind.ONLINE: "网上提交", WayKind.EMAIL: "发邮件", WayKind.POST: "寄信", WayKind.VISIT: "当面办",
    WayKind.PHONE: "打电话问", WayKind.FAX: "发传真",
}  # fmt: skip


@dataclass(frozen=True)
class Door:
    """One way: what one does, the link that does it, what it leads to in words, what else is to be known."""

    does: str
    href: str | None
    shown: str
    notes: tuple[str, ...] = ()
    #: whether what it leads to is a number, which is never broken
    number: bool = False
    #: the last day, where it ends before the others: readers of a later day do not see it
    last: dt.date | None = None


@dataclass(frozen=True)
class Act:
    """The ways of one page under a heading; ``more`` are those beyond the first few."""

    title: str
    doors: tuple[Door, ...]
    more: tuple[Door, ...] = ()
    #: a sentence before them
    lead: str = ""

    @classmethod
    def of(cls, title: str, doors: Iterable[Door], lead: str = "") -> Act | None:
        """None where there is no way."""
        found = tuple(doors)
        return cls(title, found[:FEW], found[FEW:], lead) if found else None


def act(facts: Facts, record: ContentRecord, *, still: bool = True) -> Act | None:
    """What can be done about a record; None where nothing can. ``still``: whether one can take part.

    What a touch does comes before where one has to go or to write to.
    """
    title, known = offered(record, still=still)
    ways = tuple(each for each in known if each.open_on(facts.register.today))
    lead = record.ways_lead if isinstance(record, Page) else None
    found = sorted(doors(facts, record, ways), key=lambda each: each.href is None)
    return Act.of(title, found, lead or "")


def doors(facts: Facts, record: ContentRecord, ways: tuple[Way, ...]) -> list[Door]:
    """Each of these ways as it is shown."""
    return [door(each) for each in targets(facts.register, record, ways)]


def offered(record: ContentRecord, *, still: bool) -> tuple[str, tuple[Way, ...]]:
    """The heading and the ways that a record has open."""
    if isinstance(record, Consultation):
        return "提意见", record.channels if still else ()
    if isinstance(record, Event | Meeting):
        return "怎样参加", record.how_to_attend if still else ()
    if isinstance(record, Service):
        return "怎样问", record.contact if still else ()
    return (record.ways_title or "怎样联系", record.ways) if isinstance(record, Page) else ("", ())


def door(target: Target) -> Door:
    """A way as it is shown: verb first, the place in the link; a text of before as it stands."""
    way, kind = target.way, target.way.channel
    if kind is None:
        return Door(way.does or way.note or "", None, "")
    ends = f"到{weekday(way.last)}为止" if way.last else ""
    whose = target.unit.label if way.unit and target.unit else ""
    # what a line is for besides says nothing here, unless it was chosen by that
    note = way.note or (target.note if way.use else "")
    notes = (target.place, ends, whose, target.hours, note)
    return leading(target, kind, way.does or DOES[kind], (clock(each) for each in notes if each))


def leading(target: Target, kind: WayKind, does: str, notes: Iterable[str]) -> Door:
    """The link of a way by its channel, under these words."""
    shown = "" if kind is WayKind.ONLINE else target.to  # an address on the web says nothing to readers
    number = kind in (WayKind.PHONE, WayKind.FAX)
    return Door(does, _href(kind, target.to), shown, tuple(notes), number, target.way.last)


def _href(kind: WayKind, to: str) -> str | None:
    if not to or kind in (WayKind.POST, WayKind.VISIT, WayKind.FAX):
        return None
    if kind is WayKind.EMAIL:
        return f"mailto:{to}"
    return f"tel:{dialled(to)}" if kind is WayKind.PHONE else to


def telephone(facts: Facts, units: Iterable[Unit], *uses: PhoneUse) -> Door | None:
    """The number of the first of these units that has published one, for the first of these uses.

    Whose it is and when it is answered, not what else is asked there: a number for parking that is said to
    be for pensions looks like the wrong one.
    """
    for unit in units:
        if found := called(facts.register, unit, *uses):
            notes = tuple(clock(each) for each in (unit.label, found.hours) if each)
            return Door(DOES[WayKind.PHONE], f"tel:{dialled(found.to)}", found.to, notes, number=True)
    return None


def column_telephone(facts: Facts) -> Door | None:
    """The number of who runs the column, to be asked where a unit has published none."""
    column = facts.register.column
    if not whole(column.contact):
        return None
    notes = (column.organiser, "发文机关还没有公布电话")
    return Door(DOES[WayKind.PHONE], f"tel:{dialled(column.contact)}", column.contact, notes, number=True)


def report_doors(facts: Facts) -> list[Door]:
    """How a fault of a page is told where the portal has no form for it: by letter or voice.

    By the ways of the page on faults, else at the number of who publishes the column.
    """
    page = next((each for each in facts.register.pages if each.slug == REPORT_ERROR), None)
    known = doors(facts, page, page.ways) if page else []
    found = [each for each in known if each.href and each.href.startswith(("tel:", "mailto:"))]
    column = facts.register.column
    if not found and whole(column.contact):
        found = [Door("打电话", f"tel:{dialled(column.contact)}", column.contact, number=True)]
    return found[:2]


def about(each: Door, address: str) -> Door:
    """The same for the page of an address, with which a letter begins."""
    if not (each.href or "").startswith("mailto:"):
        return Door("打电话", each.href, each.shown, number=True)
    words = f"?subject={quote('网页有错')}&body={quote(f'网址：{address}')}"
    return Door("发邮件", f"{each.href}{words}", each.shown)
