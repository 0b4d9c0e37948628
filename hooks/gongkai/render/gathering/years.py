"""What was told in a year, by month, a line each: of a section, above its addresses; of a unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gongkai.column.news import News, news_of
from gongkai.records.types.unit import Unit
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.listing import Listing
from gongkai.render.lists.by_age import ByAge
from gongkai.render.lists.leading import leading_pages
from gongkai.render.lists.paging import PagedView
from gongkai.render.lists.recent import Recent, rows
from gongkai.render.parts import Part
from gongkai.render.site import Crumbs, Site

#: lines of a page: short ones, so that most years have one page
LINES = 200

#: (words, link, whether it is this one)
Way = tuple[str, str, bool]
#: (words, link, how many)
MonthLink = tuple[str, str, int]


@dataclass(frozen=True)
class Year:
    """A year of a section or of a unit, the newest first; ``years``: the others there are, to go to."""

    base: str
    year: int
    title: str
    told: Sequence[News]
    years: tuple[int, ...]
    #: (words, address) of the breadcrumbs above it, and of the list that can be narrowed
    above: tuple[tuple[str, str], ...]

    @property
    def cut(self) -> ByAge:
        """Its pages."""
        return ByAge(f"{self.base}{self.year}/", len(self.told), LINES)


@dataclass(frozen=True, kw_only=True)
class YearView(PagedView):
    """A page of a year: ``months`` are (id, words, rows)."""

    TEMPLATE = "lists/year.html"

    crumbs: Crumbs
    title: str
    total: int
    years: list[Way]
    months: list[tuple[str, str, list[Recent]]]
    #: (words, link) of the list that can be narrowed
    whole: tuple[str, str]


def planned(site: Site) -> Iterator[Planned]:
    """Sections whose addresses have a year in them, and units."""
    for year in all_years(site.facts):
        for number in year.cut.numbers:
            yield _planned(site, year, number)
        yield from leading_pages(site, year.cut)


def all_years(facts: Facts) -> Iterator[Year]:
    for listing in facts.listings:
        yield from _of_section(listing)
    for unit in facts.register.units:
        yield from years_of(facts, unit)


def _of_section(listing: Listing) -> Iterator[Year]:
    """By the year in the addresses: those of ``policies/2026/``."""
    base = f"{listing.section}/"
    found: dict[int, list[News]] = {}
    for record in listing.records:
        parts = record.url.split("/")
        if len(parts) == 4 and parts[1].isdecimal():
            found.setdefault(int(parts[1]), []).append(News(record.published, record.LABEL, record))
    years = tuple(sorted(found, reverse=True))
    for year in years:
        title = f"{listing.label}：{year}年各月"
        yield Year(base, year, title, found[year], years, ((listing.label, base),))


def years_of(facts: Facts, unit: Unit) -> list[Year]:
    """The years in which a unit had anything to tell, the newest first."""
    told_then = groupby(news_of(facts.register, unit), lambda each: each.day.year)
    by_year = {year: list(each) for year, each in told_then}
    above = (("单位", "units/"), (unit.name, unit.url))
    return [
        Year(unit.url, year, f"{unit.name}：{year}年公布的信息", told, tuple(by_year), above)
        for year, told in by_year.items()
    ]


def months_of(year: Year) -> Iterator[tuple[int, str, int]]:
    """(month, address with its place on the page, how many), the newest first."""
    counts = Counter(each.day.month for each in year.told)
    for place, each in enumerate(year.told):
        if counts[each.day.month] and (place == 0 or year.told[place - 1].day.month != each.day.month):
            address = f"{year.cut.page_url(year.cut.page_of(place))}#{_anchor(each.day.month)}"
            yield each.day.month, address, counts[each.day.month]


def _anchor(month: int) -> str:
    return f"yue-{month}"


def _planned(site: Site, year: Year, number: int) -> Planned:
    url = year.cut.page_url(number)
    return Planned(url, "columns", lambda: _page(site, year, number, url))


def _page(site: Site, year: Year, number: int, url: str) -> Page:
    view = _view(site, year, number, url)
    title = year.cut.titled(year.title, number)
    counted = title if view.pages is None else f"{title}，共{view.total}条"
    head = list_head(site.facts, url, year.title, [], description=f"{counted}，按月列出")
    content = site.templates.filled(view, url)
    return Page(url, "columns", title_of(site.links, title), head, content, "year")


def _view(site: Site, year: Year, number: int, url: str) -> YearView:
    shown = year.told[year.cut.span(number)]
    months = [
        (_anchor(month), f"{month}月", rows(site, told, url))
        for month, told in groupby(shown, lambda each: each.day.month)
    ]
    label, address = year.above[-1]
    return YearView(
        **year.cut.told(site.links, number, url),
        crumbs=[*site.links.crumbs(url, *year.above), (f"{year.year}年", None)],
        title=year.title,
        total=len(year.told),
        years=[_way(site, year, each, url) for each in year.years],
        months=months,
        whole=(label, site.links.href(url, address)),
    )


def _way(site: Site, year: Year, other: int, url: str) -> Way:
    return f"{other}年", site.links.href(url, f"{year.base}{other}/"), other == year.year


PART = Part(planned)
