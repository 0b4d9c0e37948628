"""能不能申报: the conditions of every benefit; a script holds them against what an enterprise says.

Nothing is sent anywhere: the conditions stand in the page, and the answers stay in the browser.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.benefit_conditions import Given, given, paid_of
from gongkai.records.fields.benefit import Benefit
from gongkai.records.fields.benefit_terms import Paid
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import BenefitState
from gongkai.records.vocabulary.enterprises import DIVISIONS, SECTIONS, EnterpriseSize, Subject
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.ways import Door, doors
from gongkai.render.frame.write import Planned
from gongkai.render.parts import Column, Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

#: 关系 of what an enterprise answers with an amount
_AMOUNTS = ("不少于", "不超过")
URL, TITLE = "benefits/check/", "惠企政策能不能申报"


@dataclass(frozen=True)
class Row:
    """A benefit with its conditions in words; ``data`` is what the script reads."""

    policy: Policy
    benefit: Benefit
    #: what can be held against an enterprise, and what an office judges
    computed: list[str]
    judged: list[str]
    asking: list[Door]
    data: str


@dataclass(frozen=True)
class Year:
    """What was paid of a benefit in a year."""

    policy: Policy
    paid: Paid


@dataclass(frozen=True, kw_only=True)
class BenefitCheckView(View):
    """``amounts`` are the names of the amounts that any benefit asks for."""

    TEMPLATE = "lists/benefit-check.html"

    crumbs: Crumbs
    title: str
    area: str
    rows: list[Row]
    subjects: list[Subject]
    sizes: list[EnterpriseSize]
    #: (section and its name, [(code of a division with that of its section, its words)])
    trades: list[tuple[str, list[tuple[str, str]]]]
    amounts: list[str]
    paid: list[Year]
    #: the tables that platforms take over
    data: str


def planned(site: Site) -> Iterator[Planned]:
    """The page, where anything was ever given to business."""
    if any(policy.benefit for policy in site.facts.register.policies):
        yield Planned(URL, "policies", lambda: _page(site))


def _page(site: Site) -> Page:
    register = site.facts.register
    known = (one for each in given(register) for one in each.conditions)
    asked = [one.about for one in known if one.relation in _AMOUNTS]
    view = BenefitCheckView(
        crumbs=[*site.links.crumbs(URL), (TITLE, None)],
        title=TITLE,
        area=register.column.area.name,
        rows=list(_rows(site)),
        subjects=[*Subject],
        sizes=[*EnterpriseSize],
        trades=[_trade(code, name) for code, name in SECTIONS.items()],
        amounts=list(dict.fromkeys(asked)),
        paid=_paid(site),
        data=site.links.href(URL, "data/") + "#benefits",
    )
    content = site.templates.filled(view, URL)
    head = list_head(site.facts, URL, TITLE, [], description="按规模、行业、登记地看能申报哪些惠企政策")
    document = SearchDocument(
        url=URL, title=TITLE, number="", text="能不能申报 符合条件 企业规模 行业 兑现", type="惠企政策",
        unit="", year="", status="", date="", extra="惠企政策 补贴 条件 对照",
    )  # fmt: skip
    return Page(URL, "policies", title_of(site.links, TITLE), head, content, "benefits", document=document)


def _rows(site: Site) -> Iterator[Row]:
    register = site.facts.register
    order = list(BenefitState)
    states = {each.policy.id: register.benefit_state(each.policy) for each in given(register)}
    for each in sorted(given(register), key=lambda it: order.index(states[it.policy.id] or order[-1])):
        if benefit := each.policy.benefit:
            asking = doors(site.facts, each.policy, benefit.contact)
            words = _words(each, benefit)
            yield Row(each.policy, benefit, *words, asking, _data(each, benefit))


def _trade(section: str, name: str) -> tuple[str, list[tuple[str, str]]]:
    found = DIVISIONS[section].items()
    return f"{section} {name}", [(f"{section} {code}", f"{code} {words}") for code, words in found]


def _words(each: Given, benefit: Benefit) -> tuple[list[str], list[str]]:
    computed = [one.said for one in each.conditions if one.relation != "认定"]
    judged = [one.said for one in each.conditions if one.relation == "认定"]
    return computed, list(dict.fromkeys((*judged, *benefit.conditions)))


def _data(each: Given, benefit: Benefit) -> str:
    """The conditions, and the first and last day to apply, as the script takes them."""
    begins = benefit.opens_on or each.policy.in_force_from
    found: dict[str, object] = {
        "条件": [condition.as_row for condition in each.conditions],
        "开始": begins.isoformat(),
        "截止": benefit.closes_on.isoformat() if benefit.closes_on else None,
    }
    if benefit.months:
        found["月份"] = list(benefit.months)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _paid(site: Site) -> list[Year]:
    """The newest year first."""
    register = site.facts.register
    found = [Year(each, paid) for each in register.policies for paid in paid_of(each, register)]
    return sorted(found, key=lambda each: (each.paid.until, each.policy.id), reverse=True)


def _columns(facts: Facts) -> Iterator[Column]:
    if count := sum(each.computable for each in given(facts.register)):
        yield Column(TITLE, URL, f"{count} 件可以对照", place=(ColumnGroup.POLICIES, 31))


PART = Part(planned, columns=_columns)
