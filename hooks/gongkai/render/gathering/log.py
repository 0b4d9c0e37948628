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
from gongkai.render.lists.paging import PagedView, numbers
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.parts import Column, MapEntry, Part
from gongkai.render.site import Crumbs, Site

URL, TITLE = "log/", "发布日志"
PAGE_SIZE = 50


@dataclass(frozen=True)
class Log:
    """The whole log, cut into pages."""

    events: Sequence[LogEntry]

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.events) // PAGE_SIZE))

    def page_url(self, number: int) -> str:
        return URL if number == 1 else f"{URL}page/{number}/"


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


def planned(site: Site) -> Iterator[Planned]:
    """Every page of the log."""
    log = Log(site.facts.made.log)
    for number in range(1, log.pages + 1):
        yield _planned(site, log, number)


def _planned(site: Site, log: Log, number: int) -> Planned:
    return Planned(log.page_url(number), "columns", lambda: _page(site, log, number))


def _page(site: Site, log: Log, number: int) -> Page:
    url = log.page_url(number)
    feeds = site.links.feed_links(url, ["log"])
    start = (number - 1) * PAGE_SIZE
    view = LogView(
        **numbers(site.links, log, number, url),
        crumbs=[*site.links.crumbs(url), (TITLE, None)],
        title=TITLE,
        total=len(log.events),
        events=log.events[start : start + PAGE_SIZE],
        feeds=feeds,
        csv=site.links.href(url, LOG_TABLE),
    )
    content = site.templates.filled(view, url)
    head = list_head(
        site.facts, url, TITLE, feeds, description="本栏目发布、更新、更正、改期和撤下的全部记录"
    )
    title = TITLE if number == 1 else f"{TITLE}（第{number}页）"
    return Page(url, "columns", title_of(site.links, title), head, content, "log")


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    """Its first page, which leads to the others."""
    yield URL, None


def _columns(facts: Facts) -> Iterator[Column]:
    yield Column(TITLE, URL, place=(ColumnGroup.QUALITY, 50))


PART = Part(planned, in_map=_in_map, columns=_columns)
