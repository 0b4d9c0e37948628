"""What English pages say about themselves in <head>: the same labels as Chinese pages, and Open Graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from gongkai.column.register.english import original_of
from gongkai.common.printable import one_line
from gongkai.records.base import ContentRecord
from gongkai.records.types.translation import Translation
from gongkai.render.frame.language import ENGLISH
from gongkai.render.machine.metadata import FeedLinks, alternates, meta
from gongkai.render.machine.nodes import as_script
from gongkai.render.site import Site


def page_head(
    site: Site, url: str, title: str, description: str, feeds: Sequence[FeedLinks], *, main: bool = False
) -> str:
    """Metadata of the English home page (``main``), list and search; one element a line."""
    column = site.links.column_for(url)
    lines = [*meta("description", description)]
    if main:
        lines.extend(meta("keywords", column.keywords))
    else:
        lines.extend(meta("ColumnName", title))
        lines.extend(meta("ColumnDescription", description))
        lines.extend(meta("ColumnKeywords", f"{column.name},{title}"))
        lines.extend(meta("ColumnType", title))
    return "\n".join(
        [*lines, *_shared(site, url, title, description, "website"), *alternates(feeds, "{} ({})")]
    )


def record_head(site: Site, record: ContentRecord, feeds: Sequence[FeedLinks]) -> str:
    """Metadata of a translation or a hand-written English page."""
    description = record.summary or ""
    lines = [
        *meta("ArticleTitle", record.name),
        *meta("PubDate", f"{record.published.isoformat()} 00:00"),
        *meta("ContentSource", _source(site, record)),
        *meta("Keywords", ",".join(record.keywords)),
        *meta("Description", description),
        *meta("Url", site.facts.register.column.root + record.url),
        *_shared(site, record.url, record.name, description, "article"),
        *alternates(feeds, "{} ({})"),
        f'<script type="application/ld+json">{_json_ld(site, record)}</script>',
    ]
    return "\n".join(lines)


def _source(site: Site, record: ContentRecord) -> str:
    """The units of the original that have an English name; where there is none, who publishes the column."""
    original = original_of(site.facts.register, record) if isinstance(record, Translation) else None
    units = site.facts.register.units_of(original) if original else []
    names = [unit.english_name for unit in units if unit.english_name]
    return "; ".join(names) or site.links.column_for(record.url).organiser


def _shared(site: Site, url: str, title: str, description: str, kind: str) -> Iterator[str]:
    address = escape(site.facts.register.column.root + url)
    yield f'<link rel="canonical" href="{address}">'
    properties = {
        "og:title": title,
        "og:description": description,
        "og:type": kind,
        "og:url": site.facts.register.column.root + url,
        "og:site_name": site.links.column_for(url).portal,
        "og:locale": "en_GB",
        "og:locale:alternate": "zh_CN",
    }
    for name, content in properties.items():
        if content:
            yield f'<meta property="{name}" content="{escape(one_line(content))}">'


def _json_ld(site: Site, record: ContentRecord) -> str:
    root = site.facts.register.column.root
    original = original_of(site.facts.register, record) if isinstance(record, Translation) else None
    node = {
        "@context": "https://schema.org",
        "@type": "Article" if original else "WebPage",
        "@id": root + record.url,
        "url": root + record.url,
        "name": one_line(record.name),
        "headline": one_line(record.name),
        "description": one_line(record.summary or ""),
        "inLanguage": ENGLISH,
        "datePublished": record.published.isoformat(),
        "dateModified": site.facts.register.last_change(record).isoformat(),
        "publisher": {"@type": "GovernmentOrganization", "name": _source(site, record)},
        "translationOfWork": {"@id": root + original.url, "inLanguage": "zh-CN"} if original else None,
    }
    return as_script(node)
