"""What can be done in English today: consultations, services, whom to call, as Chinese records have it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.register.english import FOLDER, translations
from gongkai.common.telephones import dialled
from gongkai.records.base import ContentRecord
from gongkai.records.fields import handling_time
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.contact import Contact, Line
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.participation import ConsultationState
from gongkai.render.facts import Facts
from gongkai.render.frame.interface_words import english_hours, unit_name
from gongkai.render.frame.language import ENGLISH
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.english_heads import page_head
from gongkai.render.parts import MapEntry, Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

SERVICES, CONTACTS = f"{FOLDER}services/", f"{FOLDER}contacts/"
#: numbers that hold in the whole country, and what answers them
_EMERGENCY = (
    ("110", "Police"),
    ("119", "Fire and rescue"),
    ("120", "Ambulance"),
)
_HOTLINE = "Citizens' service hotline: any question about government services"
#: steps of a matter that have a name in English
_STEPS = {
    "受理": "acceptance", "初审": "first review", "审核": "review", "审批": "approval", "审定": "decision",
    "决定": "decision", "核对": "checking", "评估": "assessment", "公示": "public notice", "拨付": "payment",
    "施工": "works", "备案": "filing", "登记": "registration", "发证": "certificate", "关系转移": "transfer",
}  # fmt: skip
_UNITS = {"工作日": "working day", "日": "day", "小时": "hour"}


@dataclass(frozen=True)
class Way:
    """A Chinese record as a row: in English where it is translated, else by its name in English.

    ``chinese``: the title to show at a counter, where the row says another and leads to a Chinese page.
    """

    title: str
    href: str
    translated: bool
    unit: str
    #: (kind, words) of its state
    state: tuple[str, str] | None
    closes_on: dt.date | None = None
    limit: str = ""
    free: bool = False
    chinese: str = ""


@dataclass(frozen=True)
class UnitNumbers:
    """A unit's numbers: (use, line, its hours in English); where it is, in English and in Chinese."""

    unit: str
    href: str
    lines: list[tuple[str, Line, str]]
    place: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class ServicesView(View):
    """Every service guide."""

    TEMPLATE = "english/services.html"

    crumbs: Crumbs
    title: str
    ways: list[Way]


@dataclass(frozen=True, kw_only=True)
class ContactsView(View):
    """Emergency numbers, then those of units."""

    TEMPLATE = "english/contacts.html"

    crumbs: Crumbs
    title: str
    emergency: list[tuple[str, str, str]]
    units: list[UnitNumbers]


def planned(site: Site) -> Iterator[Planned]:
    """Two pages; none without an English version."""
    if site.facts.register.english:
        yield Planned(SERVICES, "services", lambda: _services(site))
        yield Planned(CONTACTS, "contacts", lambda: _contacts(site))


def numbers(site: Site) -> list[tuple[str, str, str]]:
    """(number, as a link dials it, what answers it) for emergencies, then the hotline where there is one."""
    hotline = site.facts.register.column.hotline
    known = (*_EMERGENCY, (hotline, _HOTLINE)) if hotline else _EMERGENCY
    return [(number, dialled(number), answers) for number, answers in known]


def consultations(site: Site, url: str) -> list[Way]:
    """Those that can be answered today, the first to close first."""
    today = site.facts.register.today
    known = site.facts.register.public(Consultation)
    found = [each for each in known if each.state_on(today) is ConsultationState.OPEN]
    return [
        _way(site, each, url, closes_on=each.closes_on)
        for each in sorted(found, key=lambda each: (each.closes_on, each.id))
    ]


def _way(site: Site, record: ContentRecord, url: str, closes_on: dt.date | None = None) -> Way:
    say, register = site.templates.words[ENGLISH], site.facts.register
    other, state = translations(register).get(record.id), register.state(record)
    units = register.units_of(record)
    named = record.english_name if isinstance(record, Service) and not other else None
    return Way(
        other.title if other else named or record.name,
        site.links.href(url, other or record),
        other is not None,
        unit_name(units[0], ENGLISH) if units else "",
        (state.slug, say(state.value)) if state else None,
        closes_on,
        english_time(record.time_limit) if isinstance(record, Service) else "",
        isinstance(record, Service) and record.fees == "不收费",
        record.name if named else "",
    )


def english_time(text: str) -> str:
    """How long it takes, all of it; empty where a part of it has no English."""
    known = handling_time.steps(text)
    if any(each.stage and each.stage not in _STEPS for each in known):
        return ""
    return ", ".join(f"{_STEPS.get(each.stage, '')} {_long(each)}".strip() for each in known)


def _long(step: handling_time.Step) -> str:
    if not step.count:
        return "on the spot"
    unit = _UNITS[step.unit]
    return f"{step.count} {unit}{'s' if step.count > 1 else ''}"


def _services(site: Site) -> Page:
    title = "Services"
    ways = [_way(site, each, SERVICES) for each in site.facts.register.public(Service)]
    ways.sort(key=lambda each: (not each.translated, not each.chinese))
    view = ServicesView(crumbs=[*site.links.crumbs(SERVICES), (title, None)], title=title, ways=ways)
    told = [f"{each.title} ({each.unit})" for each in ways if each.translated or each.chinese]
    return _page(site, SERVICES, view, title, "What you can apply for, where and how long it takes", told)


def _contacts(site: Site) -> Page:
    title, units = "Whom to call", list(_numbers(site))
    view = ContactsView(
        crumbs=[*site.links.crumbs(CONTACTS), (title, None)],
        title=title,
        emergency=numbers(site),
        units=units,
    )
    told = [", ".join(filter(None, (each.unit, each.place))) for each in units]
    said = "Emergency numbers, the telephone numbers of departments and where they are"
    return _page(site, CONTACTS, view, title, said, told)


def _page(site: Site, url: str, view: View, title: str, description: str, told: list[str]) -> Page:
    """``told``: what stands there in English, for the search."""
    head = page_head(site, url, title, description, [])
    section = url.removeprefix(FOLDER).rstrip("/")
    name = title_of(site.links, title, url=url)
    document = SearchDocument(
        url=url,
        title=title,
        number="",
        text="\n".join([description, *told]),
        type=title,
        unit="",
        year="",
        status="",
        date="",
    )
    content = site.templates.filled(view, url)
    return Page(url, section, name, head, content, "english-doors", document=document)


def _numbers(site: Site) -> Iterator[UnitNumbers]:
    register, say = site.facts.register, site.templates.words[ENGLISH]
    known = {unit.id: each for each in register.public(Contact) if (unit := register.unit(each.unit))}
    for unit in register.units:
        if unit.id in known:
            lines = [(say(each.use.value), each, english_hours(each.hours)) for each in known[unit.id].lines]
            name, href = unit_name(unit, ENGLISH), site.links.href(CONTACTS, unit)
            yield UnitNumbers(name, href, lines, unit.english_address or "", unit.address or "")


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    if facts.register.english:
        yield from ((SERVICES, None), (CONTACTS, None))


PART = Part(planned, in_map=_in_map)
