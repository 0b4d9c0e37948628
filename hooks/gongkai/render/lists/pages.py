"""List pages: every listing whole and by each choice of each facet, paginated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.exports.lists import list_csv
from gongkai.records.base import ContentRecord
from gongkai.records.types.page import Page as WrittenPage
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page, prefix
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.listing import PAGE_SIZE, Listing
from gongkai.render.lists.entries import Entry, entry
from gongkai.render.lists.paging import PagedView, numbers
from gongkai.render.machine.metadata import FeedLinks, twin
from gongkai.render.parts import Column, File, MapEntry, Part
from gongkai.render.records.pages import document
from gongkai.render.records.views import page as written
from gongkai.render.site import Crumbs, Site


@dataclass(frozen=True)
class Choice:
    label: str
    count: int
    href: str
    selected: bool


@dataclass(frozen=True)
class ShownFacet:
    """A facet as the page shows it: its choices, each a link to a list of its own."""

    label: str
    values: list[Choice]
    #: long facets show their first choices and fold the rest
    long: bool = False


@dataclass(frozen=True)
class Introduction:
    """The hand-written page of a list's address: its text stands on top of the list."""

    page: WrittenPage
    view: written.PageView


@dataclass(frozen=True, kw_only=True)
class ListView(PagedView):
    """A page of a list; the list of a section may have a template of its own."""

    TEMPLATE = "lists/list.html"

    section: str
    crumbs: Crumbs
    title: str
    label: str
    total: int
    facets: list[ShownFacet]
    selected: str | None
    clear: str | None
    entries: list[Entry]
    csv: str
    feeds: list[FeedLinks]
    #: where the whole column's data of this type is described
    data: str | None
    intro: str | None = None
    introduction: Introduction | None = None

    @property
    def template_names(self) -> list[str]:
        return [f"lists/list-{self.section}.html", self.TEMPLATE]


@dataclass(frozen=True)
class Slice:
    """A listing, or the part of it under one choice."""

    listing: Listing
    url: str
    records: list[ContentRecord]
    label: str | None = None
    facet: str | None = None
    feed: str | None = None

    @property
    def title(self) -> str:
        return f"{self.listing.label}：{self.label}" if self.label else self.listing.label

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.records) // PAGE_SIZE))

    def page_url(self, number: int) -> str:
        return self.url if number == 1 else f"{self.url}page/{number}/"


def slices(listing: Listing) -> Iterator[Slice]:
    """The whole listing first, then one slice for each choice."""
    yield Slice(listing, f"{listing.section}/", listing.records, feed=listing.section)
    for facet in listing.facets:
        for slug, label, records in facet.values:
            url = f"{listing.section}/{facet.plan.name}/{slug}/"
            feed = f"{facet.plan.feed}-{slug}" if facet.plan.feed else None
            yield Slice(listing, url, records, label, facet.plan.name, feed)


def planned(site: Site) -> Iterator[Planned]:
    """Every page of every list."""
    for listing in site.facts.listings:
        for part in slices(listing):
            yield from planned_slice(site, part)


def planned_slice(site: Site, part: Slice) -> Iterator[Planned]:
    """The pages of one slice."""
    for number in range(1, part.pages + 1):
        yield _planned(site, part, number)


def _planned(site: Site, part: Slice, number: int) -> Planned:
    url = part.page_url(number)
    return Planned(url, part.listing.section, lambda: _page(site, part, number, url))


def _page(site: Site, part: Slice, number: int, url: str) -> Page:
    view = _view(site, part, number, url)
    title = part.title if number == 1 else f"{part.title}（第{number}页）"
    content = site.templates.filled(view, url)
    made = view.introduction
    described = made.page.summary if made else None
    described = described or f"{part.title}，共{len(part.records)}件"
    head = list_head(site.facts, url, part.title, view.feeds, description=described)
    if made:
        head = "\n".join((head, *twin(site.facts.register)))
    found = document(site.facts, made.page, made.view.plain) if made else None
    return Page(url, part.listing.section, title_of(site.links, title), head, content, "list", document=found)


def _introduction(site: Site, part: Slice, number: int) -> Introduction | None:
    """The page of the list's own address, on the first page of the whole list."""
    page = site.facts.introductions.get(part.url) if number == 1 else None
    return Introduction(page, written.view(site, page)) if page else None


def _view(site: Site, part: Slice, number: int, url: str) -> ListView:
    start = (number - 1) * PAGE_SIZE
    crumbs = site.links.crumbs(url, (part.listing.label, f"{part.listing.section}/"))
    crumbs = [*crumbs, (part.label, None)] if part.label else [*crumbs[:-1], (part.listing.label, None)]
    names = [part.feed] if part.feed else [part.listing.section]
    return ListView(
        **numbers(site.links, part, number, url),
        section=part.listing.section,
        crumbs=crumbs,
        title=part.title,
        label=part.listing.label,
        total=len(part.records),
        facets=_facets(part, url),
        selected=part.label,
        clear=site.links.href(url, f"{part.listing.section}/") if part.label else None,
        entries=[entry(site, record, url) for record in part.records[start : start + PAGE_SIZE]],
        csv=site.links.href(url, part.url + "list.csv"),
        feeds=site.links.feed_links(url, names),
        data=site.links.href(url, f"data/#{part.listing.data or part.listing.section}")
        if site.facts.made.datasets
        else None,
        introduction=_introduction(site, part, number),
    )


def _facets(part: Slice, url: str) -> list[ShownFacet]:
    here = prefix(url)
    views = []
    for facet in part.listing.facets:
        base = f"{here}{part.listing.section}/{facet.plan.name}/"
        chosen = part.facet == facet.plan.name
        values = [
            Choice(label, len(records), f"{base}{slug}/", chosen and label == part.label)
            for slug, label, records in facet.values
        ]
        if values:
            views.append(ShownFacet(facet.plan.label, values, len(values) > 8))
    return views


def _files(facts: Facts) -> Iterator[File]:
    """The table behind every list."""
    for listing in facts.listings:
        for part in slices(listing):
            yield f"{part.url}list.csv", list_csv(part.records, facts.register, listing.record_type)


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    """The first page of every list that has something in it; it changes with any of its records."""
    for listing in facts.listings:
        if listing.records:
            yield f"{listing.section}/", max(facts.register.last_change(record) for record in listing.records)


def _columns(facts: Facts) -> Iterator[Column]:
    for listing in facts.listings:
        if listing.records or f"{listing.section}/" in facts.introductions:
            count, place = f"{len(listing.records)} 件", listing.record_type.GROUP
            yield Column(listing.label, f"{listing.section}/", count, place)


PART = Part(planned, _files, _in_map, _columns)
