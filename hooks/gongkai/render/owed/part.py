"""谁欠什么: the pages of the duty matrix, as far as a column has one."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.records.traits import ColumnGroup
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.unit import Unit
from gongkai.render.facts import Facts
from gongkai.render.frame.write import Planned
from gongkai.render.owed import overview, sheets
from gongkai.render.owed.words import ABSENT_URL, TITLE, URL, there, unit_url
from gongkai.render.parts import Column, Part
from gongkai.render.site import Site


def planned(site: Site) -> Iterator[Planned]:
    """The matrix, what is missing, a sheet for each unit that owes something and for each duty."""
    if not there(site):
        return
    yield Planned(URL, "columns", lambda: overview.overview(site))
    yield Planned(ABSENT_URL, "columns", lambda: overview.absent(site))
    matrix = site.facts.law.matrix
    for unit in matrix.units:
        if matrix.of_unit(unit):
            yield _of_unit(site, unit)
    for norm in matrix.norms:
        yield _of_norm(site, norm)


def _of_unit(site: Site, unit: Unit) -> Planned:
    return Planned(unit_url(unit), "columns", lambda: sheets.unit_page(site, unit))


def _of_norm(site: Site, norm: DutyNorm) -> Planned:
    return Planned(norm.place, "columns", lambda: sheets.norm_page(site, norm))


def _columns(facts: Facts) -> Iterator[Column]:
    if facts.law.matrix.cells:
        yield Column(TITLE, URL, place=(ColumnGroup.QUALITY, 15))


PART = Part(planned, columns=_columns)
