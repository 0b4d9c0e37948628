"""Every feed as a page for people: its address, how to use it, and what stands in it today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.passing import Stage, stages
from gongkai.exports.made import Feed, LogEntry
from gongkai.records.base import ContentRecord
from gongkai.records.types.follow_channel import FollowChannel
from gongkai.render.frame.language import ENGLISH, language_of
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.english_heads import page_head
from gongkai.render.lists.entries import notes
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.parts import Part, nothing
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View

URL = "feeds/"


@dataclass(frozen=True)
class Told:
    """One entry of a feed as a row; ``chips`` are (kind, words) beside that of its state.

    ``stages``: its state today and on the days ahead, as other lists have it.
    """

    day: dt.date
    kind: str
    title: str
    href: str
    language: str
    chips: list[tuple[str, str]]
    note: str = ""
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FeedView(View):
    """A feed; ``page`` leads to the page it belongs to, ``change`` to the choice of others."""

    TEMPLATE = "lists/feed.html"

    crumbs: Crumbs
    name: str
    #: the whole address, to be copied
    address: str
    links: FeedLinks
    calendar: str | None
    page: str
    change: str
    entries: list[Told]
    #: the services that can send it, with where it is asked for
    channels: list[tuple[FollowChannel, str | None]]


def planned(site: Site) -> Iterator[Planned]:
    """A page for every feed."""
    for feed in site.facts.made.feeds.values():
        yield _planned(site, feed)


def _planned(site: Site, feed: Feed) -> Planned:
    section = "home" if language_of(feed.twin) == ENGLISH else "columns"
    return Planned(feed.twin, section, lambda: _page(site, feed, section))


def _page(site: Site, feed: Feed, section: str) -> Page:
    url, links = feed.twin, site.links
    say = site.templates.words[language_of(url)]
    title = say("订阅：{name}", name=feed.title)
    above = [] if language_of(url) == ENGLISH else [("订阅", URL)]
    own = links.feed_links(url, [feed.name])
    view = FeedView(
        crumbs=[*links.crumbs(url, *above), (feed.title, None)],
        name=feed.title,
        address=site.facts.register.column.root + feed.rss,
        links=own[0],
        calendar=links.href(url, feed.calendar) if feed.calendar else None,
        page=links.href(url, feed.page),
        change=f"{links.href(url, URL)}?f={feed.name}",
        entries=[_told(site, each, url) for each in feed.entries],
        channels=channels(site, feed),
    )
    described = say("{title}：最近 {n} 条和订阅的地址", title=title, n=len(view.entries))
    if language_of(url) == ENGLISH:
        head = page_head(site, url, title, described, own)
    else:
        head = list_head(site.facts, url, title, own, description=described)
    return Page(url, section, title_of(links, title, url=url), head, site.templates.filled(view, url), "feed")


def channels(site: Site, feed: Feed) -> list[tuple[FollowChannel, str | None]]:
    """The services of the district, with the address at which each sends a feed."""
    register = site.facts.register
    known = register.everything(FollowChannel)
    return [(each, each.link_for(register.column.root + feed.rss)) for each in known]


def _told(site: Site, each: ContentRecord | LogEntry, url: str) -> Told:
    say = site.templates.words[language_of(url)]
    if isinstance(each, LogEntry):
        there = site.links.href(url, each.address if each.there else "log/")
        return Told(each.day, each.kind.value, each.title, there, each.language, [], each.note)
    shown = [(kind, say(words)) for kind, words in notes(site.facts, each) if kind != "example"]
    return Told(
        each.published,
        say(each.LABEL),
        each.name,
        site.links.href(url, each),
        each.LANGUAGE,
        shown,
        stages=stages(site.facts.register, each),
    )


#: they repeat what stands elsewhere: search engines are not led to them
PART = Part(planned, in_map=nothing)
