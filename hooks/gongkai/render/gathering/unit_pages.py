"""A page for each unit: whom to call and where, then what is new; beside it who leads it, and all by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypedDict

from gongkai.column.answers import gathered
from gongkai.column.asked import FOLDER
from gongkai.column.in_care import in_care
from gongkai.column.news import News, news_of
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.contact import Contact
from gongkai.records.types.unit import Unit
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.years import MonthLink, months_of, years_of
from gongkai.render.lists.recent import Recent, rows
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.owed.words import kept, missing, unit_url
from gongkai.render.parts import Part
from gongkai.render.records.views import contact
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

#: how much of what is new a unit's page shows, and how many months it leads to
NEWEST, MONTHS = 10, 6


@dataclass(frozen=True)
class Owed:
    """How much a unit keeps, of how much it owes; what is missing by name; where all of it stands."""

    kept: int
    owed: int
    missing: list[str]
    href: str


@dataclass(frozen=True, kw_only=True)
class UnitView(View):
    """A unit, what is new of it, its numbers and what it answers for."""

    TEMPLATE = "records/unit.html"

    record: Unit
    crumbs: Crumbs
    feeds: list[FeedLinks]
    newest: list[Recent]
    #: the latest months in which it had anything to tell: (words, link, how many)
    months: list[MonthLink]
    #: (words, link) of the years
    years: list[tuple[str, str]]
    #: how much it ever told
    told: int
    #: (type, how many, where all of them are)
    kinds: list[tuple[str, int, str]]
    #: (entry, link, how many records fulfil it)
    catalogue: list[tuple[CatalogueEntry, str, int]]
    catalogue_href: str | None
    successor: Unit | None
    predecessors: list[Unit]
    contacts: list[Contact]
    #: (words, address) of its days and of what it owes
    calendars: list[tuple[str, str]]
    #: how much it owes and keeps by the duty matrix, and its sheet
    owed: Owed | None
    #: how many questions it has answered, and where they are
    answers: tuple[int, str] | None


def planned(site: Site) -> Iterator[Planned]:
    """Units that were merged have their pages still."""
    for unit in site.facts.register.units:
        yield _planned(site, unit)


def _planned(site: Site, unit: Unit) -> Planned:
    return Planned(unit.url, "columns", lambda: _page(site, unit))


def _page(site: Site, unit: Unit) -> Page:
    view = _view(site, unit)
    newest = site.facts.register.records_of(unit)
    return Page(
        url=unit.url,
        section="columns",
        title=title_of(site.links, unit.name),
        head=list_head(site.facts, unit.url, unit.name, view.feeds, description=_described(view)),
        content=site.templates.filled(view, unit.url),
        body_class="unit",
        document=SearchDocument(
            url=unit.url,
            title=unit.name,
            number="",
            text="\n".join(filter(None, (*unit.names, unit.duties, unit.address, unit.phone))),
            type=unit.LABEL,
            unit=unit.label,
            year="",
            status="",
            date=newest[0].published.isoformat() if newest else "",
            extra="\n".join([*unit.names, *in_care(site.facts.register, unit)]),
            asked=unit.asked,
        ),
    )


def _described(view: UnitView) -> str:
    """What whoever is sent the page reads before opening it: of a merged unit no number is told."""
    numbers = (line.number for each in view.contacts for line in each.lines)
    called = None if view.successor else next(numbers, view.record.phone)
    return f"{view.record.name}公开的信息" + (f"，电话 {called}" if called else "")


def _view(site: Site, record: Unit) -> UnitView:
    register = site.facts.register
    predecessors = [u for u in register.units if u.merged_into and register.unit(u.merged_into) is record]
    return UnitView(
        record=record,
        crumbs=[*site.links.crumbs(record.url, ("单位", "units/")), (record.name, None)],
        feeds=site.links.feed_links(record.url, [f"unit-{record.slug}"]),
        **_told(site, record),
        kinds=_kinds(site, record),
        catalogue=[
            (each, site.links.href(record.url, each.place), len(register.fulfilled_by(each)))
            for each in site.facts.entries_of(record)
        ],
        catalogue_href=_catalogue_href(site, record),
        successor=register.unit(record.merged_into) if record.merged_into else None,
        predecessors=predecessors,
        calendars=_calendars(site, record),
        contacts=contact.of_unit(site.facts, record),
        answers=_answers(site, record),
        owed=_owed(site, record),
    )


class _Told(TypedDict):
    """The fields of the view about what is new: mypy holds ``**`` only to a ``TypedDict``."""

    newest: list[Recent]
    months: list[MonthLink]
    years: list[tuple[str, str]]
    told: int


def _told(site: Site, record: Unit) -> _Told:
    url, told = record.url, news_of(site.facts.register, record)
    found = years_of(site.facts, record)
    this_year = site.facts.register.today.year
    months = (
        (f"{month}月" if each.year == this_year else f"{each.year}年{month}月", address, count)
        for each in found
        for month, address, count in months_of(each)
    )
    return {
        "newest": rows(site, islice(_once(told), NEWEST), url),
        "months": [(words, site.links.href(url, to), n) for words, to, n in islice(months, MONTHS)],
        "years": [(f"{each.year}年", site.links.href(url, each.cut.url)) for each in found],
        "told": len(told),
    }


def _once(told: Sequence[News]) -> Iterator[News]:
    """Each record by the newest that was told of it: what it was before stands on its own page."""
    seen: set[str] = set()
    for each in told:
        if each.record.id not in seen:
            seen.add(each.record.id)
            yield each


def _kinds(site: Site, record: Unit) -> list[tuple[str, int, str]]:
    """Its lists; the numbers have a part of the page of their own."""
    counts = Counter(type(each) for each in site.facts.register.records_of(record))
    return [
        (each.label, count, site.links.href(record.url, f"{each.section}/unit/{record.slug}/"))
        for each in site.facts.listings
        if (count := counts[each.record_type]) and each.record_type is not Contact
    ]


def _answers(site: Site, record: Unit) -> tuple[int, str] | None:
    count = sum(unit is record for each in gathered(site.facts.register) for unit in each.units)
    return (count, site.links.href(record.url, f"{FOLDER}unit/{record.slug}/")) if count else None


def _owed(site: Site, record: Unit) -> Owed | None:
    marks = site.facts.law.matrix.of_unit(record)
    if not marks:
        return None
    absent = [mark.norm.label for mark in missing(marks)]
    return Owed(*kept(marks), absent, site.links.href(record.url, unit_url(record)))


def _calendars(site: Site, record: Unit) -> list[tuple[str, str]]:
    links = []
    if days := site.facts.made.calendars.of_units.get(record.slug):
        links.append(("本单位日程（ICS）", site.links.href(record.url, days.path)))
    if record.id in site.facts.duties_of_units:
        links.append(("本单位公开待办", site.links.href(record.url, f"duties/{record.slug}/")))
    return links


def _catalogue_href(site: Site, record: Unit) -> str | None:
    """The page of the catalogue entries the unit leads, if it leads any."""
    leads = record.slug in site.facts.catalogue_by_unit
    return site.links.href(record.url, f"catalogue/unit/{record.slug}/") if leads else None


PART = Part(planned)
