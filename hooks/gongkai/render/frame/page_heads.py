"""Titles and metadata of pages, with the column's own identity put in."""

from __future__ import annotations

from markupsafe import escape

from gongkai.records.base import ContentRecord
from gongkai.render.machine.metadata import FeedLinks, Listing, head
from gongkai.render.site import Site


def title_of(site: Site, title: str, *, alone: bool = False, url: str = "") -> str:
    """The text of <title>, most particular first, as HTML; in the language of the page at ``url``."""
    column = site.links.column_for(url)
    return str(escape(title if alone else f"{title} - {column.name} - {column.portal}"))


def list_head(site: Site, url: str, title: str, feeds: list[FeedLinks], *, description: str) -> str:
    """Metadata of a list page."""
    keywords = (site.facts.register.column.name, title)
    listing = Listing(title, description, keywords, title)
    return head(site.facts.register, url, listing=listing, feeds=feeds)


def record_head(site: Site, record: ContentRecord, feeds: list[FeedLinks]) -> str:
    """Metadata of a record's page."""
    return head(site.facts.register, record.url, record=record, feeds=feeds)
