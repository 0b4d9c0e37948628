"""The English version: home, hand-written pages, translations with their list, and the search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.column.passing import stages
from gongkai.column.register.english import FOLDER, original_of
from gongkai.exports.lists import list_csv
from gongkai.records.base import ContentRecord
from gongkai.records.types.english_page import EnglishPage
from gongkai.records.types.policy import Policy
from gongkai.records.types.translation import Translation
from gongkai.render.facts import Facts
from gongkai.render.frame.interface_words import english_date, unit_name
from gongkai.render.frame.language import ENGLISH
from gongkai.render.frame.modules import search_tags
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering import english_doors
from gongkai.render.gathering.english_heads import page_head, record_head
from gongkai.render.gathering.indexes import FILTERS, Groups, SearchView
from gongkai.render.listing import PAGE_SIZE
from gongkai.render.lists.entries import Entry
from gongkai.render.lists.pages import ListView
from gongkai.render.lists.paging import Paged, numbers
from gongkai.render.parts import File, MapEntry, Part
from gongkai.render.records.search_words import english_words
from gongkai.render.records.views import translation
from gongkai.render.records.views.common import RecordView
from gongkai.render.site import Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

LIST = f"{FOLDER}records/"
SEARCH = f"{FOLDER}search/"
LATEST = 5


@dataclass(frozen=True, kw_only=True)
class EnglishHomeView(View):
    """The English home page; ``doors`` are (words, link, what is behind it)."""

    TEMPLATE = "english/home.html"

    title: str
    summary: str | None
    doors: list[tuple[str, str, str | None]]
    body: Markup
    entries: list[Entry]
    total: int
    #: what can be answered today
    consultations: list[english_doors.Way]
    emergency: list[tuple[str, str, str]]


def planned(site: Site) -> Iterator[Planned]:
    """Every page of the English version; none without an English page or translation."""
    if not site.facts.register.english:
        return
    yield Planned(FOLDER, "home", lambda: _home(site))
    yield Planned(SEARCH, "search", lambda: _search(site))
    listed = Records(site.facts.register.translations)
    for number in range(1, listed.pages + 1):
        yield _list(site, listed, number)
    for page in site.facts.register.english_pages:
        if page.url != FOLDER:
            yield _page(site, page, page.slug)
    for record in site.facts.register.translations:
        yield _page(site, record, "records")


class Records(Paged):
    """All translations, cut into pages."""

    def __init__(self, records: list[Translation]) -> None:
        self.records = records

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.records) // PAGE_SIZE))

    def page_url(self, number: int) -> str:
        return LIST if number == 1 else f"{LIST}page/{number}/"


def _home(site: Site) -> Page:
    register, url = site.facts.register, FOLDER
    written = next((page for page in register.english_pages if page.url == url), None)
    pages = [page for page in register.english_pages if page is not written]
    column = site.links.column_for(url)
    title = written.title if written else column.name
    feeds = site.links.feed_links(url, ["en"])
    shared = translation.shared(site, written) if written else None
    view = EnglishHomeView(
        title=title,
        summary=written.summary if written else column.description,
        doors=[
            ("Services", site.links.href(url, english_doors.SERVICES), "What you can apply for, and where."),
            (
                "Whom to call",
                site.links.href(url, english_doors.CONTACTS),
                "Departments and emergency numbers.",
            ),
            *((page.block or page.title, site.links.href(url, page), page.summary) for page in pages),
        ],
        body=shared["body"] if shared else Markup(""),
        entries=[row(site, record, url) for record in register.translations[:LATEST]],
        total=len(register.translations),
        consultations=english_doors.consultations(site, url),
        emergency=english_doors.numbers(site),
    )
    content = site.templates.filled(view, url)
    head = page_head(site, url, column.name, column.description, feeds, main=True)
    document = _document(site, written, shared["plain"]) if written and shared else None
    name = title_of(site.links, f"{column.name} - {column.portal}", alone=True, url=url)
    return Page(url, "home", name, head, content, "english-home", document=document)


def _page(site: Site, record: Translation | EnglishPage, section: str) -> Planned:
    return Planned(record.url, section, lambda: _record_page(site, record, section))


def _record_page(site: Site, record: Translation | EnglishPage, section: str) -> Page:
    view: RecordView
    if isinstance(record, Translation):
        view = translation.translated(site, record)
    else:
        view = translation.written(site, record)
    return Page(
        url=record.url,
        section=section,
        title=title_of(site.links, record.name, url=record.url),
        head=record_head(site, record, view.feeds),
        content=site.templates.filled(view, record.url),
        body_class=record.TYPE,
        modified=view.modified,
        document=_document(site, record, view.plain),
    )


def _list(site: Site, listed: Records, number: int) -> Planned:
    return Planned(listed.page_url(number), "records", lambda: _list_page(site, listed, number))


def _list_page(site: Site, listed: Records, number: int) -> Page:
    url, title = listed.page_url(number), site.templates.words[ENGLISH]("英文译文")
    start, feeds = (number - 1) * PAGE_SIZE, site.links.feed_links(url, ["en"])
    view = ListView(
        **numbers(site.links, listed, number, url),
        section=Translation.section(),
        crumbs=[*site.links.crumbs(url), (title, None)],
        title=title,
        label=title,
        intro="Records of this column in English. The Chinese texts prevail.",
        facets=[],
        folds=[],
        narrowing=None,
        ways=[],
        selected=None,
        clear=None,
        total=len(listed.records),
        entries=[row(site, each, url) for each in listed.records[start : start + PAGE_SIZE]],
        csv=site.links.href(url, f"{LIST}list.csv"),
        data=site.links.href(url, f"data/#{Translation.section()}") if site.facts.made.datasets else None,
        feeds=feeds,
    )
    content = site.templates.filled(view, url)
    head = page_head(site, url, title, "Records of this column in English", feeds)
    words = title if number == 1 else f"{title} (page {number})"
    return Page(url, "records", title_of(site.links, words, url=url), head, content, "english-list")


def row(site: Site, record: Translation, url: str) -> Entry:
    """A translation as a row of a list, with the original's 状态, number and units."""
    say = site.templates.words[ENGLISH]
    register = site.facts.register
    original = original_of(register, record)
    known = stages(register, original) if original else ()
    chips: list[tuple[str, str]] = []
    facts: list[str] = []
    links: list[tuple[str, str]] = []
    if record.example:
        chips.append(("example", say("示例")))
    if original:
        units = "; ".join(unit_name(unit, ENGLISH) for unit in register.units_of(original))
        number = original.number if isinstance(original, Policy) else None
        facts = [each for each in (say(original.LABEL), number, units) if each]
        links = [("Chinese text", site.links.href(url, original))]
    facts.append(f"translated {english_date(record.translated_on)}")
    return Entry(record, site.links.href(url, record), record.name, chips, facts, links, known)


def _document(site: Site, record: ContentRecord, text: str) -> SearchDocument:
    say = site.templates.words[ENGLISH]
    original = original_of(site.facts.register, record) if isinstance(record, Translation) else None
    state = site.facts.register.state(original) if original else None
    units = site.facts.register.units_of(original) if original else []
    shown = "\n".join([*([record.summary] if record.summary else []), text, *record.keywords])
    return SearchDocument(
        url=record.url,
        title=record.name,
        number=getattr(original, "number", None) or "",
        text=shown,
        type=say(original.LABEL if original else record.LABEL),
        unit=unit_name(units[0], ENGLISH) if units else "",
        year=str(record.published.year),
        status=say(state.value) if state else "",
        date=record.published.isoformat(),
        extra=english_words(f"{record.name} {shown}"),
        asked=record.asked,
    )


def _search(site: Site) -> Page:
    url, title = SEARCH, site.templates.words[ENGLISH]("搜索")
    pages = [(page.title, site.links.href(url, page), None) for page in site.facts.register.english_pages]
    records = [
        (each.title, site.links.href(url, each), None)
        for each in site.facts.register.translations[:PAGE_SIZE]
    ]
    every = (
        site.templates.words[ENGLISH]("英文译文"),
        site.links.href(url, LIST),
        str(len(site.facts.register.translations)),
    )
    groups: Groups = [(site.templates.words[ENGLISH]("英文页面"), [*pages, every]), (every[0], records)]
    view = SearchView(
        crumbs=[*site.links.crumbs(url), (title, None)],
        groups=[each for each in groups if each[1]],
        filters=FILTERS[:4],
    )
    content = site.templates.filled(view, url)
    assets = site.templates.assets
    script = search_tags(assets, "index/", lambda path: site.links.href(url, path))
    head = page_head(site, url, title, "Search the English pages of this column", []) + script
    return Page(url, "search", title_of(site.links, title, url=url), head, content, "english-search")


def _files(facts: Facts) -> Iterator[File]:
    """The table behind the list of translations."""
    register = facts.register
    if register.english:
        yield f"{LIST}list.csv", list_csv(register.translations, register, Translation)


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    """Every record, the home page and the list, which change with the newest of the records."""
    records = facts.register.english
    days = {record.url: facts.register.last_change(record) for record in records}
    yield from days.items()
    for address in (FOLDER, LIST) if days else ():
        yield address, max(days.values())


PART = Part(planned, _files, _in_map)
