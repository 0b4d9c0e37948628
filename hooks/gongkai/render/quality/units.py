"""Units side by side and each by itself: every figure of a unit, and the order of all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai.law.figures import Kind, Measured, Period, Tally, league
from gongkai.records.types.unit import Unit
from gongkai.render.facts import Facts
from gongkai.render.frame.links import Links
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.quality.cards import document
from gongkai.render.quality.figure_words import TITLE, URL, Told, address, period_of, tell, unit_address
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View

LEAGUE_URL, LEAGUE = f"{URL}units/", "各单位公开情况"
#: what units are ranked by, and what is told of them beside it
RANKED_BY = "duties-in-time"
BESIDE = ("duties-fulfilled", "duties-overdue")


@dataclass(frozen=True, kw_only=True)
class UnitView(View):
    """All figures of a unit; ``rows`` are (name, link, too few for a share, now, the year before)."""

    TEMPLATE = "lists/quality-unit.html"

    crumbs: Crumbs
    title: str
    unit: Unit
    before: str
    rows: list[tuple[str, str, bool, Told, Told]]


@dataclass(frozen=True)
class LeagueRow:
    """A unit with its place, None where it has too few cases for one."""

    unit: Unit
    href: str
    place: int | None
    told: Told
    #: (name of the figure, its value where that says anything, its counts, whether it is a share)
    beside: list[tuple[str, str | None, Tally, bool]]


@dataclass(frozen=True, kw_only=True)
class LeagueView(View):
    """The units ranked by one figure; without that figure only their names."""

    TEMPLATE = "lists/league.html"

    crumbs: Crumbs
    title: str
    measured: Measured | None = None
    columns: list[str]
    others: list[tuple[Unit, str]]
    period: str = ""
    fewest: int = 0
    figure_href: str = ""
    ranked: list[LeagueRow] = field(default_factory=list)
    apart: list[LeagueRow] = field(default_factory=list)


def planned(site: Site) -> Iterator[Planned]:
    """The league and a page for each unit that has a case in any figure."""
    yield Planned(LEAGUE_URL, "quality", lambda: _league(site))
    for unit in units_of(site.facts):
        yield _unit_planned(site, unit)


def units_of(facts: Facts) -> list[Unit]:
    """The units that answer for anything a figure counts, in their own order."""
    known = {unit.id for each in facts.law.figures.values() for unit in each.units}
    return [unit for unit in facts.register.units if unit.id in known]


def _unit_planned(site: Site, unit: Unit) -> Planned:
    return Planned(unit_address(unit), "quality", lambda: _unit(site, unit))


def _unit(site: Site, unit: Unit) -> Page:
    url, title = unit_address(unit), f"{unit.name}：{TITLE}"
    found = [each for each in site.facts.law.figures.values() if unit in each.units]
    # of figures up to today no year is told; those of a year tell one of the same
    year = max((each.year for each in found), default=site.facts.register.today.year)
    before = Period(year - 1)
    rows = [
        (
            each.name,
            site.links.href(url, address(each)),
            _small(each, unit),
            tell(each, each.present, unit),
            tell(each, before, unit),
        )
        for each in found
    ]
    view = UnitView(
        crumbs=[*site.links.crumbs(url, (TITLE, URL), (LEAGUE, LEAGUE_URL)), (unit.label, None)],
        title=title,
        unit=unit,
        before=str(before),
        rows=rows,
    )
    content = site.templates.filled(view, url)
    head = list_head(site.facts, url, title, [], description=f"{unit.name}各项公开质量指标")
    text = "\n".join(f"{name} {told.value} {told.counts}" for name, _, _, told, _ in rows)
    made = document(site.facts, url, title, text)
    return Page(url, "quality", title_of(site.links, title), head, content, "quality-unit", document=made)


def _small(measured: Measured, unit: Unit) -> bool:
    """Too few cases for a share to say anything."""
    share = measured.about.kind is Kind.SHARE
    return share and measured.tally(measured.present, unit).whole < measured.norm.fewest


def _league(site: Site) -> Page:
    content = site.templates.filled(_league_view(site), LEAGUE_URL)
    head = list_head(
        site.facts, LEAGUE_URL, LEAGUE, [], description="各单位履行公开事项的情况，件数少的单位不排名次"
    )
    made = document(site.facts, LEAGUE_URL, LEAGUE, "\n".join(unit.name for unit in units_of(site.facts)))
    return Page(LEAGUE_URL, "quality", title_of(site.links, LEAGUE), head, content, "league", document=made)


def _league_view(site: Site) -> LeagueView:
    crumbs = [*site.links.crumbs(LEAGUE_URL, (TITLE, URL)), (LEAGUE, None)]
    measured = site.facts.law.figures.get(RANKED_BY)
    beside = [site.facts.law.figures[name] for name in BESIDE if name in site.facts.law.figures]
    columns = [each.name for each in beside]
    if measured is None:
        return LeagueView(crumbs=crumbs, title=LEAGUE, columns=columns, others=_others(site, set()))
    found = league(measured, measured.present, units_of(site.facts))
    return LeagueView(
        crumbs=crumbs,
        title=LEAGUE,
        measured=measured,
        columns=columns,
        others=_others(site, {each.unit.id for each in (*found.ranked, *found.apart)}),
        period=period_of(measured, measured.present),
        fewest=found.fewest,
        figure_href=site.links.href(LEAGUE_URL, address(measured)),
        ranked=[_row(site.links, measured, beside, each.unit, each.place) for each in found.ranked],
        apart=[_row(site.links, measured, beside, each.unit, None) for each in found.apart],
    )


def _row(
    links: Links, measured: Measured, beside: list[Measured], unit: Unit, place: int | None
) -> LeagueRow:
    return LeagueRow(
        unit=unit,
        href=links.href(LEAGUE_URL, unit_address(unit)),
        place=place,
        told=tell(measured, measured.present, unit),
        beside=[
            (each.name, None if _small(each, unit) else tell(each, each.present, unit).value,
             tell(each, each.present, unit).tally, each.about.kind is Kind.SHARE)
            for each in beside
        ],
    )  # fmt: skip


def _others(site: Site, placed: set[str]) -> list[tuple[Unit, str]]:
    """Units that have figures, but nothing in this period of what is ranked by."""
    return [
        (unit, site.links.href(LEAGUE_URL, unit_address(unit)))
        for unit in units_of(site.facts)
        if unit.id not in placed
    ]
