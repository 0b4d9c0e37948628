"""Units side by side and each by itself: every figure of a unit, and the order of all."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

from gongkai.law.figures import Kind, Measured, Period, league
from gongkai.records.types.unit import Unit
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.quality.cards import document
from gongkai.render.quality.figure_words import TITLE, URL, address, period_of, tell, unit_address
from gongkai.render.site import Site

LEAGUE_URL, LEAGUE = f"{URL}units/", "各单位公开情况"
#: what units are ranked by, and what is told of them beside it
RANKED_BY = "duties-in-time"
BESIDE = ("duties-fulfilled", "duties-overdue")


def planned(site: Site) -> Iterator[Planned]:
    """The league and a page for each unit that has a case in any figure."""
    yield Planned(LEAGUE_URL, "quality", lambda: _league(site))
    for unit in units_of(site):
        yield _unit_planned(site, unit)


def units_of(site: Site) -> list[Unit]:
    """The units that answer for anything a figure counts, in their own order."""
    known = {unit.id for each in site.figures.values() for unit in each.units}
    return [unit for unit in site.register.units if unit.id in known]


def _unit_planned(site: Site, unit: Unit) -> Planned:
    return Planned(unit_address(unit), "quality", lambda: _unit(site, unit))


def _unit(site: Site, unit: Unit) -> Page:
    url, title = unit_address(unit), f"{unit.name}：{TITLE}"
    found = [each for each in site.figures.values() if unit in each.units]
    before = Period(site.register.today.year - 1)
    rows = [
        (
            each.name,
            site.link(url, address(each)),
            _small(each, unit),
            tell(each, each.present, unit),
            tell(each, before, unit),
        )
        for each in found
    ]
    view = SimpleNamespace(
        crumbs=[*site.crumbs(url, (TITLE, URL), (LEAGUE, LEAGUE_URL)), (unit.label, None)],
        title=title,
        unit=unit,
        before=str(before),
        rows=rows,
    )
    content = site.template("lists/quality-unit.html", url, view=view)
    head = list_head(site, url, title, [], description=f"{unit.name}各项公开质量指标")
    text = "\n".join(f"{name} {told.value} {told.counts}" for name, _, _, told, _ in rows)
    made = document(site, url, title, text)
    return Page(url, "quality", title_of(site, title), head, content, "quality-unit", document=made)


def _small(measured: Measured, unit: Unit) -> bool:
    """Too few cases for a share to say anything."""
    share = measured.about.kind is Kind.SHARE
    return share and measured.tally(measured.present, unit).whole < measured.norm.fewest


def _league(site: Site) -> Page:
    measured = site.figures.get(RANKED_BY)
    beside = [site.figures[name] for name in BESIDE if name in site.figures]
    view = SimpleNamespace(
        crumbs=[*site.crumbs(LEAGUE_URL, (TITLE, URL)), (LEAGUE, None)],
        title=LEAGUE,
        measured=measured,
        others=_others(site, set()),
        columns=[each.name for each in beside],
    )
    if measured is not None:
        found = league(measured, measured.present, units_of(site))
        view.period = period_of(measured, measured.present)
        view.fewest = found.fewest
        view.figure_href = site.link(LEAGUE_URL, address(measured))
        view.others = _others(site, {each.unit.id for each in (*found.ranked, *found.apart)})
        view.ranked = [_row(site, measured, beside, each.unit, each.place) for each in found.ranked]
        view.apart = [_row(site, measured, beside, each.unit, None) for each in found.apart]
    content = site.template("lists/league.html", LEAGUE_URL, view=view)
    head = list_head(
        site, LEAGUE_URL, LEAGUE, [], description="各单位履行公开事项的情况，件数少的单位不排名次"
    )
    made = document(site, LEAGUE_URL, LEAGUE, "\n".join(unit.name for unit in units_of(site)))
    return Page(LEAGUE_URL, "quality", title_of(site, LEAGUE), head, content, "league", document=made)


def _row(
    site: Site, measured: Measured, beside: list[Measured], unit: Unit, place: int | None
) -> SimpleNamespace:
    return SimpleNamespace(
        unit=unit,
        href=site.link(LEAGUE_URL, unit_address(unit)),
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
        (unit, site.link(LEAGUE_URL, unit_address(unit))) for unit in units_of(site) if unit.id not in placed
    ]
