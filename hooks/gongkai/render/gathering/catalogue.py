"""The catalogue's pages: by unit and by 领域, each entry with what fulfils it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gongkai.exports.lists import catalogue_csv, list_csv
from gongkai.law.duties import DutyState
from gongkai.records.base import ContentRecord
from gongkai.records.fields.own_words import in_order
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.vocabulary.documents import Domain
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.catalogue_lines import lined, narrowing
from gongkai.render.gathering.catalogue_pages import Group, InState, in_states, unit_name
from gongkai.render.gathering.catalogue_state import (
    SHOWN,
    EntryView,
    StateCount,
    States,
    address,
    csv_columns,
    entry_list,
    words_of,
)
from gongkai.render.gathering.indexes import CatalogueIndexView, index_page
from gongkai.render.listing import Listing
from gongkai.render.lists import pages as lists
from gongkai.render.lists.lined import Narrowing, script
from gongkai.render.lists.paging import ALONE, PagedView, numbers
from gongkai.render.lists.slices import Slice
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.parts import Column, File, Part
from gongkai.render.site import Crumbs, Site
from gongkai.search import SearchDocument

#: what each state says, in words for readers
MEANINGS: dict[DutyState | None, str] = {
    DutyState.DONE: "最近一次期限内应当公开的内容已经公开。",
    DutyState.DUE_SOON: "期限就在这几天，内容还没有公开。",
    DutyState.OVERDUE: "期限已过，应当公开的内容还没有公开。",
    DutyState.BLANK: "没有写明首次公开的期限，还没有公开过内容。",
    DutyState.DUE_LATER: "还没有到第一次公开的期限。",
    None: "依申请公开的，或者批准豁免的，没有要守的期限。",
}


@dataclass(frozen=True, kw_only=True)
class CatalogueView(PagedView):
    """Entries of the catalogue with what fulfils them."""

    TEMPLATE = "lists/catalogue.html"

    crumbs: Crumbs
    title: str
    #: (heading, its id, entries)
    groups: list[tuple[str, str, list[EntryView]]]
    counts: list[StateCount]
    feeds: list[FeedLinks]
    total: int
    fulfilled: int
    intro: str | None = None
    #: whether this is where the entries stand: their 编号 is then an anchor
    own_ids: bool = True
    #: what a browser needs to narrow the whole by more than this
    narrowing: Narrowing | None = None


def planned(site: Site) -> Iterator[Planned]:
    """The catalogue's first page, one page a leading unit, one a 领域."""
    if not site.facts.register.catalogue:
        return
    yield Planned("catalogue/", "catalogue", lambda: _index(site))
    for slug, entries in site.facts.catalogue_by_unit.items():
        unit = site.facts.register.unit(slug)
        name = unit.name if unit else slug
        feeds = [f"unit-{slug}"] if unit else []
        yield _part(site, f"catalogue/unit/{slug}/", name, entries, feeds)
    for domain, entries in by_domain(site.facts).items():
        yield _part(
            site, f"catalogue/domain/{domain.slug}/", domain.value, entries, [f"domain-{domain.slug}"]
        )
    for found in in_states(site.facts):
        for number in range(1, found.pages + 1):
            yield _state(site, found, number)
    for part in fulfilments(site.facts):
        yield from lists.planned_slice(site, part)


def fulfilments(facts: Facts) -> Iterator[Slice]:
    """A list of its own for every entry with more records than its unit's page shows."""
    whole = Listing("catalogue", "公开目录", ContentRecord, [])
    for entry in facts.register.catalogue:
        records = facts.register.fulfilled_by(entry)
        if len(records) > SHOWN:
            yield Slice(whole, entry_list(entry), records, f"{entry.name}（{entry.number}）")


def by_domain(facts: Facts) -> dict[Domain, list[CatalogueEntry]]:
    """领域 in the vocabulary's order → its entries."""
    entries = facts.register.catalogue
    named = in_order(domain for entry in entries for domain in entry.domains)
    return {domain: [entry for entry in entries if domain in entry.domains] for domain in named}


def _part(site: Site, url: str, name: str, entries: list[CatalogueEntry], feeds: list[str]) -> Planned:
    return Planned(url, "catalogue", lambda: _part_page(site, url, name, entries, feeds))


def _part_page(site: Site, url: str, name: str, entries: list[CatalogueEntry], feeds: list[str]) -> Page:
    groups: dict[str, list[CatalogueEntry]] = {}
    for entry in entries:
        groups.setdefault(entry.first or "公开事项", []).append(entry)
    slug = url.split("/")[-2] if url.startswith("catalogue/unit/") else ""
    view = _view(site, url, name, [(heading, "", each) for heading, each in groups.items()], slug)
    view = replace(view, feeds=site.links.feed_links(url, feeds))
    document = None
    if url.startswith("catalogue/unit/"):
        unit = site.facts.register.unit(name)
        document = _document(url, view.title, unit.label if unit else name, entries)
    return _page(site, url, view, f"{name}的政府信息公开事项", document)


def _state(site: Site, found: InState, number: int) -> Planned:
    url = found.page_url(number)
    return Planned(url, "catalogue", lambda: _state_page(site, found, number, url))


def _state_page(site: Site, found: InState, number: int, url: str) -> Page:
    words = words_of(found.state)
    view = _view(site, url, words, found.groups(number))
    paged = numbers(site.links, found, number, url)
    form = view.narrowing if number == 1 else None
    view = replace(
        view, intro=MEANINGS[found.state], own_ids=False, total=found.total, narrowing=form, **paged
    )
    return _page(site, url, view, f"公开目录里现在是“{words}”的{found.total}项", None)


def _view(site: Site, url: str, name: str, groups: list[Group], slug: str = "") -> CatalogueView:
    """``slug``: the unit whose entries stand here, so that the pages of states are opened at them."""
    states = States(site.facts)
    entries = [entry for _, _, each in groups for entry in each]

    def place(state: DutyState | None) -> str:
        return InState(site.facts, state).place_of(slug) if slug else address(state)

    return CatalogueView(
        **ALONE,
        crumbs=[*site.links.crumbs(url, ("公开目录", "catalogue/")), (name, None)],
        title=f"公开目录：{name}",
        groups=[(heading, slug, [states.view(entry) for entry in each]) for heading, slug, each in groups],
        counts=states.counts(site.links, url, entries, place),
        feeds=[],
        total=len(entries),
        narrowing=narrowing(site.facts, *url.split("/")[1:3]),
        fulfilled=_fulfilled(site.facts, entries),
    )


def _page(
    site: Site, url: str, view: CatalogueView, description: str, document: SearchDocument | None
) -> Page:
    head = list_head(site.facts, url, view.title, view.feeds, description=description)
    if view.narrowing:
        head += script(site, url)
    content = site.templates.filled(view, url)
    title = f"{view.title}（第{view.page}页）" if view.page > 1 else view.title
    return Page(url, "catalogue", title_of(site.links, title), head, content, "catalogue", document=document)


def _document(url: str, title: str, unit: str, entries: list[CatalogueEntry]) -> SearchDocument:
    """All entries of a unit; each is led to by its own anchor, found by its code, which is not shown."""
    fields = ("first", "second", "content", "others", "places")
    lines: list[str] = []
    places = []
    for entry in entries:
        places.append((len(lines), entry.number))
        lines += "\n".join(str(getattr(entry, f)) for f in fields if getattr(entry, f)).split("\n")
    return SearchDocument(
        url=url, title=title, number="", text="\n".join(lines), type="公开事项", unit=unit,
        year="", status="", date="", extra="\n".join(entry.number for entry in entries), places=tuple(places),
    )  # fmt: skip


def _fulfilled(facts: Facts, entries: list[CatalogueEntry]) -> int:
    return sum(bool(facts.register.fulfilled_by(entry)) for entry in entries)


def _index(site: Site) -> Page:
    units = [
        (unit_name(site.facts, slug), f"catalogue/unit/{slug}/", _progress(site.facts, entries))
        for slug, entries in site.facts.catalogue_by_unit.items()
    ]
    domains = [
        (domain.value, f"catalogue/domain/{domain.slug}/", _progress(site.facts, entries))
        for domain, entries in by_domain(site.facts).items()
    ]
    entries = site.facts.register.catalogue
    there = States(site.facts).there().items()
    by_state = [(words_of(state), address(state), f"{count} 项") for state, count in there]
    intro = f"目录共 {len(entries)} 项，其中 {_fulfilled(site.facts, entries)} 项已有公开内容。"
    groups = [("按状态", by_state), ("按牵头单位", units), ("按领域", domains)]
    form = narrowing(site.facts)
    return index_page(site, "catalogue/", "公开目录", CatalogueIndexView, groups, intro=intro, narrowing=form)


def _progress(facts: Facts, entries: list[CatalogueEntry]) -> str:
    """``3/4 项已公开``, and what is late or empty, which nobody should have to look for."""
    states = [States(facts).of(entry) for entry in entries]
    late = [
        f"{state.value} {states.count(state)}"
        for state in (DutyState.OVERDUE, DutyState.BLANK)
        if state in states
    ]
    return "，".join((f"{_fulfilled(facts, entries)}/{len(entries)} 项已公开", *late))


def _files(facts: Facts) -> Iterator[File]:
    """The whole catalogue as a table, and the table behind each list of records."""
    register = facts.register
    for part in fulfilments(facts):
        yield f"{part.url}list.csv", list_csv(part.records, register)
    yield from lined(facts).files()
    if register.catalogue:
        yield "catalogue/list.csv", catalogue_csv(register.catalogue, register, csv_columns(facts))


def _columns(facts: Facts) -> Iterator[Column]:
    if count := len(facts.register.catalogue):
        yield Column("公开目录", "catalogue/", f"{count} 项", place=(ColumnGroup.INFORMATION, 30))


PART = Part(planned, _files, columns=_columns)
