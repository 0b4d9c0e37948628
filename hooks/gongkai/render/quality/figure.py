"""One figure: what it counts, its trend, its units and months, and what does not count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from markupsafe import Markup

from gongkai.law.figures import About, Case, Kind, League, Listing, Measured, league
from gongkai.law.figures.league import Placed
from gongkai.render.charts.lines import lines
from gongkai.render.frame.links import Links
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.quality import badges, figure_list
from gongkai.render.quality.cards import document
from gongkai.render.quality.figure_list import CaseRow, list_of, row_of
from gongkai.render.quality.figure_words import TITLE, URL, Told, address, points, tell, top_of, unit_address
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View

#: so many of those that do not count stand on the figure's own page
SHOWN = 20


class _Units(TypedDict):
    """Fields of a figure's view: the units side by side."""

    league: League
    ranked: list[tuple[Placed, str, str]]
    apart: list[tuple[Placed, str]]


class _Faults(TypedDict):
    """Fields of a figure's view: what does not count, and where everything is listed."""

    faults: list[CaseRow]
    fault_count: int
    list_href: str
    list_words: str
    csv: str | None


@dataclass(frozen=True, kw_only=True)
class FigureView(View):
    """A figure now, by year, month and unit, with what does not count."""

    TEMPLATE = "lists/figure.html"

    crumbs: Crumbs
    title: str
    measured: Measured
    about: About
    #: whether it is a share, not a number
    share: bool
    told: Told
    years: list[Told]
    months: list[Told]
    drawing: Markup | None
    league: League
    #: (unit, link, value)
    ranked: list[tuple[Placed, str, str]]
    #: (unit, link) where too few cases make a share
    apart: list[tuple[Placed, str]]
    faults: list[CaseRow]
    fault_count: int
    list_href: str
    list_words: str
    csv: str | None
    badge: badges.Badge


def planned(site: Site, measured: Measured) -> Iterator[Planned]:
    """The figure's page and the pages of its list."""
    yield Planned(address(measured), "quality", lambda: _page(site, measured))
    yield from figure_list.planned(site, measured)


def _page(site: Site, measured: Measured) -> Page:
    url, title = address(measured), measured.name
    about = measured.about
    view = FigureView(
        crumbs=[*site.links.crumbs(url, (TITLE, URL)), (title, None)],
        title=title,
        measured=measured,
        about=about,
        share=about.kind is Kind.SHARE,
        told=tell(measured, measured.present),
        years=[tell(measured, year) for year in reversed(measured.years)],
        months=_months(measured),
        drawing=_drawing(measured),
        **_units(site, measured, url),
        **_faults(site.links, measured, url),
        badge=badges.shown(site, url, badges.figure_address(measured), title),
    )
    content = site.templates.filled(view, url)
    said = f"{title}：{about.among}里，{about.counted}"
    head = list_head(site.facts, url, title, [], description=said)
    text = "\n".join([said, about.note, *(f"{each.period} {each.value}" for each in view.years)])
    made = document(site.facts, url, title, text)
    return Page(
        url, "quality", title_of(site.links, f"{title} - {TITLE}"), head, content, "figure", document=made
    )


def _months(measured: Measured) -> list[Told]:
    months = [tell(measured, month) for month in measured.months]
    return months if any(month.tally.whole or month.tally.waived for month in months) else []


def _drawing(measured: Measured) -> Markup | None:
    if not measured.years:
        return None
    return lines("qushi", f"{measured.name}历年变化", points(measured), top=top_of(measured))


def _units(site: Site, measured: Measured, url: str) -> _Units:
    """The units side by side: ranked by share, or only counted."""
    known = {unit.id for unit in measured.units}
    units = [unit for unit in site.facts.register.units if unit.id in known]
    found = league(measured, measured.present, units)
    rows = [
        (each, site.links.href(url, unit_address(each.unit)), measured.value(each.counts))
        for each in found.ranked
    ]
    apart = [(each, site.links.href(url, unit_address(each.unit))) for each in found.apart]
    if measured.about.kind is not Kind.SHARE:
        counted = sorted([*found.ranked, *found.apart], key=lambda each: -each.counts.counted)
        rows, apart = [], [(each, site.links.href(url, unit_address(each.unit))) for each in counted]
    return {"league": found, "ranked": rows, "apart": apart}


def _faults(links: Links, measured: Measured, url: str) -> _Faults:
    """What does not count, in the present period (for numbers of faults: what counts)."""
    found = list_of(measured)
    cases = measured.cases_in(measured.present)
    wanted = [case for case in cases if _is_fault(measured, case)]
    return {
        "faults": [row_of(links, case, url, measured) for case in wanted[:SHOWN]] if found else [],
        "fault_count": len(wanted),
        "list_href": links.href(url, found.url) if found else links.href(url, measured.about.elsewhere[1]),
        "list_words": f"全部名单（{len(found.cases)} 条）" if found else measured.about.elsewhere[0],
        "csv": links.href(url, f"{found.url}list.csv") if found else None,
    }


def _is_fault(measured: Measured, case: Case) -> bool:
    if measured.about.kind is Kind.SHARE:
        return case.waived or case.counted < case.whole
    return (
        measured.about.kind is Kind.COUNT
        and measured.about.listing is not Listing.ELSEWHERE
        and case.counted > 0
    )
