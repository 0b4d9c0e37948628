"""惠企政策: what policies give to business, open ones first, narrowed by links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from gongkai.exports.lists import list_csv
from gongkai.records.base import ContentRecord, Facet
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Audience, BenefitState
from gongkai.records.vocabulary.term import Term
from gongkai.render.facts import Facts
from gongkai.render.frame.write import Planned
from gongkai.render.listing import FacetView, Listing
from gongkai.render.lists import pages as lists
from gongkai.render.lists.slices import slices
from gongkai.render.parts import Column, File, Part
from gongkai.render.site import Site

SECTION, TITLE = "benefits", "惠企政策"
#: whom these policies are for; others they name as well are told on their own pages
_BUSINESS = (Audience.COMPANY, Audience.SOLE_TRADER, Audience.ORGANISATION)


def planned(site: Site) -> Iterator[Planned]:
    """The whole list and one for each choice, as far as there is anything to apply for."""
    for found in listings(site.facts):
        for part in slices(found):
            yield from lists.planned_slice(site, part)


def listings(facts: Facts) -> list[Listing]:
    """One listing, also when everything in it has ended: its address stays; none where nothing was given."""
    records = _ordered(facts)
    if not any(policy.benefit for policy in facts.register.policies):
        return []
    facets = _facets(facts, records)
    return [Listing(SECTION, TITLE, Policy, list(records), facets, data="policies", by_age=False)]


def _ordered(facts: Facts) -> list[Policy]:
    """Open ones first, the soonest to close before the others."""
    places = list(BenefitState)

    def place(policy: Policy) -> tuple[int, str, str]:
        state = facts.register.benefit_state(policy)
        closes = policy.benefit.closes_on if policy.benefit else None
        return (
            places.index(state) if state else len(places),
            closes.isoformat() if closes else "",
            policy.id,
        )

    return sorted(facts.register.benefits, key=place)


def _facets(facts: Facts, records: list[Policy]) -> list[FacetView]:
    def states(policy: Policy) -> Iterable[Term]:
        state = facts.register.benefit_state(policy)
        return [state] if state else []

    return [
        _facet(Facet("audience", "服务对象"), records, lambda r: [a for a in _BUSINESS if a in r.audiences]),
        _facet(Facet("kind", "支持方式"), records, lambda r: r.benefit.kinds if r.benefit else ()),
        _facet(Facet("state", "申报状态"), records, states),
    ]


def _facet(plan: Facet, records: list[Policy], terms: Callable[[Policy], Iterable[Term]]) -> FacetView:
    found: dict[Term, list[ContentRecord]] = {}
    for record in records:
        for term in terms(record):
            found.setdefault(term, []).append(record)
    kinds: list[type[Term]] = list(dict.fromkeys(map(type, found)))
    ordered = [term for kind in kinds for term in kind if term in found]
    return FacetView(plan, [(term.slug, term.value, found[term]) for term in ordered])


def _files(facts: Facts) -> Iterator[File]:
    """The table behind each list."""
    for found in listings(facts):
        for part in slices(found):
            yield f"{part.url}list.csv", list_csv(part.records, facts.register, found.record_type)


def _columns(facts: Facts) -> Iterator[Column]:
    if count := len(facts.register.benefits):
        yield Column(TITLE, f"{SECTION}/", f"{count} 件", place=(ColumnGroup.POLICIES, 30))


PART = Part(planned, _files, columns=_columns)
