"""机构职能 and 领导之窗: what each unit is for, who leads it, where it is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gongkai.common.csv_text import table
from gongkai.common.said_days import usual
from gongkai.common.telephones import dialled, whole
from gongkai.records.fields.own_words import in_order
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.unit import Unit
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.parts import Column, File, Part
from gongkai.render.records.views import contact
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument


@dataclass(frozen=True)
class Number:
    """A number with what it is for; ``dials`` is empty for words that are no number."""

    use: str
    number: str
    dials: str

    def __str__(self) -> str:
        return f"{self.use} {self.number}".lstrip()


@dataclass(frozen=True, kw_only=True)
class InstitutionsView(View):
    """Units by their 类别."""

    crumbs: Crumbs
    title: str
    described: str
    #: 类别 → its units with the numbers they answer
    groups: list[tuple[str, list[tuple[Unit, list[Number]]]]]
    csv: str
    example: bool
    total: int

    @property
    def usual_hours(self) -> str:
        """When most of the units are open."""
        return usual(unit.hours or "" for _, units in self.groups for unit, _ in units)


class FunctionsView(InstitutionsView):
    """What units are for."""

    TEMPLATE = "lists/functions.html"


class LeadersView(InstitutionsView):
    """Who leads units."""

    TEMPLATE = "lists/leaders.html"


class Kind(NamedTuple):
    """One of the two pages."""

    url: str
    title: str
    described: str
    view: type[InstitutionsView]


FUNCTIONS = Kind("functions/", "机构职能", "各单位的职责、地址、办公时间和对外电话", FunctionsView)
LEADERS = Kind("leaders/", "领导之窗", "各单位领导的职务和分工", LeadersView)
PAGES = (FUNCTIONS, LEADERS)
_HEAD = ("单位", "类别", "职责", "地址", "办公时间", "对外电话", "内设机构", "网址")
_LEADERS_HEAD = ("单位", "职务", "姓名", "分工", "示例", "网址")


def planned(site: Site) -> Iterator[Planned]:
    """Both pages, as far as units have told of themselves."""
    for kind in PAGES:
        if units_of(site.facts, kind):
            yield _planned(site, kind)


def units_of(facts: Facts, kind: Kind) -> list[Unit]:
    """The units in use that a page tells of, in their order."""
    found = [unit for unit in facts.register.units if not unit.merged_by(facts.register.today)]
    return [unit for unit in found if (unit.leaders if kind is LEADERS else unit.duties)]


def _files(facts: Facts) -> Iterator[File]:
    """Both pages as tables to download."""
    if units := units_of(facts, FUNCTIONS):
        yield f"{FUNCTIONS.url}list.csv", table(_HEAD, (_functions(facts, unit) for unit in units))
    if units := units_of(facts, LEADERS):
        rows = (row for unit in units for row in _leaders(facts, unit))
        yield f"{LEADERS.url}list.csv", table(_LEADERS_HEAD, rows)


def numbers(facts: Facts, unit: Unit) -> list[Number]:
    """A unit's numbers with what each is for."""
    lines = [line for each in contact.of_unit(facts, unit) for line in each.lines]
    if lines or not unit.phone:
        return [Number(str(line.use), line.number, line.dialled) for line in lines]
    return [Number("", unit.phone, dialled(unit.phone) if whole(unit.phone) else "")]


def _planned(site: Site, kind: Kind) -> Planned:
    return Planned(kind.url, "units", lambda: _page(site, kind))


def _page(site: Site, kind: Kind) -> Page:
    units = units_of(site.facts, kind)
    kinds = in_order(unit.kind for unit in units)
    groups = [(each.value, [u for u in units if u.kind == each]) for each in kinds]
    view = kind.view(
        crumbs=[*site.links.crumbs(kind.url, ("单位", "units/")), (kind.title, None)],
        title=kind.title,
        described=kind.described,
        groups=[(label, [(u, numbers(site.facts, u)) for u in found]) for label, found in groups],
        csv=site.links.href(kind.url, f"{kind.url}list.csv"),
        example=any(unit.example for unit in units),
        total=len(units),
    )
    head = list_head(site.facts, kind.url, kind.title, [], description=kind.described)
    content = site.templates.filled(view, kind.url)
    text = "\n".join([kind.described, *_words(units, kind)])
    document = SearchDocument(
        url=kind.url, title=kind.title, number="", text=text,
        type=Unit.LABEL, unit="", year="", status="", date="",
    )  # fmt: skip
    look = kind.url.rstrip("/")
    return Page(kind.url, "units", title_of(site.links, kind.title), head, content, look, document=document)


def _words(units: Iterable[Unit], kind: Kind) -> Iterator[str]:
    for unit in units:
        told = (leader.post for leader in unit.leaders) if kind is LEADERS else (unit.duties or "",)
        yield f"{unit.name} {'、'.join(told)}"


def _functions(facts: Facts, unit: Unit) -> list[str]:
    offices = "；".join(office.name for office in unit.offices)
    said = [
        unit.duties or "",
        unit.address or "",
        unit.hours or "",
        "；".join(map(str, numbers(facts, unit))),
    ]
    said.append(offices)
    return [unit.name, unit.kind.value, *said, facts.register.column.root + unit.url]


def _leaders(facts: Facts, unit: Unit) -> Iterator[list[str]]:
    end = ["是" if unit.example else "否", facts.register.column.root + unit.url]
    for leader in unit.leaders:
        yield [unit.name, leader.post, leader.person or "", leader.charge, *end]


def _columns(facts: Facts) -> Iterator[Column]:
    if any(unit.duties for unit in facts.register.units):
        yield Column(FUNCTIONS.title, FUNCTIONS.url, place=(ColumnGroup.UNITS, 20))
    if any(unit.leaders for unit in facts.register.units):
        yield Column(LEADERS.title, LEADERS.url, place=(ColumnGroup.UNITS, 30))


PART = Part(planned, _files, columns=_columns)
