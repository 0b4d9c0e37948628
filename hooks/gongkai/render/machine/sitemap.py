"""The map of all pages for search engines, dated by the records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

#: the protocol's limit of addresses in one file
LIMIT = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

_LINKS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'

Entry = tuple[str, dt.date | None]
#: (hreflang, full address) of every version of a page
Versions = Sequence[tuple[str, str]]


def sitemap(
    root: str, entries: Iterable[Entry], limit: int = LIMIT, versions: Mapping[str, Versions] | None = None
) -> dict[str, bytes]:
    """Path → bytes for (address below the root, day of the last change) pairs, sorted by address.

    Above ``limit`` addresses, ``sitemap.xml`` is an index of ``sitemap-1.xml``, ``sitemap-2.xml`` …
    ``versions`` gives an address's pages in every language, if it has several.
    An address given twice stands once, with its newest day; one without a day has no lastmod.
    """
    days: dict[str, dt.date | None] = {}
    for address, day in entries:
        known = days.get(address)
        days[address] = max(filter(None, (known, day)), default=None)
    ordered = sorted(days.items())
    if len(ordered) <= limit:
        return {"sitemap.xml": _pages(root, ordered, versions or {})}
    parts = [ordered[start : start + limit] for start in range(0, len(ordered), limit)]
    files = {
        f"sitemap-{number}.xml": _pages(root, part, versions or {}) for number, part in enumerate(parts, 1)
    }
    newest = (max((day for _, day in part if day), default=None) for part in parts)
    index = _listed("sitemapindex", "sitemap", root, zip(files, newest, strict=True), {})
    return {"sitemap.xml": index, **files}


def _pages(root: str, entries: Sequence[Entry], versions: Mapping[str, Versions]) -> bytes:
    return _listed("urlset", "url", root, entries, versions)


def _listed(
    element: str, each: str, root: str, entries: Iterable[Entry], versions: Mapping[str, Versions]
) -> bytes:
    several = f" {_LINKS}" if any(versions.values()) else ""
    lines = [f"{_HEAD}<{element} {_NAMESPACE}{several}>\n"]
    for address, day in entries:
        lastmod = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        location = escape(root + quote(address, safe="/-._~%"))
        lines.append(
            f"<{each}><loc>{location}</loc>{lastmod}{_versions(versions.get(address, ()))}</{each}>\n"
        )
    lines.append(f"</{element}>\n")
    return "".join(lines).encode()


def _versions(versions: Versions) -> str:
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>'
        for code, address in versions
    )
