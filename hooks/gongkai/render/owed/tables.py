"""Units × duties in tables that fit a screen: by how often a duty falls due, those of few units as a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.law.matrix.cell import Mark
from gongkai.records.fields.own_words import in_order
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.norms import Cycle
from gongkai.render.owed.words import CHIPS, URL, kept, unit_url
from gongkai.render.site import Site

#: how often → (address on the page, title); some sixty columns in one table were five screens wide
_BLOCKS = (
    ("yizhi", "一直要有的", (Cycle.STANDING,)),
    ("anshi", "按月、按季、按年公开的", (Cycle.MONTHLY, Cycle.QUARTERLY, Cycle.HALF_YEARLY, Cycle.YEARLY)),
    ("meijian", "有一件公开一件的", (Cycle.EACH,)),
)
#: up to so many units a duty stands in the list: a column of it would be all but empty
_FEW = 3


@dataclass(frozen=True)
class Head:
    """A column of a table: a norm, how many units kept it, of how many."""

    norm: DutyNorm
    href: str
    kept: int
    owed: int


@dataclass(frozen=True)
class Line:
    """A row of a table: a unit, what it kept of the table's norms, the places in the order of the columns."""

    unit: Unit
    href: str
    kept: int
    owed: int
    #: (kind of chip, word) or None where nothing is asked
    places: list[tuple[str, str] | None]


@dataclass(frozen=True)
class Block:
    """One table: what falls due in one way and is asked of several units."""

    id: str
    title: str
    heads: list[Head]
    #: (kind, lines) of units that owe something in it, the government first
    groups: list[tuple[str, list[Line]]]


@dataclass(frozen=True)
class Bearer:
    """One of the few units that owe a duty, and where it stands."""

    unit: Unit
    href: str
    chip: str
    word: str


@dataclass(frozen=True)
class Single:
    """A duty that only a few units owe."""

    norm: DutyNorm
    href: str
    bearers: list[Bearer]


def heads_of(site: Site, url: str) -> list[Head]:
    """Every norm in force, with the numbers of those that owe it."""
    matrix = site.facts.law.matrix
    found = ((norm, kept(matrix.of_norm(norm))) for norm in matrix.in_force)
    return [Head(norm, site.links.href(url, norm.place), *numbers) for norm, numbers in found]


def blocks(site: Site) -> list[Block]:
    """The tables of the page, without those that would be empty."""
    matrix = site.facts.law.matrix
    shared = [head for head in heads_of(site, URL) if len(matrix.of_norm(head.norm)) > _FEW]
    found = []
    for each, title, cycles in _BLOCKS:
        heads = [head for head in shared if head.norm.cycle in cycles]
        if heads:
            found.append(Block(each, title, heads, _groups(site, heads)))
    return found


def singles(site: Site) -> list[Single]:
    """What is asked of a few units, in the norms' order."""
    matrix = site.facts.law.matrix
    found = ((norm, matrix.of_norm(norm)) for norm in matrix.in_force)
    return [
        Single(norm, site.links.href(URL, norm.place), [_bearer(site, mark) for mark in marks])
        for norm, marks in found
        if 0 < len(marks) <= _FEW
    ]


def by_kind(site: Site) -> list[tuple[str, list[Unit]]]:
    """The units that owe something at all, by their kinds, the government first."""
    matrix = site.facts.law.matrix
    asked = [unit for unit in matrix.units if matrix.of_unit(unit)]
    kinds = in_order(unit.kind for unit in asked)
    return [(kind.value, [unit for unit in asked if unit.kind == kind]) for kind in kinds]


def _bearer(site: Site, mark: Mark) -> Bearer:
    return Bearer(mark.unit, site.links.href(URL, unit_url(mark.unit)), CHIPS[mark.state], mark.state.value)


def _groups(site: Site, heads: Sequence[Head]) -> list[tuple[str, list[Line]]]:
    numbers = [head.norm.number for head in heads]
    found = []
    for kind, units in by_kind(site):
        lines = [line for unit in units if (line := _line(site, unit, numbers))]
        if lines:
            found.append((kind, lines))
    return found


def _line(site: Site, unit: Unit, numbers: Iterable[str]) -> Line | None:
    of_norm = {mark.norm.number: mark for mark in site.facts.law.matrix.of_unit(unit)}
    marks = [of_norm.get(number) for number in numbers]
    asked = tuple(mark for mark in marks if mark)
    if not asked:
        return None
    return Line(unit, site.links.href(URL, unit_url(unit)), *kept(asked), [_place(mark) for mark in marks])


def _place(mark: Mark | None) -> tuple[str, str] | None:
    return (CHIPS[mark.state], mark.state.value) if mark else None
