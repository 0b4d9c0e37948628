"""日程: the days of all records that the public may want, as lists by month that need no script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from gongkai.exports.made import CalendarDay
from gongkai.records.traits import ColumnGroup
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.parts import Column, Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

URL, TITLE = "calendar/", "日程"
#: how far ahead the first page looks
AHEAD = 90

Days = list[CalendarDay]
#: (words, address, how many)
Links = list[tuple[str, str, int]]


@dataclass(frozen=True, kw_only=True)
class DaysView(View):
    """The first page, or one of a month; ``months`` are (heading, its days)."""

    TEMPLATE = "lists/days.html"

    crumbs: Crumbs
    title: str
    lead: str
    months: list[tuple[str, list[tuple[dt.date, Days]]]]
    files: list[tuple[str, str]]
    unit_files: list[tuple[str, str]]
    years: list[tuple[int, Links]]
    previous: tuple[str, str] | None = None
    following: tuple[str, str] | None = None


def planned(site: Site) -> Iterator[Planned]:
    """The coming days, and a page for every month that has any."""
    yield Planned(URL, "columns", lambda: _coming(site))
    months = list(_months(site.facts))
    for place in range(len(months)):
        yield _planned(site, months, place)


def month_url(month: str) -> str:
    """The address of a month written ``2026-11``."""
    return f"{URL}{month}/"


def _months(facts: Facts) -> Iterator[tuple[str, Days]]:
    for month, days in groupby(facts.made.days, key=lambda each: f"{each.day:%Y-%m}"):
        yield month, list(days)


def _words(month: str) -> str:
    return f"{month[:4]}年{int(month[5:])}月"


def _by_day(days: Days) -> list[tuple[dt.date, Days]]:
    return [(day, list(found)) for day, found in groupby(days, key=lambda each: each.day)]


def _coming(site: Site) -> Page:
    today = site.facts.register.today
    last = today + dt.timedelta(days=AHEAD)
    coming = [
        (month, [each for each in days if today <= each.day <= last]) for month, days in _months(site.facts)
    ]
    found = [(_words(month), _by_day(days)) for month, days in coming if days]
    count = sum(len(days) for _, days in coming)
    view = DaysView(
        crumbs=[*site.links.crumbs(URL), (TITLE, None)],
        title=TITLE,
        lead=f"今后 {AHEAD} 天里的征集、会议、活动、报名，文件的施行和期满，共 {count} 项。",
        months=found,
        files=[(each.label, site.links.href(URL, each.path)) for each in site.facts.made.calendars.public],
        unit_files=[
            (each.label, site.links.href(URL, each.path))
            for each in site.facts.made.calendars.of_units.values()
        ],
        years=_years(site),
    )
    return _page(site, URL, view, f"今后{AHEAD}天的征集、会议、活动和文件施行日期")


def _years(site: Site) -> list[tuple[int, Links]]:
    """The months that have days, the newest year first."""
    months = [(month, len(days)) for month, days in _months(site.facts)]
    years: dict[int, Links] = {}
    for month, count in months:
        link = (f"{int(month[5:])}月", site.links.href(URL, month_url(month)), count)
        years.setdefault(int(month[:4]), []).append(link)
    return sorted(years.items(), reverse=True)


def _planned(site: Site, months: list[tuple[str, Days]], place: int) -> Planned:
    return Planned(month_url(months[place][0]), "columns", lambda: _month(site, months, place))


def _month(site: Site, months: list[tuple[str, Days]], place: int) -> Page:
    month, days = months[place]
    url, words = month_url(month), _words(month)

    def beside(other: int) -> tuple[str, str] | None:
        if not 0 <= other < len(months):
            return None
        return _words(months[other][0]), site.links.href(url, month_url(months[other][0]))

    view = DaysView(
        crumbs=[*site.links.crumbs(url, (TITLE, URL)), (words, None)],
        title=f"{words}的日程",
        lead=f"共 {len(days)} 项。",
        months=[(words, _by_day(days))],
        files=[],
        unit_files=[],
        years=[],
        previous=beside(place - 1),
        following=beside(place + 1),
    )
    return _page(site, url, view, f"{words}的征集、会议、活动和文件施行日期，共{len(days)}项")


def _page(site: Site, url: str, view: DaysView, description: str) -> Page:
    content = site.templates.filled(view, url)
    head = list_head(site.facts, url, view.title, [], description=description)
    document = None
    if url == URL:
        document = SearchDocument(
            url=url, title=TITLE, number="", text=view.lead, type="日程", unit="", year="", status="",
            date="", extra="日历 iCalendar ics",
        )  # fmt: skip
    return Page(url, "columns", title_of(site.links, view.title), head, content, "days", document=document)


def _columns(facts: Facts) -> Iterator[Column]:
    coming = sum(each.day >= facts.register.today for each in facts.made.days)
    yield Column(TITLE, URL, f"{coming} 项将到" if coming else None, place=(ColumnGroup.ANSWERS, 40))


PART = Part(planned, columns=_columns)
