"""A page for every record: the view worked out, the template filled, the words for search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from types import ModuleType

from gongkai.column.classing import topics_of
from gongkai.column.in_care import in_care
from gongkai.common.discovery import modules
from gongkai.records.base import ContentRecord
from gongkai.records.traits import ColumnGroup, ColumnPlace
from gongkai.records.types.contact import Contact
from gongkai.render.facts import Facts
from gongkai.render.frame.navigation import section_of
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import record_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.parts import Column, File, MapEntry, Part
from gongkai.render.records import views
from gongkai.render.records.search_words import words_of
from gongkai.render.records.views import earlier, keeping, plain
from gongkai.render.records.views.common import RecordView
from gongkai.render.site import Site
from gongkai.search import SearchDocument

#: where the pages stand that a district writes under these names; others stand last
_PLACES: dict[str, ColumnPlace] = {
    "guide": (ColumnGroup.INFORMATION, 10),
    "rules": (ColumnGroup.INFORMATION, 20),
    "request": (ColumnGroup.INFORMATION, 60),
    "accessibility": (ColumnGroup.HELP, 20),
    "report-error": (ColumnGroup.HELP, 30),
    "about": (ColumnGroup.HELP, 35),
    "about-demo": (ColumnGroup.HELP, 40),
}


@cache
def _views() -> dict[type[ContentRecord], ModuleType]:
    """The views of types whose pages show more than their fields; the others need only a template.

    A module of ``views/`` says in ``SHOWS`` whose pages its ``view`` makes; where more files stand beside
    them, such as tables, its ``files`` gives them: address → content.
    """
    return {module.SHOWS: module for _, module in modules(views.__name__, ("SHOWS", "view"))}


def planned(site: Site) -> Iterator[Planned]:
    """A page for each public record; what introduces a list stands on the list's page."""
    _views()  # once, before any process divides
    for record in site.facts.register.all:
        if record.url not in site.facts.introductions:
            yield _record(site, record)


def _files(facts: Facts) -> Iterator[File]:
    """The files that records offer beside their pages."""
    for record in facts.register.all:
        if make := getattr(_views().get(type(record)), "files", None):
            yield from make(facts, record).items()


def _record(site: Site, record: ContentRecord) -> Planned:
    section = section_of(record)
    return Planned(record.url, section, lambda: _record_page(site, record, section))


def _record_page(site: Site, record: ContentRecord, section: str) -> Page:
    module = _views().get(type(record))
    view: RecordView = module.view(site, record) if module else plain.plain(site, record)
    if view.metadata:
        view = replace(
            view, metadata=[*view.metadata, *keeping.detail(site, record), *earlier.detail(site, record)]
        )
    return Page(
        url=record.url,
        section=section,
        title=title_of(site.links, record.name),
        head=record_head(site.facts, record, view.feeds),
        content=site.templates.filled(view, record.url),
        body_class=record.TYPE,
        modified=view.modified,
        document=document(site.facts, record, view.plain, view.places),
    )


def document(
    facts: Facts, record: ContentRecord, text: str, begins: Sequence[tuple[str, str]] = ()
) -> SearchDocument:
    """What search knows of a record: its names, and its ``text`` and fields as words.

    ``begins``: the parts of its text that a link can lead to, as ``text.places`` has them.
    """
    units = facts.register.units_of(record)
    state = facts.register.state(record)
    number: str = getattr(record, "number", None) or ""
    shown, names = words_of(record, text, facts.register.today)
    return SearchDocument(
        url=record.url,
        title=record.name,
        number="" if number.isdigit() else number,  # a mere figure names nothing
        text=shown,
        type=record.LABEL,
        unit=units[0].label if units else "",
        year=str(record.published.year),
        status=state.value if state else "",
        date=record.published.isoformat(),
        extra="\n".join(filter(None, (names, *_of_units(facts, record)))),
        topic=tuple(topic.value for topic in topics_of(facts.register, record)),
        audience=tuple(audience.value for audience in getattr(record, "audiences", ())),
        places=tuple(_lines(shown, begins)),
        asked=(*record.asked, *_asked_of_units(facts, record)),
    )


def _of_units(facts: Facts, record: ContentRecord) -> Iterator[str]:
    """The names of its units; whoever has a matter in their care looks for their telephones too."""
    units = facts.register.units_of(record)
    for unit in units:
        yield from unit.names
    if isinstance(record, Contact):
        yield from (word for unit in units for word in in_care(facts.register, unit))


def _asked_of_units(facts: Facts, record: ContentRecord) -> Iterator[str]:
    """Whoever asks for a unit is helped by its telephones too."""
    if isinstance(record, Contact):
        yield from (words for unit in facts.register.units_of(record) for words in unit.asked)


def _lines(text: str, begins: Sequence[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    """On which line of the text each part of it begins, one after the other."""
    lines, at = text.split("\n"), 0
    for place, first in begins:
        found = next((n for n in range(at, len(lines)) if lines[n] == first), None)
        if found is not None:
            yield found, place
            at = found


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    for record in facts.register.all:
        yield record.url, facts.register.last_change(record)


def _columns(facts: Facts) -> Iterator[Column]:
    """The pages that the district writes itself."""
    for each in reversed(facts.register.pages):
        if each.url not in facts.introductions:
            yield Column(each.block or each.title, each.url, place=_PLACES.get(each.slug))


PART = Part(planned, _files, _in_map, _columns)
