"""How pages lead to each other, to their feeds and to their like in the other language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import Any

from markupsafe import escape

from gongkai.column.register import Register
from gongkai.column.register.english import counterparts
from gongkai.exports.made import Feed
from gongkai.records.base import ContentRecord, Record
from gongkai.records.column import Column
from gongkai.render.frame.language import CHINESE, ENGLISH, Languages, home_of, language_of
from gongkai.render.frame.page import relative
from gongkai.render.frame.places import ABOVE, entry_of
from gongkai.render.machine.metadata import FeedLinks

#: (words, link) from the home page to a page itself, which has no link
Crumbs = list[tuple[str, str | None]]


class Links:
    """The addresses of a column, from one page to another."""

    def __init__(self, register: Register, feeds: Mapping[str, Feed]) -> None:
        self._register = register
        self._feeds = feeds
        self._columns = {CHINESE: register.column, ENGLISH: register.column.in_english()}
        self.languages = Languages(register.column.root, counterparts(register))

    def asking(self, register: Register, stand_in: Callable[[Any], Any]) -> Links:
        """The same links, which ask a stand-in of the column."""
        other = copy(self)
        other._register, other._feeds = register, stand_in(self._feeds)
        return other

    @property
    def column_path(self) -> str:
        """The path of the column's home page on its host, e.g. ``/zwgk/``."""
        return "/" + self._register.column.root.split("/", 3)[3]

    def column_for(self, url: str) -> Column:
        """The column's identity in the language of a page."""
        return self._columns[language_of(url)]

    def href(self, source: str, target: str | Record) -> str:
        """The link from a page to a record or an address below the root."""
        address = target.url if isinstance(target, Record) else target
        if source.endswith(".html"):
            # An error page is shown at any address, so its links cannot be relative.
            return self.column_path + address
        return relative(source, address)

    def base(self, url: str) -> str:
        """What leads from a page back to the column's root, without the slash at its end."""
        return (
            self.column_path.rstrip("/")
            if url.endswith(".html")
            else "/".join([".."] * url.count("/")) or "."
        )

    def switch(self, url: str) -> tuple[str, str]:
        """The link to the other language as HTML, and what <head> says of a page's versions."""
        if not self.languages.two:
            return "", ""
        return str(escape(self.href(url, self.languages.switch(url)))), self.languages.head(url)

    def crumbs(self, url: str, *steps: tuple[str, str]) -> Crumbs:
        """Breadcrumbs from the home page through the steps given as (label, address).

        The entry of the navigation that the page belongs to is the first, where no step leads there.
        """
        home = home_of(language_of(url))
        found: Crumbs = [(self.column_for(url).name, self.href(url, home))]
        return [
            *found,
            *((label, self.href(url, address)) for label, address in (*self._entry(url, steps), *steps)),
        ]

    def _entry(self, url: str, steps: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
        """The entry as a step; none on its own pages and on those that the first step leads through."""
        if language_of(url) == ENGLISH or (entry := entry_of(url)) not in ABOVE:
            return []
        label, address = ABOVE[entry]
        leading = (url, *(to for _, to in steps))
        return [] if any(each.startswith(address) for each in leading) else [(label, address)]

    def section_crumbs(self, record: ContentRecord, url: str) -> Crumbs:
        """Breadcrumbs to the list that a record stands in."""
        address = f"{record.section()}/" if record.LISTED else "columns/"
        return self.crumbs(url, (record.COLUMN, address))

    def feed_links(self, url: str, names: Sequence[str]) -> list[FeedLinks]:
        """The feeds of these names that exist, as links from a page."""
        known = [self._feeds[name] for name in names if name in self._feeds]
        return [
            FeedLinks(feed.title, *(self.href(url, each) for each in (feed.twin, *feed.files)))
            for feed in known
        ]

    def feeds_of(self, record: ContentRecord) -> list[FeedLinks]:
        """Feeds that carry a record: its type's and its units'."""
        units = [f"unit-{unit.slug}" for unit in self._register.units_of(record)]
        return self.feed_links(record.url, [record.section(), *units])
