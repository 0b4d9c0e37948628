"""What stands around every page: navigation, footer and the words of the frame, in the page's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from gongkai.column.by_domain import themes
from gongkai.column.register.english import FOLDER
from gongkai.records import types_with
from gongkai.records.base import ContentRecord
from gongkai.records.column import Column
from gongkai.records.traits import Trait
from gongkai.render.facts import Facts
from gongkai.render.frame.assets import Assets
from gongkai.render.frame.interface_words import Words
from gongkai.render.frame.language import ENGLISH, NAMES, home_of, language_of, mark_names, other_than
from gongkai.render.frame.links import Links
from gongkai.render.frame.places import COLUMNS, SERVICES, UNITS, marked
from gongkai.render.frame.templates import Templates

#: entry → its label and address, in the order of the navigation: what people come for, then everything
NAVIGATION = (
    ("home", "首页", ""),
    (SERVICES, "办事", "themes/"),
    *((each.section(), each.COLUMN, f"{each.section()}/") for each in types_with(Trait.IN_NAVIGATION)),
    ("request", "依申请公开", "request/"),
    (UNITS, "单位和电话", "units/"),
    (COLUMNS, "全部栏目", "columns/"),
)
#: hand-written pages in the footer: file name → label
FOOTER = (
    ("guide", "公开指南"),
    ("rules", "公开制度"),
    ("annual-reports", "公开年报"),
    ("accessibility", "无障碍声明"),
)


@dataclass(frozen=True)
class Surround:
    """What main.html reads beside the parts of a page: the same for a section, a depth and a language."""

    base_url: str
    #: the words of the scripts as JSON; nothing for Chinese
    script_words: str
    home: str
    #: (code, what it calls itself) of the other language
    other: tuple[str, str] | None
    #: Chinese names on an English page are marked as Chinese
    named: Callable[[str], Markup]
    column: Column
    #: (whether the page belongs to it, label, address)
    nav_items: list[tuple[bool, str, str]]
    #: (label, address)
    footer_items: list[tuple[str, str]]
    assets: Assets
    #: the address of the picture on a card; none for pages of no entry, which nobody passes on
    card: str


def section_of(record: ContentRecord) -> str:
    """The entry of the navigation that a record's page belongs to."""
    return marked(record.slug, record.url)


def surround(facts: Facts, links: Links, templates: Templates, section: str, url: str) -> Surround:
    """What stands around the page at ``url``, whose entry of the navigation is ``section``."""
    language = language_of(url)
    english = language == ENGLISH
    other = other_than(language)
    say = templates.words[language]
    here = marked(section, url)
    entries = english_navigation(facts, say) if english else _navigation(facts)
    return Surround(
        base_url=links.base(url),
        script_words=templates.script_words[language],
        home=home_of(language),
        other=(other, NAMES[other]) if links.languages.two else None,
        named=mark_names if english else escape,
        column=links.column_for(url),
        nav_items=[(name == here, label, address) for name, label, address in entries],
        footer_items=_english_footer(facts, say) if english else _footer(facts),
        assets=templates.assets,
        card=links.column_for(url).root + templates.assets.card if here else "",
    )


def _navigation(facts: Facts) -> list[tuple[str, str, str]]:
    """Leads to no page that a column does not have; where no matters are written, to the guides."""
    written = bool(themes(facts.register))
    instead = {} if written else {SERVICES: f"{SERVICES}/"}
    entries = [(name, label, instead.get(name, address)) for name, label, address in NAVIGATION]
    asks = any(page.slug == "request" for page in facts.register.pages)
    return [entry for entry in entries if asks or entry[0] != "request"]


def _footer(facts: Facts) -> list[tuple[str, str]]:
    """The hand-written pages that stand in every footer, as far as they exist, then rules and feeds."""
    slugs = {page.slug: page for page in facts.register.pages}
    found = [(label, slugs[slug].url) for slug, label in FOOTER if slug in slugs]
    quality = [("公开质量", "quality/")] if facts.law.figures else []
    rules = [("规则手册", "rulebook/")] if facts.law.rulebook else []
    return [*found, *quality, *rules, ("订阅", "feeds/")]


def english_navigation(facts: Facts, say: Words) -> list[tuple[str, str, str]]:
    """Home, the hand-written pages and the translations: every English page is near."""
    pages = [page for page in facts.register.english_pages if page.url != FOLDER]
    return [
        ("home", say("首页"), FOLDER),
        ("services", "Services", f"{FOLDER}services/"),
        ("contacts", "Whom to call", f"{FOLDER}contacts/"),
        *((page.slug, page.block or page.title, page.url) for page in pages),
        ("records", say("英文译文"), f"{FOLDER}records/"),
    ]


def _english_footer(facts: Facts, say: Words) -> list[tuple[str, str]]:
    """All of these again, and the feed."""
    links = [(label, url) for _, label, url in english_navigation(facts, say)[1:]]
    if "en" in facts.made.feeds:
        links.append((say("订阅"), facts.made.feeds["en"].twin))
    return links
