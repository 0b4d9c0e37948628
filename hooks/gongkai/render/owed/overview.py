"""The silent first, then units × duties with their states; and what is missing, duty by duty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.law.matrix.cell import Mark
from gongkai.records.fields.own_words import in_order
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.unit import Unit
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.owed.words import (
    ABSENT,
    ABSENT_URL,
    CHIPS,
    TITLE,
    URL,
    Chip,
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
class Head:
    """A column of the table: a norm, how many units kept it, of how many."""

    norm: DutyNorm
    href: str
    kept: int
    owed: int


@dataclass(frozen=True)
class Line:
    """A row of the table: a unit, what it kept, the places in the order of the columns."""

    unit: Unit
    href: str
    kept: int
    owed: int
    #: (kind of chip, word) or None where nothing is asked
    places: list[tuple[str, str] | None]
    #: (norm, link, kind of chip, word) of what is missing
    missing: list[tuple[str, str, str, str]]


@dataclass(frozen=True, kw_only=True)
class OverviewView(View):
    """Every unit and every norm in force."""

    TEMPLATE = "lists/owed.html"

    crumbs: Crumbs
    title: str
    units: int
    counts: list[Chip]
    silent: list[tuple[Unit, str]]
    heads: list[Head]
    #: (kind, lines) of units, the government first
    groups: list[tuple[str, list[Line]]]
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
    heads = _heads(site, URL)
    made = "owed" in site.facts.made.datasets
    view = OverviewView(
        crumbs=[*site.links.crumbs(URL), (TITLE, None)],
        title=TITLE,
        units=len({mark.unit.id for mark in matrix.marks}),
        counts=counts(matrix),
        silent=_silent(site, URL),
        heads=heads,
        groups=_groups(site, heads),
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
    heads = sorted(_heads(site, ABSENT_URL), key=lambda head: head.kept - head.owed)
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


def _heads(site: Site, url: str) -> list[Head]:
    matrix = site.facts.law.matrix
    found = ((norm, kept(matrix.of_norm(norm))) for norm in matrix.in_force)
    return [Head(norm, site.links.href(url, norm.place), *numbers) for norm, numbers in found]


def _groups(site: Site, heads: list[Head]) -> list[tuple[str, list[Line]]]:
    matrix = site.facts.law.matrix
    found = []
    for kind in in_order(unit.kind for unit in matrix.units):
        units = [unit for unit in matrix.units if unit.kind == kind and matrix.of_unit(unit)]
        if units:
            found.append((kind.value, [_line(site, unit, heads) for unit in units]))
    return found


def _line(site: Site, unit: Unit, heads: Iterable[Head]) -> Line:
    marks = site.facts.law.matrix.of_unit(unit)
    of_norm = {mark.norm.number: mark for mark in marks}
    return Line(
        unit,
        site.links.href(URL, unit_url(unit)),
        *kept(marks),
        [_place(of_norm.get(head.norm.number)) for head in heads],
        [(each.norm.label, site.links.href(URL, each.norm.place), CHIPS[each.state], each.state.value)
         for each in missing(marks)],
    )  # fmt: skip


def _place(mark: Mark | None) -> tuple[str, str] | None:
    return (CHIPS[mark.state], mark.state.value) if mark else None
