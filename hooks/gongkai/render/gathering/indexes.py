"""The pages that lead to others: 全部栏目, units and the search page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gongkai.records.fields.own_words import in_order
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.unit import Unit
from gongkai.render.facts import Facts
from gongkai.render.frame.modules import search_tags
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.a_to_z import Letters, letters_of, links_to
from gongkai.render.gathering.all_columns import linked
from gongkai.render.gathering.phones import Phone, phones_of
from gongkai.render.listing import FacetView, Listing
from gongkai.render.lists.lined import Narrowing, script
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.parts import Column, ColumnRow, MapEntry, Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View

Groups = Sequence[tuple[str, Sequence[ColumnRow]]]
#: what a search can be narrowed by; English pages have no 主题 and no 服务对象
FILTERS = (
    ("type", "类型"), ("unit", "单位"), ("year", "年份"),
    ("status", "状态"), ("topic", "主题"), ("audience", "服务对象"),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class IndexView(View):
    """Grouped links with counts; ``csv`` and ``data`` lead to the same as data."""

    crumbs: Crumbs
    title: str
    intro: str | None
    groups: Groups
    feeds: list[FeedLinks]
    csv: str
    data: str | None
    #: what a browser needs to narrow what the links lead to
    narrowing: Narrowing | None


class CatalogueIndexView(IndexView):
    """The first page of the catalogue."""

    TEMPLATE = "lists/catalogue-index.html"


@dataclass(frozen=True)
class UnitRow:
    """A unit, how much of it there is, and the number to ask at where it gave one."""

    unit: Unit
    count: int
    phone: Phone | None


@dataclass(frozen=True, kw_only=True)
class UnitsView(View):
    """All units by kind."""

    TEMPLATE = "lists/units.html"

    crumbs: Crumbs
    title: str
    intro: str
    groups: list[tuple[str, list[UnitRow]]]
    total: int
    data: str | None


@dataclass(frozen=True, kw_only=True)
class ColumnsView(View):
    """Every column; ``folds`` are (list, how many it holds, the ways into it)."""

    TEMPLATE = "lists/columns.html"

    crumbs: Crumbs
    title: str
    groups: Groups
    folds: list[tuple[str, str, Groups]]


@dataclass(frozen=True, kw_only=True)
class SearchView(View):
    """The search page, with links for readers whose browser runs no scripts."""

    TEMPLATE = "search.html"

    crumbs: Crumbs
    groups: Groups
    #: (name, label) of what results can be narrowed by
    filters: Sequence[tuple[str, str]]
    #: the letters by which names are found; none in English
    letters: Letters = field(default_factory=list)


def planned(site: Site) -> Iterator[Planned]:
    """全部栏目, the units, and the search."""
    yield Planned("columns/", "columns", lambda: _columns(site))
    yield Planned("units/", "columns", lambda: _units(site))
    yield Planned("search/", "search", lambda: _search(site))


def index_page(
    site: Site,
    url: str,
    title: str,
    kind: type[IndexView],
    groups: Groups,
    *,
    intro: str | None = None,
    narrowing: Narrowing | None = None,
) -> Page:
    """A page of grouped links with counts, and the way to the open data and the feed of the same name."""
    shown = [
        (heading, [(label, site.links.href(url, address), count) for label, address, count in rows])
        for heading, rows in groups
        if rows
    ]
    section = url.rstrip("/")
    feeds = site.links.feed_links(url, [section] if section in site.facts.made.feeds else ["all"])
    view = kind(
        crumbs=[*site.links.crumbs(url), (title, None)],
        title=title,
        intro=intro,
        groups=shown,
        feeds=feeds,
        csv=site.links.href(url, url + "list.csv"),
        data=site.links.href(url, f"data/#{section}") if section in site.facts.made.datasets else None,
        narrowing=narrowing,
    )
    head = list_head(site.facts, url, title, feeds, description=intro or title)
    if narrowing:
        head += script(site, url)
    look = kind.TEMPLATE.removeprefix("lists/").removesuffix(".html")
    return Page(url, section, title_of(site.links, title), head, site.templates.filled(view, url), look)


def _columns(site: Site) -> Page:
    """All columns in groups, and folded below them the ways into each list."""
    url, title = "columns/", "全部栏目"
    folds: list[tuple[str, str, Groups]] = []
    for listing in site.facts.listings:
        ways = [(f"按{facet.plan.label}", _choices(listing, facet)) for facet in listing.facets[:3]]
        if ways and listing.records:
            shown = [(h, [(label, site.links.href(url, a), n) for label, a, n in rows]) for h, rows in ways]
            folds.append((listing.label, f"{len(listing.records)} 件", shown))
    feeds = site.links.feed_links(url, ["all"])
    crumbs = [*site.links.crumbs(url), (title, None)]
    view = ColumnsView(crumbs=crumbs, title=title, groups=linked(site, url), folds=folds)
    content = site.templates.filled(view, url)
    head = list_head(site.facts, url, title, feeds, description="本栏目的全部内容，分组列出")
    return Page(url, "columns", title_of(site.links, title), head, content, "columns")


def _choices(listing: Listing, facet: FacetView) -> list[ColumnRow]:
    base = f"{listing.section}/{facet.plan.name}/"
    return [(label, f"{base}{slug}/", f"{len(records)} 件") for slug, label, records in facet.values]


def _units(site: Site) -> Page:
    url, title, units = "units/", "单位", site.facts.register.units
    kinds = [
        (kind.value, [each for each in units if each.kind == kind and each.state == "在用"])
        for kind in in_order(unit.kind for unit in units)
    ]
    kinds.append(("已撤并", [each for each in units if each.state != "在用"]))
    view = UnitsView(
        crumbs=[*site.links.crumbs(url), (title, None)],
        title=title,
        intro="打电话、找地址，或者按单位查找已公开的信息。没有写电话的，打开单位的网页看。",
        total=len(units),
        groups=[(kind, [_unit_row(site.facts, each) for each in found]) for kind, found in kinds if found],
        data=site.links.href(url, "data/#units") if "units" in site.facts.made.datasets else None,
    )
    feeds = site.links.feed_links(url, ["units" if "units" in site.facts.made.feeds else "all"])
    head = list_head(site.facts, url, title, feeds, description=view.intro)
    return Page(url, "units", title_of(site.links, title), head, site.templates.filled(view, url), "units")


def _unit_row(facts: Facts, unit: Unit) -> UnitRow:
    phones = phones_of(facts, [unit])
    return UnitRow(unit, len(facts.register.records_of(unit)), phones[0] if phones else None)


def _search(site: Site) -> Page:
    url, title = "search/", "搜索"
    groups: list[tuple[str, list[ColumnRow]]] = [
        (
            "按类型",
            [(each.label, f"{each.section}/", f"{len(each.records)} 件") for each in site.facts.listings],
        )
    ]
    for listing in site.facts.listings[:1]:
        for facet in listing.facets:
            groups.append((f"{listing.label}·按{facet.plan.label}", _choices(listing, facet)))
    shown = [(h, [(label, site.links.href(url, a), n) for label, a, n in rows]) for h, rows in groups if rows]
    view = SearchView(
        crumbs=[*site.links.crumbs(url), (title, None)],
        groups=shown,
        filters=FILTERS,
        letters=links_to(site, letters_of(site.facts), url),
    )
    content = site.templates.filled(view, url)
    assets = site.templates.assets
    script = search_tags(assets, "index/", lambda path: site.links.href(url, path))
    head = list_head(site.facts, url, title, [], description="搜索政策、解读、会议和公开信息") + script
    return Page(url, "search", title_of(site.links, title), head, content, "search-page")


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    """The pages that lead on; not that for readers alone: the search."""
    yield from (("columns/", None), ("units/", None))


def _in_columns(facts: Facts) -> Iterator[Column]:
    if count := len(facts.register.units):
        yield Column("单位", "units/", f"{count} 个", place=(ColumnGroup.UNITS, 10))
    yield Column("搜索", "search/", place=(ColumnGroup.HELP, 10))


PART = Part(planned, in_map=_in_map, columns=_in_columns)
