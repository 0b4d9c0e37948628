"""What every record's page shows, whatever its type."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections import Counter
from dataclasses import dataclass
from typing import TypedDict

from markupsafe import Markup, escape

from gongkai.column.asked import asked
from gongkai.common.said_days import cn_date, weekday
from gongkai.records.base import ContentRecord, Push, Update
from gongkai.records.fields.parts import Move
from gongkai.records.types.correction import Correction
from gongkai.records.types.unit import Unit
from gongkai.render.contents import Contents, contents, laid_out
from gongkai.render.facts import Facts
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.records.views.phases import Phase, phases
from gongkai.render.records.views.two_rows import Rows, two_rows
from gongkai.render.site import Site
from gongkai.render.view import View
from gongkai.text import places, plain_text

Crumbs = list[tuple[str, str | None]]


@dataclass(frozen=True)
class FileView:
    """One file to download, as the page offers it."""

    name: str
    href: str
    kind: str
    size: int
    pages: str | None = None


class Shared(TypedDict):
    """The fields of ``RecordView`` but the record, for the view of a type to be made from.

    They stand here once more because mypy holds ``**shared`` to the fields of a view only where it is
    a ``TypedDict``: a field that is in one and not in the other fails there.
    """

    crumbs: Crumbs
    body: Markup
    modified: dt.date
    units: list[Unit]
    attachments: list[FileView]
    feeds: list[FeedLinks]
    previous: ContentRecord | None
    next: ContentRecord | None
    mentions: list[ContentRecord]
    gathered: list[tuple[str, str, int]]
    updates: list[Update]
    moves: list[Move]
    moves_ahead: list[Move]
    pushes: tuple[Push, ...]
    plain: str
    places: list[tuple[str, str]]
    metadata: Rows
    phases: list[Phase]


@dataclass(frozen=True, kw_only=True)
class RecordView(View):
    """A record and the parts of its page that are not simply its fields.

    A type with a template of its name has that one, the others the one for any record.
    """

    TEMPLATE = "records/record.html"

    record: ContentRecord
    crumbs: Crumbs
    body: Markup
    modified: dt.date
    units: list[Unit]
    attachments: list[FileView]
    feeds: list[FeedLinks]
    previous: ContentRecord | None
    next: ContentRecord | None
    #: public records that name this one, oldest first
    mentions: list[ContentRecord]
    #: (words, address, how many) of pages that show many of them together
    gathered: list[tuple[str, str, int]]
    #: 更新说明 made up to the day
    updates: list[Update]
    #: 日期变更 announced up to the day, and those among them to days still to come
    moves: list[Move]
    moves_ahead: list[Move]
    #: 主动推送 up to the day
    pushes: tuple[Push, ...]
    #: the text without marks, for search
    plain: str
    #: (id, its first line) of the parts of it that a link can lead to, for search
    places: list[tuple[str, str]]
    #: (label, value) of the table of details
    metadata: Rows
    #: how it stands and what can be done about it, today and on the days ahead
    phases: list[Phase]

    @property
    def contents(self) -> Contents | None:
        """The contents of its text, where that is long."""
        return contents(self.body)

    @property
    def details(self) -> tuple[Rows, Rows]:
        """Who and when, and what else is known, for a fold."""
        return two_rows(self.metadata)

    @property
    def corrections(self) -> list[Correction]:
        """The corrections among what names it, newest first."""
        return [each for each in reversed(self.mentions) if isinstance(each, Correction)]

    @property
    def template_names(self) -> list[str]:
        return [f"records/{self.record.TYPE}.html", self.TEMPLATE]


def base(
    site: Site,
    record: ContentRecord,
    metadata: Rows,
    notes: dict[str, str] | None = None,
    body: str | None = None,
) -> Shared:
    """The shared parts of a page; ``notes`` are the HTML beside the articles of its text, by their ids.

    ``body``: the text where it is not the one that the record's file has.
    """
    html, today = site.bodies.html(record, record.url, body), site.facts.register.today
    previous, following = site.facts.neighbours(record)
    mentions, gathered = _mentions(site.facts, record)
    return Shared(
        crumbs=[*site.links.section_crumbs(record, record.url), (crumb_label(record), None)],
        body=laid_out(html, notes or {}),
        modified=site.facts.register.last_change(record),
        updates=list(record.seen("updates", today)),
        moves=list(record.seen("moves", today)),
        moves_ahead=[each for each in record.seen("moves", today) if each.new >= today],
        pushes=record.pushed_on(today),
        units=site.facts.register.units_of(record),
        attachments=attachments(site, record),
        feeds=site.links.feeds_of(record),
        mentions=mentions,
        gathered=gathered,
        previous=previous,
        next=following,
        plain=plain_text(html),
        places=places(html),
        metadata=metadata,
        phases=phases(site.facts, record),
    )


#: so many records of one page are named by that page instead
_MANY = 5


def _mentions(facts: Facts, record: ContentRecord) -> tuple[list[ContentRecord], list[tuple[str, str, int]]]:
    """What names a record: each by itself, or the page that shows many of them together."""
    found = facts.register.mentions(record)
    counts = Counter(each.gathered for each in found if each.gathered)
    many = {page: count for page, count in counts.items() if count > _MANY}
    alone = [each for each in found if each.gathered not in many]
    return alone, [(words, address, count) for (words, address), count in sorted(many.items())]


def crumb_label(record: ContentRecord) -> str:
    """The last crumb: the 发文字号 where there is one, else the title."""
    return getattr(record, "number", None) or record.name


def attachments(site: Site, record: ContentRecord) -> list[FileView]:
    """The record's files with their kind and size in bytes."""
    return [file_view(site, record, each.name, each.file, each.pages) for each in record.attachments]


def file_view(site: Site, record: ContentRecord, name: str, file: str, pages: str | None = None) -> FileView:
    """A file with its pages as they are counted in a PDF, else as the editor wrote them."""
    known = site.facts.register.files.get(file)
    kind = posixpath.splitext(file)[1].lstrip(".").upper()
    if known and kind == "PDF":
        pages = str(known.scan().pages or "") or pages
    return FileView(name, site.links.href(record.url, file), kind, known.size if known else 0, pages)


def day(value: dt.date) -> Markup:
    """A date for a metadata table, readable by machines too."""
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), cn_date(value))


def day_of_week(value: dt.date) -> Markup:
    """The same with its weekday, where somebody must be somewhere."""
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), weekday(value))


def link(href: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, text)


def joined(parts: list[Markup], mark: str = "、") -> Markup:
    return Markup(escape(mark)).join(parts)


def unit_links(site: Site, url: str, names: tuple[str, ...]) -> Markup:
    """Units by the names written, each linking to the unit's page."""
    parts = []
    for name in names:
        unit = site.facts.register.unit(name)
        parts.append(link(site.links.href(url, unit.url), name) if unit else Markup(escape(name)))
    return joined(parts)


def answer_pages(site: Site, record: ContentRecord, url: str) -> list[str]:
    """Links to the pages of the questions answered in a record, in their order."""
    return [site.links.href(url, each.url) for each in asked(record, site.facts.register.today)]


def entry_links(site: Site, url: str, numbers: tuple[str, ...]) -> Markup:
    """Catalogue entries by 编号, each linking to its place in the catalogue."""
    found = [entry for entry in map(site.facts.register.entry, numbers) if entry]
    return joined([link(site.links.href(url, entry.place), entry.name) for entry in found])


def policy_links(site: Site, url: str, names: tuple[str, ...]) -> Markup:
    """Public policies by the names written, each linking to its page."""
    today = site.facts.register.today
    found = [
        policy for policy in map(site.facts.register.policy, names) if policy and policy.is_public(today)
    ]
    return joined([link(site.links.href(url, policy), policy.title) for policy in found])


def record_links(site: Site, url: str, names: tuple[str, ...]) -> Markup:
    """Public records of any type by the names written, each linking to its page."""
    today = site.facts.register.today
    found = [
        record for record in map(site.facts.register.record, names) if record and record.is_public(today)
    ]
    return joined([link(site.links.href(url, record), record.name) for record in found])
