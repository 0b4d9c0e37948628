"""How a list is narrowed: by one choice on a page of its own, by more of them in the browser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.passing import stages
from gongkai.records.base import ContentRecord
from gongkai.render.facts import Facts
from gongkai.render.frame.links import Links
from gongkai.render.listing import FacetView, Listing
from gongkai.render.lists.entries import facts_of, notes
from gongkai.render.lists.lined import FEW, Line, Narrowing, files
from gongkai.render.lists.slices import Slice

#: what the days of records are
_DATED = "发布日期"
#: choices that may stand open beside a line of the list: the column is not longer than the list
_BESIDE = 2
#: long facets show their first choices and fold the rest
_LONG = 8
#: so many units or more are folded, whatever room there is
_MANY = 12


@dataclass(frozen=True)
class Choice:
    """A choice and how many it has; ``slug`` is its name in addresses."""

    label: str
    count: int
    href: str
    selected: bool
    slug: str


@dataclass(frozen=True)
class ShownFacet:
    """A facet as the page shows it; ``combined``: within what is chosen, which only a browser narrows.

    Without ``values`` they would be longer than the list: they stand on a page of their own.
    """

    name: str
    label: str
    href: str
    values: list[Choice]
    long: bool
    open: bool
    combined: bool


def narrowing(facts: Facts, part: Slice) -> Narrowing | None:
    """None for lists that have no lines of their own, and for short ones."""
    listing = part.listing
    if not listing.lines or len(listing.records) < FEW:
        return None
    years = sorted({str(record.published.year) for record in listing.records}, reverse=True)
    chosen = (part.facet, part.slug) if part.facet and part.slug else None
    drawn = {kind for record in ([] if chosen else listing.records) for kind in _kinds(facts, record)}
    url = f"{listing.section}/"
    return Narrowing(url, years, chosen, sorted(drawn), _names(listing), dated=_DATED)


def shown_facets(links: Links, part: Slice, url: str) -> list[ShownFacet]:
    """Every facet with a choice to make: of the whole list, or within what is chosen already.

    Beside few lines only so many as are no longer than these, folded ones too.
    """
    room, found = _BESIDE * min(len(part.records), 20), []
    short = part.facet is not None and len(part.records) < FEW
    # what is chosen stands first, so that there is room to choose otherwise
    for facet in sorted(part.listing.facets, key=lambda each: each.plan.name != part.facet):
        combined = part.facet is not None and facet.plan.name != part.facet
        values = _combined(links, part, facet, url) if combined else _alone(links, part, facet, url)
        if not values or (combined and not _narrows(part, values)):
            continue
        need = (len(values) if short else min(len(values), _LONG)) + 1
        fits = need <= room and not (facet.plan.name == "unit" and len(values) >= _MANY)
        if short and not fits:
            if combined:
                continue
            values = []
        room -= need if fits else 0
        whole = links.href(url, f"{part.listing.section}/{facet.plan.name}/")
        found.append(
            ShownFacet(facet.plan.name, facet.plan.label, whole, values, len(values) > _LONG, fits, combined)
        )
    return found


def _narrows(part: Slice, values: list[Choice]) -> bool:
    """Whether any of the choices would leave less than there is."""
    return part.listing.lines and any(each.count < len(part.records) for each in values)


def _alone(links: Links, part: Slice, facet: FacetView, url: str) -> list[Choice]:
    """The choices, each with its page."""
    base = f"{part.listing.section}/{facet.plan.name}/"
    chosen = part.facet == facet.plan.name
    return [
        Choice(label, len(records), links.href(url, f"{base}{slug}/"), chosen and slug == part.slug, slug)
        for slug, label, records in facet.values
    ]


def _combined(links: Links, part: Slice, facet: FacetView, url: str) -> list[Choice]:
    """What is left of each choice beside the one that is made; the address says both."""
    counts = part.counts.get(facet.plan.name, Counter())
    base = f"{links.href(url, f'{part.listing.section}/')}?{part.facet}={part.slug}&{facet.plan.name}="
    return [
        Choice(label, counts[slug], f"{base}{slug}", False, slug)
        for slug, label, _ in facet.values
        if counts[slug]
    ]


def lines(facts: Facts, listing: Listing) -> Iterator[tuple[str, bytes]]:
    """(address, content) of the lines of a list."""
    if listing.lines and len(listing.records) >= FEW:
        found = (_line(facts, listing, each) for each in listing.records)
        yield from files(f"{listing.section}/", _names(listing), found)


def _names(listing: Listing) -> list[str]:
    return [facet.plan.name for facet in listing.facets if facet.values]


def _line(facts: Facts, listing: Listing, record: ContentRecord) -> Line:
    return Line(
        record.url.removeprefix(f"{listing.section}/"),
        record.name,
        record.published.isoformat(),
        [*_states(facts, record), *map(list, notes(facts, record))],
        facts_of(facts, record),
        listing.choices.get(record.id, {}),
    )


def _states(facts: Facts, record: ContentRecord) -> Iterator[list[object]]:
    """Kind and word of its state today; then the same of each day ahead that changes it, with the day."""
    now, *later = stages(facts.register, record)
    if now.state:
        ahead = [[f"{each.begins}", each.state.slug, each.state.value] for each in later if each.state]
        yield [now.state.slug, now.state.value, *([ahead] if ahead else [])]


def _kinds(facts: Facts, record: ContentRecord) -> Iterator[str]:
    """Every kind of chip that it may need on any day."""
    yield from (each.state.slug for each in stages(facts.register, record) if each.state)
    yield from (kind for kind, _ in notes(facts, record))
