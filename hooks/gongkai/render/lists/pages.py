"""List pages: every listing whole and by each choice of each facet, paginated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gongkai.column.meeting_series import Absence, absences
from gongkai.common.said_days import usual
from gongkai.exports.lists import list_csv
from gongkai.records.base import ContentRecord
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.page import Page as WrittenPage
from gongkai.records.types.request_stats import RequestStats
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.lists.directory import UnitNumbers, directory
from gongkai.render.lists.entries import Entry, entry
from gongkai.render.lists.leading import leading_pages
from gongkai.render.lists.lined import FEW, Narrowing, script
from gongkai.render.lists.narrowing import ShownFacet, lines, narrowing, shown_facets
from gongkai.render.lists.paging import PagedView
from gongkai.render.lists.slices import Slice, slices
from gongkai.render.machine.metadata import FeedLinks, twin
from gongkai.render.parts import Column, File, MapEntry, Part
from gongkai.render.records.pages import document
from gongkai.render.records.views import page as written
from gongkai.render.records.views.request_years import Years, years
from gongkai.render.site import Crumbs, Site


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
    #: what a browser needs to narrow it further
    narrowing: Narrowing | None
    #: (words, link): by what else it can be looked at
    ways: list[tuple[str, str]]
    selected: str | None
    clear: str | None
    entries: list[Entry]
    #: (words, entries) of what is over and stands folded behind the others
    folds: list[tuple[str, list[Entry]]]
    csv: str
    feeds: list[FeedLinks]
    #: where the whole column's data of this type is described
    data: str | None
    intro: str | None = None
    introduction: Introduction | None = None
    #: of what is held on a day: from which day what comes next, None where nothing is announced
    coming: list[tuple[dt.date | None, Meeting | Event | None]] = field(default_factory=list)
    #: of applications: the newest year beside those before it
    request_years: Years | None = None
    #: of a directory: the kinds of its units, each with its rows
    kinds: list[tuple[str, list[UnitNumbers]]] = field(default_factory=list)
    #: of meetings: numbers of their series that have no page
    absences: Sequence[Absence] = ()
    #: whether there are press conferences, where questions are answered too
    press_conferences: bool = False

    @property
    def usual_hours(self) -> str:
        """Of a directory: when most of its numbers are answered."""
        found = (each for _, units in self.kinds for each in units)
        return usual(line.hours for each in found for line in each.record.lines)

    @property
    def template_names(self) -> list[str]:
        return [f"lists/list-{self.section}.html", self.TEMPLATE]


def planned(site: Site) -> Iterator[Planned]:
    """Every page of every list."""
    for listing in site.facts.listings:
        for part in slices(listing):
            yield from planned_slice(site, part)


def planned_slice(site: Site, part: Slice) -> Iterator[Planned]:
    """The pages of one slice."""
    for number in part.cut.numbers:
        yield _planned(site, part, number)
    yield from leading_pages(site, part.cut)


def _planned(site: Site, part: Slice, number: int) -> Planned:
    url = part.cut.page_url(number)
    return Planned(url, part.listing.section, lambda: _page(site, part, number, url))


def _page(site: Site, part: Slice, number: int, url: str) -> Page:
    view = _view(site, part, number, url)
    content = site.templates.filled(view, url)
    made = view.introduction
    counted = "" if view.pages is None else f"，共{len(part.records)}件"
    described = (made.page.summary if made else None) or f"{part.cut.titled(part.title, number)}{counted}"
    head = list_head(site.facts, url, part.title, view.feeds, description=described)
    if made:
        head = "\n".join((head, *twin(site.facts.register)))
    if view.narrowing:
        head += script(site, url)
    found = document(site.facts, made.page, made.view.plain) if made else None
    title = title_of(site.links, part.cut.titled(part.title, number))
    return Page(url, part.listing.section, title, head, content, "list", document=found)


def _introduction(site: Site, part: Slice) -> Introduction | None:
    """The page of the list's own address, on the first page of the whole list."""
    page = site.facts.introductions.get(part.url)
    return Introduction(page, written.view(site, page)) if page else None


def _view(site: Site, part: Slice, number: int, url: str) -> ListView:
    shown, today = part.records[part.cut.span(number)], site.facts.register.today
    first = url == part.url
    crumbs = site.links.crumbs(url, (part.listing.label, f"{part.listing.section}/"))
    crumbs = [*crumbs, (part.label, None)] if part.label else [*crumbs[:-1], (part.listing.label, None)]
    names = [part.feed] if part.feed else [part.listing.section]
    return ListView(
        **part.cut.told(site.links, number, url),
        section=part.listing.section,
        crumbs=crumbs,
        title=part.title,
        label=part.listing.label,
        total=len(part.records),
        facets=_shown(site, part, url) if first else [],
        narrowing=narrowing(site.facts, part) if first else None,
        ways=_ways(site, part, url) if first else [],
        selected=part.label,
        clear=site.links.href(url, f"{part.listing.section}/") if part.label else None,
        entries=[entry(site, record, url) for record in shown if not record.over_on(today)],
        folds=_folds(site, shown, url),
        csv=site.links.href(url, part.url + "list.csv"),
        feeds=site.links.feed_links(url, names),
        data=site.links.href(url, f"data/#{part.listing.data or part.listing.section}")
        if site.facts.made.datasets
        else None,
        introduction=_introduction(site, part) if first else None,
        coming=_coming(part, today) if first and not part.label else [],
        request_years=_request_years(site, part) if first and not part.label else None,
        kinds=directory(site, part.records) if part.listing.directory else [],
        absences=_absences(site, part) if first and not part.label else (),
        press_conferences=bool(site.facts.register.press_conferences),
    )


def _absences(site: Site, part: Slice) -> Sequence[Absence]:
    return absences(site.facts.register) if part.listing.record_type is Meeting else ()


def _request_years(site: Site, part: Slice) -> Years | None:
    """The newest year of applications that has a month, beside those before it."""
    found = [each for each in part.records if isinstance(each, RequestStats)]
    newest_first = sorted(found, key=lambda each: each.slug, reverse=True)
    return next(filter(None, (years(site.facts.register, each) for each in newest_first)), None)


def _coming(part: Slice, today: dt.date) -> list[tuple[dt.date | None, Meeting | Event | None]]:
    """Nothing is printed that another day would make untrue: each is next until its own day is over."""
    held = [each for each in part.records if isinstance(each, Meeting | Event)]
    found: list[tuple[dt.date | None, Meeting | Event | None]] = []
    begins: dt.date | None = None
    for each in sorted((one for one in held if one.date >= today), key=lambda one: (one.date, one.id)):
        if not begins or each.date >= begins:
            found.append((begins, each))
            begins = each.date + dt.timedelta(days=1)
    return [*found, (begins, None)] if held else []


def _shown(site: Site, part: Slice, url: str) -> list[ShownFacet]:
    """The choices stand on the first page: the others lead back to it."""
    whole = part.facet is None
    return shown_facets(site.links, part, url) if len(part.listing.records) >= FEW or not whole else []


def _folds(site: Site, shown: Sequence[ContentRecord], url: str) -> list[tuple[str, list[Entry]]]:
    """What is over, under the words that its records have for it."""
    found: dict[str, list[Entry]] = {}
    for record in shown:
        if words := record.over_on(site.facts.register.today):
            found.setdefault(words, []).append(entry(site, record, url))
    return list(found.items())


def _ways(site: Site, part: Slice, url: str) -> list[tuple[str, str]]:
    """By what a short list can be looked at, and the years of its addresses."""
    section = part.listing.section
    if part.facet is not None:
        return []
    few = part.listing.facets if len(part.listing.records) < FEW else []
    found = [(f"按{each.plan.label}", f"{section}/{each.plan.name}/") for each in few if each.values]
    parts = [record.url.split("/") for record in part.records]
    years = sorted({each[1] for each in parts if len(each) == 4 and each[1].isdecimal()}, reverse=True)
    found += [(f"{year}年各月", f"{section}/{year}/") for year in years if part.listing.lines]
    return [(words, site.links.href(url, to)) for words, to in found]


def _files(facts: Facts) -> Iterator[File]:
    """The table behind every list, and its lines for browsers that narrow it."""
    for listing in facts.listings:
        for part in slices(listing):
            yield f"{part.url}list.csv", list_csv(part.records, facts.register, listing.record_type)
        yield from lines(facts, listing)


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
