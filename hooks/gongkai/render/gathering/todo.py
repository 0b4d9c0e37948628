"""公开待办: what each unit owes, by how soon it is due, with reminders for its calendar."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.register.answering import by_unit
from gongkai.law.duties import Duty, DutyState
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.unit import Unit
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.owed.words import Beside, beside_dated
from gongkai.render.parts import Column, Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View

URL, TITLE = "duties/", "公开待办"
#: how many days ahead a duty stands in the list: a week, four weeks
WEEK, MONTH = 7, 28
#: (id, words) of the groups, the most urgent first
GROUPS = (
    ("yiguoqi", "已过期"),
    ("yizhou", "一周内"),
    ("sizhou", "四周内"),
    ("kongbai", "空白：还没有公开过，也没有写明期限"),
)


@dataclass(frozen=True)
class Row:
    """A unit and how much it owes in each group."""

    unit: Unit
    href: str
    counts: list[int]


@dataclass(frozen=True, kw_only=True)
class OverviewView(View):
    """Every unit that owes something, and how much in each group."""

    TEMPLATE = "lists/todo.html"

    crumbs: Crumbs
    title: str
    groups: list[str]
    rows: list[Row]
    totals: list[int]
    #: what is missing by the norms: another count
    matrix: Beside | None
    data: str | None


@dataclass(frozen=True)
class Group:
    """Duties of one urgency on the day of the build."""

    id: str
    words: str
    duties: list[Duty]

    @property
    def passing(self) -> list[tuple[dt.date, int]]:
        """Each day on which more of them will be overdue, and how many are from then on."""
        days = sorted(each.overdue_from for each in self.duties if each.overdue_from)
        return [(day, bisect_right(days, day)) for day in dict.fromkeys(days)]


@dataclass(frozen=True, kw_only=True)
class UnitView(View):
    """What a unit owes, by urgency; ``later`` counts what is due after four weeks."""

    TEMPLATE = "lists/todo-unit.html"

    crumbs: Crumbs
    title: str
    unit: Unit
    groups: list[Group]
    later: int
    file: str | None
    data: str | None


def planned(site: Site) -> Iterator[Planned]:
    """The overview, and a page for each unit that owes anything."""
    yield Planned(URL, "columns", lambda: _overview(site))
    for unit, duties in _by_unit(site.facts):
        yield _planned(site, unit, duties)


def unit_url(unit: Unit) -> str:
    """The address of what one unit owes."""
    return f"{URL}{unit.slug}/"


def group_of(duty: Duty, today: dt.date) -> str | None:
    """The id of the group a duty stands in; None for one due later than in four weeks."""
    if duty.due is None:
        return "kongbai" if duty.state is DutyState.BLANK else None
    left = (duty.due - today).days
    if left < 0:
        return "yiguoqi"
    return "yizhou" if left <= WEEK else "sizhou" if left <= MONTH else None


def _by_unit(facts: Facts) -> list[tuple[Unit, list[Duty]]]:
    owed = by_unit(duty for duty in facts.law.duties if duty.open)
    return [(unit, owed[unit.id]) for unit in facts.register.units if unit.id in owed]


def _counts(duties: list[Duty], today: dt.date) -> list[int]:
    groups = [group_of(duty, today) for duty in duties]
    return [groups.count(name) for name, _ in GROUPS]


def _overview(site: Site) -> Page:
    today = site.facts.register.today
    found = [(unit, _counts(duties, today)) for unit, duties in _by_unit(site.facts)]
    rows = [Row(unit, site.links.href(URL, unit_url(unit)), counts) for unit, counts in found if any(counts)]
    rows.sort(key=lambda row: tuple(-count for count in row.counts))
    view = OverviewView(
        crumbs=[*site.links.crumbs(URL), (TITLE, None)],
        title=TITLE,
        groups=[words.partition("：")[0] for _, words in GROUPS],
        rows=rows,
        totals=_counts([duty for duty in site.facts.law.duties if duty.open], today),
        matrix=beside_dated(site, URL),
        data=_data(site, URL),
    )
    content = site.templates.filled(view, URL)
    head = list_head(
        site.facts, URL, TITLE, [], description="各单位还没有办完的公开事项：已过期、一周内、四周内"
    )
    return Page(URL, "columns", title_of(site.links, TITLE), head, content, "todo")


def _data(site: Site, url: str) -> str | None:
    """Where all duties of all units are open data."""
    return site.links.href(url, "data/#duties") if "duties" in site.facts.made.datasets else None


def _planned(site: Site, unit: Unit, duties: list[Duty]) -> Planned:
    return Planned(unit_url(unit), "columns", lambda: _unit(site, unit, duties))


def _unit(site: Site, unit: Unit, duties: list[Duty]) -> Page:
    url, today = unit_url(unit), site.facts.register.today
    groups = [Group(name, words, [d for d in duties if group_of(d, today) == name]) for name, words in GROUPS]
    title = f"{unit.name}：{TITLE}"
    calendar = site.facts.made.calendars.of_duties.get(unit.slug)
    view = UnitView(
        crumbs=[*site.links.crumbs(url, (TITLE, URL)), (unit.label, None)],
        title=title,
        unit=unit,
        groups=[group for group in groups if group.duties],
        later=sum(group_of(duty, today) is None for duty in duties),
        file=site.links.href(url, calendar.path) if calendar else None,
        data=_data(site, url),
    )
    content = site.templates.filled(view, url)
    head = list_head(site.facts, url, title, [], description=f"{unit.name}还没有办完的公开事项")
    return Page(url, "columns", title_of(site.links, title), head, content, "todo-unit")


def _columns(facts: Facts) -> Iterator[Column]:
    yield Column(TITLE, URL, place=(ColumnGroup.QUALITY, 20))


PART = Part(planned, columns=_columns)
