"""某一天有效的规范性文件: each with the days it held, those of today first; a script asks for another day.

One table for all days: which documents held on a day is told by their first and last, and a page for
each of thousands of days would tell nothing more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.column.passing import Stage, stages
from gongkai.column.register import Register
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.policy import Policy
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.parts import Column, Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

URL, TITLE = "in-force/", "某一天有效的规范性文件"


@dataclass(frozen=True)
class Held:
    """A document and its days: the first, and the first on which it held no more (None: no end is known)."""

    policy: Policy
    begins: dt.date
    ends: dt.date | None
    #: how it stands today and on days ahead
    stages: tuple[Stage, ...]

    @property
    def last(self) -> dt.date | None:
        return self.ends - dt.timedelta(days=1) if self.ends else None

    def on(self, day: dt.date) -> bool:
        """Whether it was in force on a day."""
        return self.begins <= day and (self.ends is None or day < self.ends)


@dataclass(frozen=True, kw_only=True)
class InForceView(View):
    """``years``: (the last day of a year, how many were in force then)."""

    TEMPLATE = "lists/in-force.html"

    crumbs: Crumbs
    title: str
    #: how many are in force today, and from each later day on that changes it
    counts: list[tuple[dt.date | None, int]]
    rows: list[Held]
    years: list[tuple[dt.date, int]]


def held(register: Register) -> list[Held]:
    """The normative documents readers have, those in force on the day first, then the newest."""
    rows = [
        Held(each, each.in_force_from, register.ended_on(each), stages(register, each))
        for each in register.policies
        if each.normative
    ]
    newest = sorted(rows, key=lambda row: (row.begins, row.policy.id), reverse=True)
    return sorted(newest, key=lambda row: not row.on(register.today))


def planned(site: Site) -> Iterator[Planned]:
    """The page, where there is a normative document."""
    if held(site.facts.register):
        yield Planned(URL, "policies", lambda: _page(site))


def _page(site: Site) -> Page:
    register = site.facts.register
    rows, today = held(register), register.today
    now = sum(row.on(today) for row in rows)
    first = min(row.begins for row in rows).year
    ends = [dt.date(year, 12, 31) for year in range(today.year - 1, first - 1, -1)]
    view = InForceView(
        crumbs=[*site.links.crumbs(URL), (TITLE, None)],
        title=TITLE,
        counts=[(None, now), *_ahead(rows, today)],
        rows=rows,
        years=[(day, sum(row.on(day) for row in rows)) for day in ends],
    )
    content = site.templates.filled(view, URL)
    head = list_head(site.facts, URL, TITLE, [], description="每一件规范性文件从哪一天到哪一天有效")
    document = SearchDocument(
        url=URL, title=TITLE, number="", text=f"有效 {now} 件", type="规范性文件",
        unit="", year="", status="", date="", extra="现行有效 清单 有效期",
    )  # fmt: skip
    return Page(URL, "policies", title_of(site.links, TITLE), head, content, "in-force", document=document)


def _ahead(rows: Sequence[Held], today: dt.date) -> Iterator[tuple[dt.date, int]]:
    """How many hold from each later day on: a page is read on other days than that of its making."""
    turns = {row.begins for row in rows} | {row.ends for row in rows if row.ends}
    yield from ((day, sum(row.on(day) for row in rows)) for day in sorted(turns) if day > today)


def _columns(facts: Facts) -> Iterator[Column]:
    if rows := held(facts.register):
        now = sum(row.on(facts.register.today) for row in rows)
        yield Column(TITLE, URL, f"有效 {now} 件", place=(ColumnGroup.POLICIES, 15))


PART = Part(planned, columns=_columns)
