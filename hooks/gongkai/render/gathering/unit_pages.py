"""A page for each unit: its numbers, its newest records by type, what it answers for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.answers import gathered
from gongkai.column.asked import FOLDER
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.contact import Contact
from gongkai.records.types.unit import Unit
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.lists.entries import Entry, entry
from gongkai.render.parts import Part
from gongkai.render.records.views import contact
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

#: how many of each type a unit's page shows before "全部"
NEWEST = 5


@dataclass(frozen=True)
class Group:
    """The newest records of one type of a unit, and where all of them are."""

    label: str
    total: int
    entries: list[Entry]
    href: str


@dataclass(frozen=True, kw_only=True)
class UnitView(View):
    """A unit, its numbers, its newest records and what it answers for."""

    TEMPLATE = "records/unit.html"

    record: Unit
    crumbs: Crumbs
    feeds: list[tuple[str, str, str]]
    groups: list[Group]
    #: (entry, link, how many records fulfil it)
    catalogue: list[tuple[CatalogueEntry, str, int]]
    catalogue_href: str | None
    successor: Unit | None
    predecessors: list[Unit]
    contacts: list[Contact]
    #: (words, address) of its days and of what it owes
    calendars: list[tuple[str, str]]
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
        head=list_head(site.facts, unit.url, unit.name, view.feeds, description=f"{unit.name}公开的信息"),
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
            extra=" ".join(unit.names),
        ),
    )


def _view(site: Site, record: Unit) -> UnitView:
    register = site.facts.register
    groups = []
    for listing in site.facts.listings:
        if listing.record_type is Contact:
            continue  # the numbers have a part of the page of their own
        found = [r for r in register.records_of(record) if isinstance(r, listing.record_type)]
        if found:
            href = site.links.href(record.url, f"{listing.section}/unit/{record.slug}/")
            entries = [entry(site, each, record.url) for each in found[:NEWEST]]
            groups.append(Group(listing.label, len(found), entries, href))
    predecessors = [u for u in register.units if u.merged_into and register.unit(u.merged_into) is record]
    return UnitView(
        record=record,
        crumbs=[*site.links.crumbs(record.url, ("单位", "units/")), (record.name, None)],
        feeds=site.links.feed_links(record.url, [f"unit-{record.slug}"]),
        groups=groups,
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
    )


def _answers(site: Site, record: Unit) -> tuple[int, str] | None:
    count = sum(unit is record for each in gathered(site.facts.register) for unit in each.units)
    return (count, site.links.href(record.url, f"{FOLDER}unit/{record.slug}/")) if count else None


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
