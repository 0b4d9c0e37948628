"""What a page says about itself in <head>: 政府网站网页标签, links to the same as feeds, JSON-LD.

SiteName, SiteDomain and SiteIDCode are the same on every page and stand in the page shell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath
from urllib.parse import quote

from gongkai.column.register import Register
from gongkai.column.said_first import stand
from gongkai.common.printable import one_line
from gongkai.exports.made import VersionFiles
from gongkai.records.base import ContentRecord
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.render.machine.jsonld import json_ld

_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif"}
_NOTHING = {"", "null", "none", "undefined"}


@dataclass(frozen=True, slots=True)
class FeedLinks:
    """A feed as a page leads to it: its title, its page for people, its formats."""

    title: str
    page: str
    rss: str
    atom: str
    json: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list page as 栏目: its name, what stands there, its kind (``kind``: 栏目类别, e.g. 政策文件)."""

    name: str
    description: str
    keywords: tuple[str, ...]
    kind: str


def head(
    register: Register,
    url: str,
    *,
    listing: Listing | None = None,
    record: ContentRecord | None = None,
    feeds: Iterable[FeedLinks] = (),
    texts: Iterable[VersionFiles] = (),
    canonical: str | None = None,
) -> str:
    """HTML for the <head> of the page at ``url``, one element a line.

    ``listing`` for a list page, ``record`` for the page of a record, neither for any other;
    ``feeds`` are the page's own feeds, their links relative to the page; ``texts`` a policy's files;
    ``canonical`` the address of the page that stands for this one, where that is another.
    """
    lines = [*_column(register, url, listing)]
    if record is not None:
        lines.extend(_article(register, record))
    if not url.endswith(".html"):
        address = url if canonical is None else canonical
        lines.append(f'<link rel="canonical" href="{_attribute(register.column.root + address)}">')
    lines.extend(alternates(feeds))
    if record is not None and record.LANGUAGE == ContentRecord.LANGUAGE:
        lines.extend(twin(register))
    if record is not None:
        lines.append(f'<script type="application/ld+json">{json_ld(record, register, texts)}</script>')
    return "\n".join(lines)


def _column(register: Register, url: str, listing: Listing | None) -> Iterator[str]:
    if listing is not None:
        yield from meta("ColumnName", listing.name)
        yield from meta("ColumnDescription", listing.description)
        yield from meta("ColumnKeywords", ",".join(listing.keywords))
        yield from meta("ColumnType", listing.kind)
        yield from meta("description", listing.description)
        yield from _card(register, url, "website", listing.name, listing.description)
    elif not url:
        yield from meta("description", register.column.description)
        yield from meta("keywords", register.column.keywords)
        yield from _card(register, url, "website", register.column.name, register.column.description)


def _article(register: Register, record: ContentRecord) -> Iterator[str]:
    yield from meta("ArticleTitle", record.name)
    # Records know days, the norm asks for minutes.
    yield from meta("PubDate", f"{record.published.isoformat()} 00:00")
    yield from meta("ContentSource", "、".join(_sources(register, record)))
    yield from meta("Keywords", ",".join(record.keywords))
    yield from meta("Author", _author(register, record))
    described = _described(register, record)
    yield from meta("Description", described)
    yield from meta("Image", _picture(register, record))
    yield from meta("Url", register.column.root + record.url)
    if record.LANGUAGE == ContentRecord.LANGUAGE:
        picture = _picture(register, record)
        yield from _card(register, record.url, "article", record.name, described, picture)


def _described(register: Register, record: ContentRecord) -> str:
    """The summary; how the record stands comes first, since it may invite to what is over."""
    return stand(register, record).said + (record.summary or "")


def _card(
    register: Register, url: str, kind: str, title: str, said: str | None, picture: str | None = None
) -> Iterator[str]:
    """What stands on a card when the page at ``url`` is passed on; a picture only where the page shows it."""
    told = {
        "og:title": title,
        "og:description": said,
        "og:type": kind,
        "og:url": register.column.root + url,
        "og:site_name": register.column.portal,
        "og:locale": "zh_CN",
        "og:image": picture,
    }
    for name, content in told.items():
        for line in meta(name, content):
            yield line.replace("<meta name=", "<meta property=", 1)


def _sources(register: Register, record: ContentRecord) -> list[str]:
    names = [unit.name for unit in register.units_of(record)] or list(record.unit_names)
    return names or [register.column.organiser]


def _author(register: Register, record: ContentRecord) -> str | None:
    """Whom a text is known to be by: the interpreter, or those who issued the document."""
    if isinstance(record, Interpretation):
        return record.person
    return "、".join(_sources(register, record)) if isinstance(record, Policy) else None


def _picture(register: Register, record: ContentRecord) -> str | None:
    files = [media.file for media in record.media] if isinstance(record, Interpretation) else []
    pictures = [file for file in files if PurePosixPath(file).suffix.lower() in _PICTURES]
    return register.column.root + quote(pictures[0]) if pictures else None


def meta(name: str, content: str | None) -> Iterator[str]:
    """One <meta> element, or none when there is nothing to say."""
    text = one_line(content or "")
    if text.lower() not in _NOTHING:
        yield f'<meta name="{name}" content="{escape(text)}">'


def twin(register: Register) -> Iterator[str]:
    """The link to the same page as Markdown, where the column has them."""
    if register.column.machine_texts:
        yield '<link rel="alternate" type="text/markdown" href="index.md">'


def alternates(feeds: Iterable[FeedLinks], title_form: str = "{}（{}）") -> Iterator[str]:
    """One <link> for each form of each feed; ``title_form`` joins its title and the form."""
    for feed in feeds:
        forms = (
            ("RSS", "rss+xml", feed.rss),
            ("Atom", "atom+xml", feed.atom),
            ("JSON", "feed+json", feed.json),
        )
        for kind, media_type, link in forms:
            yield (
                f'<link rel="alternate" type="application/{media_type}" '
                f'title="{_attribute(title_form.format(feed.title, kind))}" href="{_attribute(link)}">'
            )


def _attribute(text: str) -> str:
    return escape(one_line(text))
