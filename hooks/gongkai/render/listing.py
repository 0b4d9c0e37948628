"""What is listed, and by what it can be narrowed: one Listing for each type of record that has lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from gongkai.column.register import Register
from gongkai.records import listed_types
from gongkai.records.base import ContentRecord, Facet
from gongkai.records.fields.groups import Group
from gongkai.records.types.contact import Contact
from gongkai.records.types.gazette import GazetteIssue
from gongkai.records.vocabulary.term import Term

PAGE_SIZE = 20
#: slug, label, and what sorts it among the others
Choice = tuple[str, str, int]


@dataclass(frozen=True)
class FacetView:
    """A facet with its choices in order: slug, label, the records under it (newest first)."""

    plan: Facet
    values: list[tuple[str, str, list[ContentRecord]]]


@dataclass(frozen=True)
class Listing:
    """All public records of a type and the facets over them."""

    section: str
    label: str
    record_type: type[ContentRecord]
    records: list[ContentRecord]
    facets: list[FacetView] = field(default_factory=list)
    #: the section whose open data holds the records, where it is another one's
    data: str = ""
    #: whether a browser may narrow it by several choices at once: its lines stand in files of their own
    lines: bool = False
    #: whether the newest stand first: then only they change when others come
    by_age: bool = True
    #: one page of units in their order, under their kinds
    directory: bool = False

    @cached_property
    def choices(self) -> dict[str, dict[str, list[str]]]:
        """Id of a record → facet → what it falls under: slugs, in the order of the facet."""
        found: dict[str, dict[str, list[str]]] = {}
        for facet in self.facets:
            for slug, _, records in facet.values:
                for record in records:
                    found.setdefault(record.id, {}).setdefault(facet.plan.name, []).append(slug)
        return found


def listings(register: Register) -> list[Listing]:
    """Every listing of the column, in the order of the columns."""
    found = []
    places = {unit.id: place for place, unit in enumerate(register.units)}
    for record_type in listed_types():
        records: list[ContentRecord] = list(register.public(record_type))
        directory = record_type is Contact
        if directory:
            records.sort(
                key=lambda each: min((places[unit.id] for unit in register.units_of(each)), default=0)
            )
        facets = [_facet(register, places, facet, records) for facet in record_type.FACETS]
        section, label = record_type.section(), record_type.COLUMN
        found.append(
            Listing(
                section, label, record_type, records, facets,
                lines=not directory, by_age=not directory, directory=directory,
            )
        )  # fmt: skip
    return found


def _facet(
    register: Register, places: dict[str, int], facet: Facet, records: list[ContentRecord]
) -> FacetView:
    """The choices of a facet and what falls under each, in one pass."""
    labels: dict[str, tuple[int, str]] = {}
    groups: dict[str, list[ContentRecord]] = {}
    for record in records:
        for slug, label, order in _choices(register, places, facet, record):
            labels.setdefault(slug, (order, label))
            groups.setdefault(slug, []).append(record)
    slugs = sorted(groups, key=lambda slug: (labels[slug][0], slug))
    return FacetView(facet, [(slug, labels[slug][1], groups[slug]) for slug in slugs])


def _choices(
    register: Register, places: dict[str, int], facet: Facet, record: ContentRecord
) -> Sequence[Choice]:
    """Where a record falls: years newest first, units in their order, terms in that of their list."""
    if facet.name == "year" and not facet.attribute:
        year = record.published.year
        return [(str(year), f"{year}年", -year)]
    if facet.name == "unit":
        return [(unit.slug, unit.label, places[unit.id]) for unit in register.units_of(record)]
    value: Any
    if isinstance(record, GazetteIssue) and facet.name == "topic":
        value = tuple(dict.fromkeys(p.topic for p in register.printed_in(record) if p.topic))
    else:
        value = register.state(record) if facet.name == "status" else getattr(record, facet.attribute)
    terms: Sequence[Term | Group] = value if isinstance(value, tuple) else [value] if value else []
    return [(term.slug, term.value, _place(term)) for term in terms]


def _place(term: Term | Group) -> int:
    return term.order if isinstance(term, Group) else term.rank
