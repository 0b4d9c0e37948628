"""回应关切与新闻发布会: both ways in which questions of the public are answered, in one list."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.exports.lists import list_csv
from gongkai.records.base import ContentRecord, Facet
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.response import Response
from gongkai.render.facts import Facts
from gongkai.render.frame.write import Planned
from gongkai.render.listing import FacetView, Listing
from gongkai.render.lists import pages as lists
from gongkai.render.lists.slices import Slice, slices
from gongkai.render.parts import Column, File, Part
from gongkai.render.site import Site

SECTION, TITLE = "concerns", "回应关切与新闻发布会"


def planned(site: Site) -> Iterator[Planned]:
    """The whole list and one for each choice, as far as anything was answered."""
    for part in _parts(site.facts):
        yield from lists.planned_slice(site, part)


def _files(facts: Facts) -> Iterator[File]:
    """The table behind each list."""
    for part in _parts(facts):
        yield f"{part.url}list.csv", list_csv(part.records, facts.register)


def listings(facts: Facts) -> list[Listing]:
    """One listing; none where nothing was answered."""
    records = facts.register.concerns
    if not records:
        return []
    facets = [_kinds(records), _years(records)]
    return [Listing(SECTION, TITLE, ContentRecord, records, facets, data=Response.section())]


def _parts(facts: Facts) -> list[Slice]:
    return [part for listing in listings(facts) for part in slices(listing)]


def _kinds(records: list[ContentRecord]) -> FacetView:
    kinds: list[tuple[str, str, type[ContentRecord]]] = [
        ("response", "回应关切", Response),
        ("press", "新闻发布会", Meeting),
    ]
    found = [(slug, label, [r for r in records if isinstance(r, kind)]) for slug, label, kind in kinds]
    return FacetView(Facet("kind", "类型"), [each for each in found if each[2]])


def _years(records: list[ContentRecord]) -> FacetView:
    years = sorted({record.published.year for record in records}, reverse=True)
    found = [(str(y), f"{y}年", [r for r in records if r.published.year == y]) for y in years]
    return FacetView(Facet("year", "年份"), found)


def _columns(facts: Facts) -> Iterator[Column]:
    if count := len(facts.register.concerns):
        place = (ColumnGroup.ANSWERS, 30)
        yield Column(TITLE, f"{SECTION}/", f"{count} 件", place, instead_of=f"{Response.section()}/")


PART = Part(planned, _files, columns=_columns)
