"""The column's home page: the reader's question first, then what is new, then everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from gongkai.records.types.consultation import Consultation
from gongkai.records.types.meeting import Meeting
from gongkai.records.vocabulary.documents import Audience
from gongkai.records.vocabulary.participation import ConsultationState
from gongkai.render.facts import Facts
from gongkai.render.frame.icons import icon
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.all_columns import linked
from gongkai.render.lists.entries import Entry, entry
from gongkai.render.parts import ColumnRow, MapEntry, Part
from gongkai.render.quality.cards import Card, card
from gongkai.render.records.views.consultation import days_left
from gongkai.render.site import Site
from gongkai.render.view import View

LATEST = 5
#: even, for they stand in pairs
ITEMS = 6
CONSULTATIONS = 3
MEETINGS = 3
#: the figures that a reader meets first
FIGURES = ("interpretation-rate", "interpretation-in-time", "duties-in-time", "requests-in-time")


@dataclass(frozen=True, kw_only=True)
class HomeView(View):
    """The home page in its order; ``doors`` are (drawing, words, link, hint)."""

    TEMPLATE = "home.html"

    doors: list[tuple[Markup, str, str, str]]
    latest: list[Entry]
    total_valid: int
    consultations: list[Entry]
    meetings: list[Entry]
    items: list[Entry]
    quality: list[Card]
    blocks: list[tuple[str, list[ColumnRow]]]


def planned(site: Site) -> Iterator[Planned]:
    yield Planned("", "home", lambda: _home(site))


def _home(site: Site) -> Page:
    register = site.facts.register
    feeds = site.links.feed_links("", ["all"])
    view = HomeView(
        doors=_doors(site),
        latest=[entry(site, record, "") for record in register.policies[:LATEST]],
        total_valid=sum(register.standing(policy).in_force for policy in register.policies),
        consultations=[_open(site, record) for record in _consultations(site.facts)],
        meetings=[entry(site, record, "") for record in _meetings(site.facts)],
        items=[entry(site, record, "") for record in register.items[:ITEMS]],
        quality=_figures(site),
        blocks=linked(site, ""),
    )
    content = site.templates.filled(view, "")
    head = list_head(site.facts, "", register.column.name, feeds, description=register.column.description)
    title = f"{register.column.name} - {register.column.portal}"
    return Page("", "home", title_of(site.links, title, alone=True), head, content, "home")


def _doors(site: Site) -> list[tuple[Markup, str, str, str]]:
    """Four ways in; a door without anything behind it is not shown."""
    audiences = {audience for policy in site.facts.register.policies for audience in policy.audiences}
    doors = []
    if Audience.PERSON in audiences:
        mine = f"policies/audience/{Audience.PERSON.slug}/"
        doors.append((icon("material/account"), "我是个人", mine, "养老、教育、住房、就业"))
    if Audience.COMPANY in audiences:
        companies = f"policies/audience/{Audience.COMPANY.slug}/"
        doors.append((icon("material/storefront-outline"), "我办企业", companies, "补贴、许可、开办、用工"))
    doors.append((icon("material/file-search-outline"), "查文件", "policies/", "按文号、年份、主题"))
    if any(page.slug == "request" for page in site.facts.register.pages):
        doors.append((icon("material/email-edit-outline"), "申请公开", "request/", "怎么申请、多久答复"))
    return [(drawn, label, site.links.href("", address), hint) for drawn, label, address, hint in doors]


def _figures(site: Site) -> list[Card]:
    """The first figures, as far as there is something to tell."""
    found = [site.facts.law.figures[name] for name in FIGURES if name in site.facts.law.figures]
    return [card(site.links, each, "") for each in found if each.now.whole]


def _consultations(facts: Facts) -> list[Consultation]:
    """Consultations that are open, the soonest to close first."""
    today = facts.register.today
    found = facts.register.public(Consultation)
    still = [each for each in found if each.state_on(today) is ConsultationState.OPEN]
    return sorted(still, key=lambda each: (each.closes_on, each.id))[:CONSULTATIONS]


def _open(site: Site, record: Consultation) -> Entry:
    """An open consultation as a row, with what remains of it."""
    row = entry(site, record, "")
    return replace(row, facts=[f"{record.closes_on} 截止", *filter(None, [days_left(site.facts, record)])])


def _meetings(facts: Facts) -> list[Meeting]:
    """Meetings still to come, soonest first, then the latest held."""
    today = facts.register.today
    coming = sorted((m for m in facts.register.meetings if m.date >= today), key=lambda m: (m.date, m.id))
    held = sorted((m for m in facts.register.meetings if m.date < today), key=lambda m: (m.date, m.id))
    return [*coming, *reversed(held)][:MEETINGS]


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    """The home page changes with any record."""
    records = (*facts.register.all, *facts.register.english)
    yield "", max((facts.register.last_change(record) for record in records), default=None)


PART = Part(planned, in_map=_in_map)
