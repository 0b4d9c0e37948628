"""The column's home page: what can be done today, matters, what is new, whom to call, then everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from gongkai.column.actions import actions
from gongkai.column.by_domain import themes
from gongkai.column.news import News, news
from gongkai.records import types_with
from gongkai.records.traits import Trait
from gongkai.records.types.contact import Contact
from gongkai.records.types.meeting import Meeting
from gongkai.records.vocabulary.documents import Audience
from gongkai.render.facts import Facts
from gongkai.render.frame.icons import icon
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering import landing
from gongkai.render.gathering.action_rows import ActionRow, action_rows
from gongkai.render.gathering.all_columns import linked
from gongkai.render.gathering.phones import Phone, line_of
from gongkai.render.gathering.subject import of_theme
from gongkai.render.gathering.theme_tiles import Tile, tile
from gongkai.render.lists.entries import Entry, entry
from gongkai.render.lists.recent import Recent, rows
from gongkai.render.parts import ColumnRow, MapEntry, Part
from gongkai.render.site import Site
from gongkai.render.view import View

LATEST = 8
ACTIONS = 8
MEETINGS = 3


@dataclass(frozen=True, kw_only=True)
class HomeView(View):
    """The home page in its order; ``doors`` are (drawing, words, link, hint)."""

    TEMPLATE = "home.html"

    doors: list[tuple[Markup, str, str, str]]
    actions: list[ActionRow]
    tiles: list[Tile]
    latest: list[Recent]
    meetings: list[Entry]
    phones: list[Phone]
    blocks: list[tuple[str, list[ColumnRow]]]


def planned(site: Site) -> Iterator[Planned]:
    yield Planned("", "home", lambda: _home(site))


def _home(site: Site) -> Page:
    register = site.facts.register
    feeds = site.links.feed_links("", ["all"])
    view = HomeView(
        doors=_doors(site),
        actions=action_rows(site, [each for each in actions(register) if each.until][:ACTIONS], ""),
        tiles=_tiles(site),
        latest=rows(site, islice(_news(site.facts), LATEST), ""),
        meetings=[entry(site, record, "") for record in _meetings(site.facts)],
        phones=_phones(site.facts),
        blocks=linked(site, ""),
    )
    content = site.templates.filled(view, "")
    head = list_head(site.facts, "", register.column.name, feeds, description=register.column.description)
    title = f"{register.column.name} - {register.column.portal}"
    return Page("", "home", title_of(site.links, title, alone=True), head, content, "home")


def _doors(site: Site) -> list[tuple[Markup, str, str, str]]:
    """Four ways in; a door without anything behind it is not shown."""
    drawn = {Audience.PERSON: "material/account", Audience.COMPANY: "material/storefront-outline"}
    doors = []
    for audience, (address, words) in landing.PAGES.items():
        if found := _behind(site.facts, audience, address):
            doors.append((icon(drawn[audience]), words, *found))
    doors.append((icon("material/file-search-outline"), "查文件", "policies/", "按文号、年份、主题"))
    if any(page.slug == "request" for page in site.facts.register.pages):
        doors.append((icon("material/email-edit-outline"), "申请公开", "request/", "怎么申请、多久答复"))
    return [(picture, label, site.links.href("", address), hint) for picture, label, address, hint in doors]


def _behind(facts: Facts, audience: Audience, address: str) -> tuple[str, str] | None:
    """(address, hint): the page of their matters; where none are written, the list of their policies."""
    if audience in landing.audiences(facts.register):
        titles = (each.title for each in themes(facts.register) if audience in each.audiences)
        return address, "、".join(islice(titles, 4))
    if any(audience in policy.audiences for policy in facts.register.policies):
        return f"policies/audience/{audience.slug}/", "给" + audience.value + "的政策"
    return None


def _tiles(site: Site) -> list[Tile]:
    """The matters of people; businesses have a page of their own."""
    found = [each for each in themes(site.facts.register) if Audience.PERSON in each.audiences]
    return [tile(site, of_theme(site.facts.register, each), "") for each in found]


def _news(facts: Facts) -> Iterator[News]:
    """What the public is to be told of, the newest first."""
    told = types_with(Trait.PUSHED)
    return (each for each in news(facts.register) if isinstance(each.record, told))


def _phones(facts: Facts) -> list[Phone]:
    """The numbers that units put on the home page."""
    found = ((facts.register.unit(each.unit), each) for each in facts.register.public(Contact))
    return [line_of(unit, line) for unit, each in found if unit for line in each.lines if line.on_home]


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
