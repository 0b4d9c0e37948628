"""The catalogue's pages: by unit and by 领域, each entry with what fulfils it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gongkai.records.base import ContentRecord
from gongkai.records.catalogue import CatalogueEntry
from gongkai.records.vocabulary import Domain
from gongkai.render import lists
from gongkai.render.heads import list_head, title_of
from gongkai.render.indexes import index_page
from gongkai.render.listing import Listing
from gongkai.render.page import Page
from gongkai.render.site import Crumbs, Site
from gongkai.render.write import Planned
from gongkai.search import SearchDocument

#: how many records an entry shows; the count says how many there are
SHOWN = 3


#: an entry, the newest records that fulfil it, and how many there are
EntryView = tuple[CatalogueEntry, list[ContentRecord], int]


@dataclass
class CatalogueView:
    crumbs: Crumbs
    title: str
    groups: list[tuple[str, list[EntryView]]]
    feeds: list[tuple[str, str, str]]
    total: int
    fulfilled: int
    #: where all records of an entry are listed, when there are more than are shown
    list_of: Callable[[CatalogueEntry], str]
    intro: str | None = None


def planned(site: Site) -> Iterator[Planned]:
    """The catalogue's first page, one page a leading unit, one a 领域."""
    if not site.register.catalogue:
        return
    yield Planned("catalogue/", "catalogue", lambda: _index(site))
    for slug, entries in site.catalogue_by_unit.items():
        unit = site.register.unit(slug)
        name = unit.name if unit else slug
        feeds = [f"unit-{slug}"] if unit else []
        yield _part(site, f"catalogue/unit/{slug}/", name, entries, feeds)
    for domain, entries in by_domain(site).items():
        yield _part(
            site, f"catalogue/domain/{domain.slug}/", domain.value, entries, [f"domain-{domain.slug}"]
        )
    for part in fulfilments(site):
        yield from lists.planned_slice(site, part)


def fulfilments(site: Site) -> Iterator[lists.Slice]:
    """A list of its own for every entry with more records than its unit's page shows."""
    whole = Listing("catalogue", "公开目录", ContentRecord, [])
    for entry in site.register.catalogue:
        records = site.register.fulfilled_by(entry)
        if len(records) > SHOWN:
            yield lists.Slice(whole, entry_list(entry), records, f"{entry.name}（{entry.number}）")


def entry_list(entry: CatalogueEntry) -> str:
    """Where everything that fulfils an entry is listed."""
    return f"catalogue/entry/{entry.number.lower()}/"


def by_domain(site: Site) -> dict[Domain, list[CatalogueEntry]]:
    """领域 in the vocabulary's order → its entries."""
    found: dict[Domain, list[CatalogueEntry]] = {}
    for domain in Domain:
        entries = [entry for entry in site.register.catalogue if domain in entry.domains]
        if entries:
            found[domain] = entries
    return found


def _part(site: Site, url: str, name: str, entries: list[CatalogueEntry], feeds: list[str]) -> Planned:
    return Planned(url, "catalogue", lambda: _part_page(site, url, name, entries, feeds))


def _part_page(site: Site, url: str, name: str, entries: list[CatalogueEntry], feeds: list[str]) -> Page:
    groups: dict[str, list[EntryView]] = {}
    for entry in entries:
        groups.setdefault(entry.first or "公开事项", []).append(_entry(site, entry))
    title = f"公开目录：{name}"
    view = CatalogueView(
        crumbs=[*site.crumbs(url, ("公开目录", "catalogue/")), (name, None)],
        title=title,
        groups=list(groups.items()),
        list_of=entry_list,
        feeds=site.feed_links(url, feeds),
        total=len(entries),
        fulfilled=_fulfilled(site, entries),
    )
    head = list_head(site, url, title, view.feeds, description=f"{name}的政府信息公开事项")
    document = None
    if url.startswith("catalogue/unit/"):
        document = _document(url, title, name, entries)
    content = site.template("lists/catalogue.html", url, view=view)
    return Page(url, "catalogue", title_of(site, title), head, content, "catalogue", document=document)


def _document(url: str, title: str, name: str, entries: list[CatalogueEntry]) -> SearchDocument:
    fields = ("number", "first", "second", "content", "others", "places")
    text = "\n".join(str(getattr(e, f)) for e in entries for f in fields if getattr(e, f))
    return SearchDocument(
        url=url, title=title, number="", text=text, type="公开事项", unit=name, year="", status="", date=""
    )


def _entry(site: Site, entry: CatalogueEntry) -> EntryView:
    records = site.register.fulfilled_by(entry)
    return entry, records[:SHOWN], len(records)


def _fulfilled(site: Site, entries: list[CatalogueEntry]) -> int:
    return sum(bool(site.register.fulfilled_by(entry)) for entry in entries)


def _index(site: Site) -> Page:
    units = []
    for slug, entries in site.catalogue_by_unit.items():
        unit = site.register.unit(slug)
        units.append((unit.name if unit else slug, f"catalogue/unit/{slug}/", _progress(site, entries)))
    domains = [
        (domain.value, f"catalogue/domain/{domain.slug}/", _progress(site, entries))
        for domain, entries in by_domain(site).items()
    ]
    entries = site.register.catalogue
    intro = f"目录共 {len(entries)} 项，其中 {_fulfilled(site, entries)} 项已有公开内容。"
    groups = [("按牵头单位", units), ("按领域", domains)]
    return index_page(site, "catalogue/", "公开目录", "catalogue-index", groups, intro=intro)


def _progress(site: Site, entries: list[CatalogueEntry]) -> str:
    return f"{_fulfilled(site, entries)}/{len(entries)} 项已公开"
