"""发布日志 as pages: what was published, updated, corrected, moved and withdrawn, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.exports.made import LOG_TABLE, LogEntry
from gongkai.records.traits import ColumnGroup
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.log_lines import URL, lined, narrowing
from gongkai.render.lists.by_age import ByAge
from gongkai.render.lists.leading import leading_pages
from gongkai.render.lists.lined import Narrowing, script
from gongkai.render.lists.paging import PagedView
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.parts import Column, File, MapEntry, Part
from gongkai.render.site import Crumbs, Site

TITLE = "发布日志"
PAGE_SIZE = 50


@dataclass(frozen=True, kw_only=True)
class LogView(PagedView):
    """A page of the log."""

    TEMPLATE = "lists/log.html"

    crumbs: Crumbs
    title: str
    total: int
    events: Sequence[LogEntry]
    feeds: list[FeedLinks]
    csv: str
    #: what a browser needs to narrow it, on its newest page
    narrowing: Narrowing | None


def planned(site: Site) -> Iterator[Planned]:
    """Every page of the log."""
    cut = ByAge(URL, len(site.facts.made.log), PAGE_SIZE)
    for number in cut.numbers:
        yield _planned(site, cut, number)
    yield from leading_pages(site, cut)


def _planned(site: Site, cut: ByAge, number: int) -> Planned:
    return Planned(cut.page_url(number), "columns", lambda: _page(site, cut, number))


def _page(site: Site, cut: ByAge, number: int) -> Page:
    url = cut.page_url(number)
    feeds = site.links.feed_links(url, ["log"])
    view = LogView(
        **cut.told(site.links, number, url),
        crumbs=[*site.links.crumbs(url), (TITLE, None)],
        title=TITLE,
        total=cut.count,
        events=site.facts.made.log[cut.span(number)],
        feeds=feeds,
        csv=site.links.href(url, LOG_TABLE),
        narrowing=narrowing(site.facts) if url == URL else None,
    )
    content = site.templates.filled(view, url)
    head = list_head(
        site.facts,
        url,
        TITLE,
        feeds,
        description="本栏目发布、更新、更正、改期、撤下、废止和改名的全部记录",
    )
    if view.narrowing:
        head += script(site, url)
    return Page(url, "columns", title_of(site.links, cut.titled(TITLE, number)), head, content, "log")


def _files(facts: Facts) -> Iterator[File]:
    """Its lines for browsers that narrow it."""
    yield from lined(facts).files()


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    """Its first page, which leads to the others."""
    yield URL, None


def _columns(facts: Facts) -> Iterator[Column]:
    yield Column(TITLE, URL, place=(ColumnGroup.QUALITY, 50))


PART = Part(planned, _files, in_map=_in_map, columns=_columns)
