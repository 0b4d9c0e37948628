"""The silent first, then units × duties with their states; and what is missing, duty by duty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.records.types.unit import Unit
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.owed.tables import Block, Head, Single, blocks, by_kind, heads_of, singles
from gongkai.render.owed.words import (
    ABSENT,
    ABSENT_URL,
    TITLE,
    URL,
    Beside,
    Chip,
    beside_matrix,
    counts,
    ended,
    kept,
    missing,
    unit_url,
)
from gongkai.render.quality.cards import document
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View


@dataclass(frozen=True)
class Lacking:
    """A unit, what it kept of all that it owes, and what is missing."""

    unit: Unit
    href: str
    kept: int
    owed: int
    #: what is missing, as the tables name it
    missing: list[str]


@dataclass(frozen=True, kw_only=True)
class OverviewView(View):
    """Every unit and every norm in force."""

    TEMPLATE = "lists/owed.html"

    crumbs: Crumbs
    title: str
    units: int
    counts: list[Chip]
    #: what records have a day for and is late: another count
    dated: Beside
    silent: list[tuple[Unit, str]]
    blocks: list[Block]
    singles: list[Single]
    #: (kind, units) with what each lacks, the government first
    groups: list[tuple[str, list[Lacking]]]
    absent: str
    #: (title, link) of what is asked no longer: its sheet stays, with the notice
    ended: list[tuple[str, str]]
    data: str | None
    #: the subscription of what became late and what was made up for
    feeds: list[FeedLinks]


@dataclass(frozen=True, kw_only=True)
class AbsentView(View):
    """What is missing, the most often missing duty first; the silent; the duties nobody is named for."""

    TEMPLATE = "lists/owed-absent.html"

    crumbs: Crumbs
    title: str
    units: int
    owed: int
    missing: int
    heads: list[Head]
    silent: list[tuple[Unit, str]]
    unnamed: list[Head]


def overview(site: Site) -> Page:
    matrix = site.facts.law.matrix
    made = "owed" in site.facts.made.datasets
    view = OverviewView(
        crumbs=[*site.links.crumbs(URL), (TITLE, None)],
        title=TITLE,
        units=len({mark.unit.id for mark in matrix.marks}),
        counts=counts(matrix),
        dated=beside_matrix(site, URL),
        silent=_silent(site, URL),
        blocks=blocks(site),
        singles=singles(site),
        groups=[(kind, [_lacking(site, unit) for unit in units]) for kind, units in by_kind(site)],
        absent=site.links.href(URL, ABSENT_URL),
        ended=[
            (each.title, site.links.href(URL, each.place)) for each in matrix.norms if ended(matrix, each)
        ],
        data=site.links.href(URL, "data/#owed") if made else None,
        feeds=site.links.feed_links(URL, ["owed"]),
    )
    described = "各单位应当公开什么、公开了没有，从来没有公开过的单位也在内"
    return _page(site, URL, TITLE, view, described, "owed", view.feeds)


def absent(site: Site) -> Page:
    matrix = site.facts.law.matrix
    heads = sorted(heads_of(site, ABSENT_URL), key=lambda head: head.kept - head.owed)
    view = AbsentView(
        crumbs=[*site.links.crumbs(ABSENT_URL, (TITLE, URL)), (ABSENT, None)],
        title=ABSENT,
        units=len({mark.unit.id for mark in matrix.marks}),
        owed=kept(matrix.marks)[1],
        missing=len(missing(matrix.marks)),
        heads=[head for head in heads if matrix.of_norm(head.norm)],
        silent=_silent(site, ABSENT_URL),
        unnamed=[head for head in heads if not matrix.of_norm(head.norm)],
    )
    return _page(site, ABSENT_URL, ABSENT, view, "应当公开而没有公开的，按事项和单位列出", "owed-absent")


def _page(
    site: Site, url: str, title: str, view: View, described: str, body: str, feeds: Sequence[FeedLinks] = ()
) -> Page:
    head = list_head(site.facts, url, title, [*feeds], description=described)
    content = site.templates.filled(view, url)
    found = document(site.facts, url, title, described)
    return Page(url, "columns", title_of(site.links, title), head, content, body, document=found)


def _silent(site: Site, url: str) -> list[tuple[Unit, str]]:
    return [(unit, site.links.href(url, unit_url(unit))) for unit in site.facts.law.matrix.silent]


def _lacking(site: Site, unit: Unit) -> Lacking:
    marks = site.facts.law.matrix.of_unit(unit)
    names = [mark.norm.label for mark in missing(marks)]
    return Lacking(unit, site.links.href(URL, unit_url(unit)), *kept(marks), names)
