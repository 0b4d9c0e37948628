"""有新的告诉我: what to follow, when and how; one choice is an address, several are a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gongkai.exports.made import Feed
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.follow_channel import FollowChannel
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.following import FollowWay
from gongkai.records.vocabulary.units import UnitKind
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering import opml
from gongkai.render.gathering.feed_pages import URL
from gongkai.render.parts import Column, File, Part, nothing
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View

TITLE = "有新的告诉我"
WHOLE = f"{URL}all.opml"
#: how many units stand before the fold, and how many of them are those next door
NEAR, NEXT_DOOR = 6, 3
#: how the names of feeds begin that stand in groups of their own, and the feed of everything
_APART = ("unit-", "topic-", "domain-", "theme-", "audience-", "life-", "all")


@dataclass(frozen=True)
class Choice:
    """One thing to follow: its feed by name, its words, its page, its calendar."""

    name: str
    label: str
    href: str
    calendar: str


@dataclass(frozen=True)
class Choices:
    """A group to choose from; ``folded`` are those behind the first."""

    heading: str
    first: list[Choice]
    folded: list[Choice]
    #: what opens the fold
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class FollowView(View):
    """Three steps: what, when, and by which way."""

    TEMPLATE = "lists/feeds.html"

    crumbs: Crumbs
    title: str
    #: the column's own address: what a reader's program is given is whole
    root: str
    what: list[Choices]
    when: list[Choice]
    whole: str
    channels: list[FollowChannel]
    #: the ways by which nothing is sent
    absent: list[str]


def planned(site: Site) -> Iterator[Planned]:
    """The page; those of single feeds are made beside it."""
    yield Planned(URL, "columns", lambda: _page(site))


def _page(site: Site) -> Page:
    register = site.facts.register
    known = register.everything(FollowChannel)
    ways = {each.way for each in known}
    view = FollowView(
        crumbs=[*site.links.crumbs(URL), ("订阅", None)],
        title=TITLE,
        root=register.column.root,
        what=list(_what(site)),
        when=[_choice(site, feed) for name, feed in _feeds(site.facts).items() if name.startswith("life-")],
        whole=site.links.href(URL, WHOLE),
        channels=list(known),
        absent=[way.value for way in FollowWay if way not in ways],
    )
    described = "选关心的事情和单位，有新的内容，用 RSS、日历收到"
    feeds = site.links.feed_links(URL, ["all"])
    head = list_head(site.facts, URL, TITLE, feeds, description=described)
    return Page(URL, "columns", title_of(site.links, TITLE), head, site.templates.filled(view, URL), "feeds")


def _feeds(facts: Facts) -> Mapping[str, Feed]:
    """All but the English one, which is told of on English pages."""
    return {name: feed for name, feed in facts.made.feeds.items() if name != "en"}


def _choice(site: Site, feed: Feed, label: str = "") -> Choice:
    words = label or feed.title.partition("：")[2] or feed.title
    return Choice(feed.name, words, site.links.href(URL, feed.twin), feed.calendar)


def _what(site: Site) -> Iterator[Choices]:
    feeds = _feeds(site.facts)

    def named(start: str) -> list[Choice]:
        return [_choice(site, feed) for name, feed in feeds.items() if name.startswith(start)]

    matters = named("theme-")
    names = {each.label for each in matters}
    # a matter may be called as one of its 领域: whoever chooses sees which is which
    domains = [
        replace(each, label=f"{each.label}（领域）") if each.label in names else each
        for each in named("domain-")
    ]
    if matters:
        rest = [*matters[NEAR:], *domains]
        yield Choices("事情", matters[:NEAR], rest, f"其他 {len(rest)} 件事情和领域")
    else:
        yield Choices("领域", domains[:NEAR], domains[NEAR:], f"其他 {len(domains[NEAR:])} 个领域")
    near, others = _units(site, feeds)
    yield Choices("单位", near, others, f"其他 {len(others)} 个单位")
    yield Choices("您是谁", named("audience-"), [])
    kinds = [_choice(site, feed) for name, feed in feeds.items() if not name.startswith(_APART)]
    more = f"{len(kinds)} 种信息、{len(named('topic-'))} 个公文主题"
    yield Choices("整个专栏", [_choice(site, feeds["all"])], [*kinds, *named("topic-")], more)


def _units(site: Site, feeds: Mapping[str, Feed]) -> tuple[list[Choice], list[Choice]]:
    """Those next door and those that publish most first; all others in the order of the units."""
    register = site.facts.register
    units = [unit for unit in register.units if f"unit-{unit.slug}" in feeds]
    busy = sorted(units, key=lambda unit: (-len(register.records_of(unit)), unit.id))
    streets = [unit for unit in busy if unit.kind.meant is UnitKind.STREET][:NEXT_DOOR]
    near = [*streets, *(unit for unit in busy if unit.kind.meant is UnitKind.DEPARTMENT)][:NEAR]

    def choice(unit: Unit) -> Choice:
        return _choice(site, feeds[f"unit-{unit.slug}"], unit.label)

    return [choice(unit) for unit in near], [choice(unit) for unit in units if unit not in near]


def _files(facts: Facts) -> Iterator[File]:
    """Every feed in one file: what readers without scripts can take."""
    column = facts.register.column
    feeds = [(feed.title, column.root + feed.rss, column.root + feed.twin) for feed in _feeds(facts).values()]
    yield WHOLE, opml.written(f"{column.name} · {column.portal}", feeds)


def _in_columns(facts: Facts) -> Iterator[Column]:
    yield Column("订阅更新", URL, f"{len(_feeds(facts))} 个", place=(ColumnGroup.DATA, 30))


PART = Part(planned, _files, nothing, _in_columns)
