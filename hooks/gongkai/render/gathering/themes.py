"""按事情找: a page for each 办事主题 and each 领域: what can be done first, then what holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.asked import FOLDER as ANSWERS
from gongkai.column.by_domain import known_domains, themes
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.service import Service
from gongkai.records.types.theme import Theme
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.action_rows import ActionRow, action_rows
from gongkai.render.gathering.answer_rows import AnswerRow, row
from gongkai.render.gathering.phones import Phone, phones_of
from gongkai.render.gathering.subject import Held, Subject, held, of_domain, of_theme
from gongkai.render.gathering.theme_tiles import Tile, tile
from gongkai.render.lists.entries import Entry, entry
from gongkai.render.lists.recent import Recent, recent
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.parts import Column, Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

THEMES, DOMAINS = "themes/", "domains/"
TITLE, DOMAINS_TITLE = "按事情找", "按领域找"
#: how much of each kind a page shows; the rest is a link away
_ACTIONS, _POLICIES, _GUIDES, _QUESTIONS, _NEWEST = 12, 12, 12, 8, 10

#: (words, link, how many)
Ways = list[tuple[str, str, str | None]]


@dataclass(frozen=True, kw_only=True)
class ThemeView(View):
    """A subject, what of it can be done, what holds, what is new, and whom to ask."""

    TEMPLATE = "lists/theme.html"

    crumbs: Crumbs
    subject: Subject
    held: Held
    actions: list[ActionRow]
    phones: list[Phone]
    policies: list[Entry]
    questions: list[AnswerRow]
    guides: list[Entry]
    newest: list[Recent]
    #: the lists that hold all of it, or the 领域 of a theme
    ways: Ways
    answers: str | None
    feeds: list[FeedLinks]


@dataclass(frozen=True, kw_only=True)
class ThemesView(View):
    """All themes, or all 领域, as tiles."""

    TEMPLATE = "lists/themes.html"

    crumbs: Crumbs
    title: str
    tiles: list[Tile]
    #: (words, link) of what leads further
    others: list[tuple[str, str]]


def planned(site: Site) -> Iterator[Planned]:
    """Themes and 领域, as far as there are any, and an index of each."""
    register = site.facts.register
    found = [of_theme(register, each) for each in themes(register)]
    if found:
        yield Planned(THEMES, "services", lambda: _index(site, THEMES, TITLE, found))
    domains = [of_domain(register, each) for each in known_domains(register)]
    if domains:
        yield Planned(DOMAINS, "services", lambda: _index(site, DOMAINS, DOMAINS_TITLE, domains))
    for subject in (*found, *domains):
        yield _planned(site, subject)


def _planned(site: Site, subject: Subject) -> Planned:
    return Planned(subject.url, "services", lambda: _page(site, subject))


def _index(site: Site, url: str, title: str, subjects: list[Subject]) -> Page:
    view = ThemesView(
        crumbs=[*site.links.crumbs(url), (title, None)],
        title=title,
        tiles=[tile(site, each, url) for each in subjects],
        others=[(words, site.links.href(url, to)) for words, to in _others(site.facts) if to != url],
    )
    content = site.templates.filled(view, url)
    feeds = site.links.feed_links(url, ["all"])
    head = list_head(site.facts, url, title, feeds, description=f"{title}：现在能办什么，有什么政策，问谁")
    return Page(url, "services", title_of(site.links, title), head, content, "themes")


def _others(facts: Facts) -> Iterator[tuple[str, str]]:
    """The two indexes, and the lists that tell how something is done or given."""
    register = facts.register
    yield from ((TITLE, THEMES),) if themes(register) else ()
    yield from ((DOMAINS_TITLE, DOMAINS),) if known_domains(register) else ()
    if guides := register.public(Service):
        yield f"全部{Service.COLUMN}（{len(guides)} 件）", f"{Service.section()}/"
    if register.benefits:
        yield f"惠企政策（{len(register.benefits)} 件）", "benefits/"


def _page(site: Site, subject: Subject) -> Page:
    url, found = subject.url, held(site.facts.register, subject)
    view = _view(site, subject, found)
    described = f"{subject.title}：现在可以办的{len(found.actions)}项，现行有效的政策{found.in_force}件"
    return Page(
        url=url,
        section="services",
        # a theme may be called as one of its 领域
        title=title_of(site.links, subject.title if url.startswith(THEMES) else f"领域：{subject.title}"),
        head=list_head(site.facts, url, subject.title, view.feeds, description=described),
        content=site.templates.filled(view, url),
        body_class="theme",
        document=_document(subject, found) if url.startswith(THEMES) else None,
    )


def _document(subject: Subject, found: Held) -> SearchDocument:
    """A theme is found by its name, its hint and what stands in it."""
    named = (each.name for each in (*found.guides, *found.policies))
    newest = found.records[0].published.isoformat() if found.records else ""
    return SearchDocument(
        url=subject.url, title=subject.title, number="", text="\n".join([subject.hint, *named]),
        type=Theme.LABEL, unit="", year="", status="", date=newest, extra=" ".join(subject.domains),
    )  # fmt: skip


def _view(site: Site, subject: Subject, found: Held) -> ThemeView:
    url = subject.url
    whole = (TITLE, THEMES) if url.startswith(THEMES) else (DOMAINS_TITLE, DOMAINS)
    return ThemeView(
        crumbs=[*site.links.crumbs(url, whole), (subject.title, None)],
        subject=subject,
        held=found,
        actions=action_rows(site, found.actions[:_ACTIONS], url),
        phones=phones_of(site.facts, subject.ask),
        policies=[entry(site, each, url) for each in found.policies[:_POLICIES]],
        questions=[row(site, each, url) for each in found.answers[:_QUESTIONS]],
        guides=[entry(site, each, url) for each in found.guides[:_GUIDES]],
        newest=recent(site, found.records[:_NEWEST], url),
        ways=_ways(site, subject),
        answers=_answers(site, subject, found),
        feeds=site.links.feed_links(url, [subject.feed]),
    )


def _answers(site: Site, subject: Subject, found: Held) -> str | None:
    """All questions of a 领域, where the page shows some of them only."""
    more = len(found.answers) > _QUESTIONS and subject.url.startswith(DOMAINS)
    return site.links.href(subject.url, f"{ANSWERS}domain/{subject.domains[0].slug}/") if more else None


def _ways(site: Site, subject: Subject) -> Ways:
    """To the 领域 of a theme; from a 领域 to the lists that have all of it, and to the catalogue."""
    url = subject.url
    if url.startswith(THEMES):
        known = known_domains(site.facts.register)
        found = [each for each in subject.domains if each in known]
        return [(each.value, site.links.href(url, f"{DOMAINS}{each.slug}/"), None) for each in found]
    domain = subject.domains[0]
    ways: Ways = []
    for listing in site.facts.listings:
        values = [each for facet in listing.facets if facet.plan.name == "domain" for each in facet.values]
        for slug, _, records in values:
            if slug == domain.slug:
                href = site.links.href(url, f"{listing.section}/domain/{slug}/")
                ways.append((listing.label, href, f"{len(records)} 件"))
    promised = sum(domain in entry.domains for entry in site.facts.register.catalogue)
    if promised:
        href = site.links.href(url, f"catalogue/domain/{domain.slug}/")
        ways.append(("应当公开什么（公开目录）", href, f"{promised} 项"))
    return ways


def _columns(facts: Facts) -> Iterator[Column]:
    if found := themes(facts.register):
        yield Column(TITLE, THEMES, f"{len(found)} 件", place=(ColumnGroup.POLICIES, 5))
    if domains := known_domains(facts.register):
        yield Column(DOMAINS_TITLE, DOMAINS, f"{len(domains)} 个", place=(ColumnGroup.POLICIES, 6))


PART = Part(planned, columns=_columns)
