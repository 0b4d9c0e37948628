"""What is listed, and by what it can be narrowed: one Listing for each type with lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from gongkai.records.base import ContentRecord
from gongkai.records.interpretation import Interpretation
from gongkai.records.item import Item
from gongkai.records.meeting import Meeting
from gongkai.records.policy import Policy
from gongkai.records.vocabulary import Audience, Domain, Form, MeetingKind, Status, Term, Topic
from gongkai.register import Register

PAGE_SIZE = 20
Choice = tuple[str, str]


@dataclass(frozen=True)
class FacetPlan:
    """One way to narrow a list: which (slug, label) choices a record falls under, and their order."""

    name: str
    label: str
    choices: Callable[[Register, ContentRecord], Sequence[Choice]]
    order: Callable[[Register], dict[str, int]] | None = None
    #: prefix of the feed that belongs to a choice, e.g. ``unit`` → ``unit-<slug>``
    feed: str | None = None


@dataclass(frozen=True)
class Facet:
    """A facet with its choices in order: slug, label, the records under it (newest first)."""

    plan: FacetPlan
    values: list[tuple[str, str, list[ContentRecord]]]


@dataclass(frozen=True)
class Listing:
    """All public records of a type and the facets over them."""

    section: str
    label: str
    record_type: type[ContentRecord]
    records: list[ContentRecord]
    facets: list[Facet] = field(default_factory=list)


def _term(attribute: str) -> Callable[[Register, ContentRecord], Sequence[Choice]]:
    def choices(register: Register, record: ContentRecord) -> Sequence[Choice]:
        value = getattr(record, attribute)
        terms: Sequence[Term] = value if isinstance(value, tuple) else [value] if value else []
        return [(term.slug, term.value) for term in terms]

    return choices


def _terms_in_order(terms: type[Term]) -> Callable[[Register], dict[str, int]]:
    return lambda register: {term.slug: place for place, term in enumerate(terms)}


def _year(register: Register, record: ContentRecord) -> Sequence[Choice]:
    return [(str(record.published.year), f"{record.published.year}年")]


def _newest_year_first(register: Register) -> dict[str, int]:
    return {str(year): -year for year in range(1949, register.today.year + 1)}


def _unit(register: Register, record: ContentRecord) -> Sequence[Choice]:
    return [(unit.slug, unit.label) for unit in register.units_of(record)]


def _units_in_order(register: Register) -> dict[str, int]:
    return {unit.slug: place for place, unit in enumerate(register.units)}


def _status(register: Register, record: ContentRecord) -> Sequence[Choice]:
    assert isinstance(record, Policy)
    status = register.standing(record).status
    return [(status.slug, status.value)]


YEAR = FacetPlan("year", "年份", _year, _newest_year_first)
UNIT = FacetPlan("unit", "单位", _unit, _units_in_order, feed="unit")
DOMAIN = FacetPlan("domain", "领域", _term("domains"), _terms_in_order(Domain), feed="domain")
PLANS: tuple[tuple[str, str, type[ContentRecord], tuple[FacetPlan, ...]], ...] = (
    (
        "policies",
        "政策文件",
        Policy,
        (
            FacetPlan("status", "状态", _status, _terms_in_order(Status)),
            YEAR,
            FacetPlan("topic", "主题", _term("topic"), _terms_in_order(Topic), feed="topic"),
            FacetPlan("audience", "服务对象", _term("audiences"), _terms_in_order(Audience)),
            UNIT,
            DOMAIN,
        ),
    ),
    (
        "interpretations",
        "政策解读",
        Interpretation,
        (FacetPlan("form", "解读形式", _term("form"), _terms_in_order(Form)), YEAR, UNIT),
    ),
    (
        "meetings",
        "会议开放",
        Meeting,
        (FacetPlan("kind", "会议类型", _term("kind"), _terms_in_order(MeetingKind)), YEAR, UNIT),
    ),
    ("items", "公开信息", Item, (YEAR, UNIT, DOMAIN)),
)


def listings(register: Register) -> list[Listing]:
    """Every listing of the column, facets filled in one pass over the records."""
    found = []
    for section, label, record_type, plans in PLANS:
        records: list[ContentRecord] = list(register.public(record_type))
        found.append(Listing(section, label, record_type, records, _facets(register, plans, records)))
    return found


def _facets(register: Register, plans: Sequence[FacetPlan], records: list[ContentRecord]) -> list[Facet]:
    facets = []
    for plan in plans:
        labels: dict[str, str] = {}
        groups: dict[str, list[ContentRecord]] = {}
        for record in records:
            for slug, label in plan.choices(register, record):
                labels.setdefault(slug, label)
                groups.setdefault(slug, []).append(record)
        order = plan.order(register) if plan.order else {}
        slugs = sorted(groups, key=lambda slug: (order.get(slug, 10**6), slug))
        facets.append(Facet(plan, [(slug, labels[slug], groups[slug]) for slug in slugs]))
    return facets
