"""我是个人, 我办企业: matters as tiles, what can be done today, what is asked, whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.actions import Action, actions
from gongkai.column.answers import gathered
from gongkai.column.by_domain import themes
from gongkai.column.register import Register
from gongkai.records.types.theme import Theme
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.documents import Audience
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.action_rows import ActionRow, action_rows
from gongkai.render.gathering.answer_rows import AnswerRow, row
from gongkai.render.gathering.phones import Phone, phones_of
from gongkai.render.gathering.subject import of_theme
from gongkai.render.gathering.theme_tiles import Tile, tile
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.parts import Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

#: whom there is a page for: its address and what it is called
PAGES = {Audience.PERSON: ("person/", "我是个人"), Audience.COMPANY: ("company/", "我办企业")}
_ACTIONS, _QUESTIONS, _PHONES = 20, 8, 8


@dataclass(frozen=True, kw_only=True)
class LandingView(View):
    """What people, or businesses, come for; ``first`` and ``more`` are (words, link) of whole lists."""

    TEMPLATE = "lists/landing.html"

    crumbs: Crumbs
    title: str
    #: what stands before all else
    first: list[tuple[str, str]]
    tiles: list[Tile]
    #: what has a last day, and what can be done on any day
    actions: list[ActionRow]
    standing: list[ActionRow]
    questions: list[AnswerRow]
    phones: list[Phone]
    more: list[tuple[str, str]]
    feeds: list[FeedLinks]


def audiences(register: Register) -> list[Audience]:
    """Those with any matter of theirs."""
    return [each for each in PAGES if _themes(register, each)]


def planned(site: Site) -> Iterator[Planned]:
    for audience in audiences(site.facts.register):
        yield _planned(site, audience)


def _planned(site: Site, audience: Audience) -> Planned:
    return Planned(PAGES[audience][0], "services", lambda: _page(site, audience))


def _themes(register: Register, audience: Audience) -> list[Theme]:
    return [each for each in themes(register) if audience in each.audiences]


def actions_for(register: Register, audience: Audience) -> list[Action]:
    """What they can do: what names them; what names nobody, by the matters it belongs to."""
    theirs = {domain for each in _themes(register, audience) for domain in each.domains}
    return [
        each
        for each in actions(register)
        if (audience in each.audiences if each.audiences else theirs.intersection(each.domains))
    ]


def _page(site: Site, audience: Audience) -> Page:
    url, title = PAGES[audience]
    view = _view(site, audience, url, title)
    described = f"{title}：{'、'.join(each.title for each in view.tiles)}，现在能办什么，有什么政策，问谁"
    return Page(
        url=url,
        section="services",
        title=title_of(site.links, title),
        head=list_head(site.facts, url, title, view.feeds, description=described),
        content=site.templates.filled(view, url),
        body_class="landing",
        document=_document(url, title, view),
    )


def _document(url: str, title: str, view: LandingView) -> SearchDocument:
    text = "\n".join(f"{each.title} {each.hint}" for each in view.tiles)
    return SearchDocument(
        url=url, title=title, number="", text=text, type=Theme.LABEL, unit="", year="", status="", date=""
    )


def _view(site: Site, audience: Audience, url: str, title: str) -> LandingView:
    register = site.facts.register
    found = _themes(register, audience)
    theirs = {domain for each in found for domain in each.domains}
    theirs_to_do = actions_for(register, audience)
    asked = [each for each in gathered(register) if not each.ended and theirs.intersection(each.domains)]
    return LandingView(
        crumbs=[*site.links.crumbs(url), (title, None)],
        title=title,
        first=list(_first(site, audience, url)),
        tiles=[tile(site, of_theme(register, each), url) for each in found],
        actions=action_rows(site, [each for each in theirs_to_do if each.until][:_ACTIONS], url),
        standing=action_rows(site, [each for each in theirs_to_do if not each.until][:_ACTIONS], url),
        questions=[row(site, each, url) for each in asked[:_QUESTIONS]],
        phones=_phones(site, found)[:_PHONES],
        more=list(_more(site, audience, url)),
        feeds=site.links.feed_links(url, [f"audience-{audience.slug}", "all"])[:1],
    )


def _phones(site: Site, found: list[Theme]) -> list[Phone]:
    """The first unit of each matter that has numbers, each once."""
    named = [site.facts.register.unit(name) for each in found for name in each.ask]
    units: dict[str, Unit] = {unit.id: unit for unit in named if unit}
    return [phone for unit in units.values() for phone in phones_of(site.facts, [unit])[:1]]


def _first(site: Site, audience: Audience, url: str) -> Iterator[tuple[str, str]]:
    """The one list that businesses come for most."""
    if audience is Audience.COMPANY and site.facts.register.benefits:
        count = len(site.facts.register.benefits)
        yield f"惠企政策（{count} 件）", site.links.href(url, "benefits/")


def _more(site: Site, audience: Audience, url: str) -> Iterator[tuple[str, str]]:
    """The lists as they were: all policies for them, guides."""
    for listing in site.facts.listings:
        for facet in listing.facets:
            for slug, label, records in facet.values if facet.plan.name == "audience" else ():
                if slug == audience.slug:
                    words = f"给{label}的全部{listing.label}（{len(records)} 件）"
                    yield words, site.links.href(url, f"{listing.section}/audience/{slug}/")
    yield "全部事情", site.links.href(url, "themes/")


PART = Part(planned)
