"""豁免清单 as a page: who was let off which rule, and whose number may stand although it is personal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.law.rulebook import Rulebook, WaiverEntry
from gongkai.records.types.personal_exception import PersonalException
from gongkai.records.types.waiver import WaiverState
from gongkai.render.frame.links import Links
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.rulebook.places import TITLE, URL, WAIVERS, WAIVERS_TITLE, rule_url, target
from gongkai.render.rulebook.search_words import waivers_document
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View


@dataclass(frozen=True, kw_only=True)
class WaiversView(View):
    """Every waiver and every exception for a number, with what they are called and where that is."""

    TEMPLATE = "lists/waivers.html"

    crumbs: Crumbs
    title: str
    #: (waiver, what its record is called, the record's link, its rule's link)
    rows: list[tuple[WaiverEntry, str, str | None, str | None]]
    counts: list[tuple[WaiverState, int]]
    exceptions: list[tuple[PersonalException, str, str | None]]
    csv: str
    feeds: list[FeedLinks]


def planned(site: Site) -> Iterator[Planned]:
    """The list of waivers."""
    book = site.facts.law.rulebook
    if book is not None:
        yield Planned(WAIVERS, "columns", lambda: _page(site, book))


def _page(site: Site, book: Rulebook) -> Page:
    rows: list[tuple[WaiverEntry, str, str | None, str | None]] = []
    for each in book.waivers:
        label, address = target(each.record) if each.record else (each.waiver.record, None)
        href = site.links.href(WAIVERS, address) if address else None
        rows.append((each, label, href, _rule_link(site.links, book, each)))
    counts = [(state, sum(each.state is state for each in book.waivers)) for state in WaiverState]
    view = WaiversView(
        crumbs=[*site.links.crumbs(WAIVERS, (TITLE, URL)), (WAIVERS_TITLE, None)],
        title=WAIVERS_TITLE,
        rows=rows,
        counts=[(state, count) for state, count in counts if count],
        exceptions=exceptions(site),
        csv=site.links.href(WAIVERS, f"{WAIVERS}list.csv"),
        feeds=site.links.feed_links(WAIVERS, ["rulebook"]),
    )
    description = "经批准不照某条规则办的记录：规则、对象、理由、批准人和有效期"
    head = list_head(site.facts, WAIVERS, WAIVERS_TITLE, view.feeds, description=description)
    content = site.templates.filled(view, WAIVERS)
    document = waivers_document(book.waivers, [row[1] for row in rows], WAIVERS, WAIVERS_TITLE)
    title = title_of(site.links, WAIVERS_TITLE)
    return Page(WAIVERS, "columns", title, head, content, "waivers", document=document)


def exceptions(site: Site) -> list[tuple[PersonalException, str, str | None]]:
    """Every exception for a personal number with what readers call its record, the next to end first."""
    rows = []
    found = site.facts.register.everything(PersonalException)
    for each in sorted(found, key=lambda each: (each.expires_on, each.id)):
        label, address = next(map(target, site.facts.register.at_path(each.file)), (each.file, None))
        rows.append((each, label, site.links.href(WAIVERS, address) if address else None))
    return rows


def _rule_link(links: Links, book: Rulebook, each: WaiverEntry) -> str | None:
    known = {rule.standard.slug for rule in book.rules}
    return links.href(WAIVERS, rule_url(each.waiver.rule)) if each.waiver.rule in known else None
