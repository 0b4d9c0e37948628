"""Pages of 信息, of units, and hand-written pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from gongkai.records.catalogue import CatalogueEntry
from gongkai.records.item import Item
from gongkai.records.page import Page
from gongkai.records.unit import Unit
from gongkai.render.entries import Entry, entry
from gongkai.render.views import common

if TYPE_CHECKING:
    from gongkai.render.site import Site

#: how many of each type a unit's page shows before "全部"
NEWEST = 5


def item(site: Site, record: Item) -> common.RecordView:
    shared = common.base(site, record)
    found = [entry for entry in map(site.register.entry, record.catalogue) if entry]
    entries = [common.link(site.link(record.url, site.entry_url(e)), e.name) for e in found]
    rows: list[tuple[str, Markup | str | None]] = [
        ("责任单位", common.unit_links(site, record.url, record.unit_names)),
        ("发布日期", common.day(record.published_on)),
        ("形成日期", common.day(record.formed_on) if record.formed_on else None),
        ("公开事项", common.joined(entries)),
        ("领域", "、".join(record.domains)),
        ("栏目", record.column),
        ("关键词", "、".join(record.keywords)),
    ]
    shared.metadata = [(label, Markup(escape(value))) for label, value in rows if value]
    return shared


def page(site: Site, record: Page) -> common.RecordView:
    shared = common.base(site, record)
    if record.review_cycle:
        shared.metadata = [("复核周期", Markup(escape(record.review_cycle)))]
    return shared


@dataclass(frozen=True)
class Group:
    """The newest records of one type of a unit, and where all of them are."""

    label: str
    total: int
    entries: list[Entry]
    href: str


@dataclass
class UnitView:
    crumbs: common.Crumbs
    feeds: list[tuple[str, str, str]]
    groups: list[Group]
    catalogue: list[tuple[CatalogueEntry, str, int]]
    catalogue_href: str | None
    successor: Unit | None
    predecessors: list[Unit] = field(default_factory=list)
    modified: object = None


def unit(site: Site, record: Unit) -> UnitView:
    register = site.register
    groups = []
    for listing in site.listings:
        found = [r for r in register.records_of(record) if isinstance(r, listing.record_type)]
        if found:
            href = site.link(record.url, f"{listing.section}/unit/{record.slug}/")
            entries = [entry(site, each, record.url) for each in found[:NEWEST]]
            groups.append(Group(listing.label, len(found), entries, href))
    predecessors = [u for u in register.units if u.merged_into and register.unit(u.merged_into) is record]
    return UnitView(
        crumbs=[*site.crumbs(record.url, ("单位", "units/")), (record.name, None)],
        feeds=site.feed_links(record.url, [f"unit-{record.slug}"]),
        groups=groups,
        catalogue=[
            (each, site.link(record.url, site.entry_url(each)), len(register.fulfilled_by(each)))
            for each in site.entries_of(record)
        ],
        catalogue_href=_catalogue_href(site, record),
        successor=register.unit(record.merged_into) if record.merged_into else None,
        predecessors=predecessors,
    )


def _catalogue_href(site: Site, record: Unit) -> str | None:
    """The page of the catalogue entries the unit leads, if it leads any."""
    leads = record.slug in site.catalogue_by_unit
    return site.link(record.url, f"catalogue/unit/{record.slug}/") if leads else None
