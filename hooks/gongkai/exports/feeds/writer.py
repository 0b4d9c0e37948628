"""One planned feed → RSS and Atom, by feedgen, and JSON Feed, from the records' own dates only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from feedgen.entry import FeedEntry
from feedgen.ext.dc import DcEntryExtension, DcExtension
from feedgen.feed import FeedGenerator

from gongkai.column.classing import domains_of, topics_of
from gongkai.column.register import Register
from gongkai.column.said_first import stand
from gongkai.common.printable import one_line, xml_text
from gongkai.common.problems import ContentError, Problem, excerpt
from gongkai.common.said_days import cn_date
from gongkai.exports.feeds.json_feed import json_feed
from gongkai.exports.feeds.links import RefusedLinkError, absolute_links, web_address
from gongkai.exports.feeds.log_entry import log_entry
from gongkai.exports.made import Feed, LogEntry
from gongkai.records.base import ContentRecord
from gongkai.records.column import Column
from gongkai.records.types.policy import Policy

_BEIJING = dt.timezone(dt.timedelta(hours=8))


class Writer:
    """Writes feeds of one column; a record that stands in several feeds is prepared once."""

    def __init__(self, register: Register, full_text: Callable[[ContentRecord], str]) -> None:
        self._register = register
        self._full_text = full_text
        self._entries: dict[str, FeedEntry] = {}

    def write(self, feed: Feed) -> dict[str, bytes]:
        """Path below the site → bytes, for RSS, Atom and JSON Feed."""
        entries = [self._prepared(entry, feed) for entry in feed.entries]
        ids = [entry.guid()["guid"] for entry in entries]
        assert len(ids) == len(set(ids)), f"duplicate ids in feed {feed.name}"
        rss = self._channel(feed, entries, feed.rss, "application/rss+xml").rss_str(pretty=True)
        atom = self._channel(feed, entries, feed.atom, "application/atom+xml").atom_str(pretty=True)
        column = self._column(feed.language)
        return {
            feed.rss: rss,
            feed.atom: atom,
            feed.json: json_feed(feed, self._title(feed), column, entries),
        }

    def _channel(self, feed: Feed, entries: list[FeedEntry], path: str, media_type: str) -> FeedGenerator:
        column, title = self._column(feed.language), self._title(feed)
        channel = FeedGenerator()
        channel.register_extension("dc", DcExtension, DcEntryExtension, atom=False, rss=True)
        channel.id(web_address(column.root + feed.atom))
        channel.title(title)
        channel.subtitle(title)
        channel.description(title)
        channel.language(feed.language)
        channel.generator(one_line(column.name))
        channel.author(name=one_line(column.organiser))
        # feedgen takes the channel's address in RSS from the last link
        channel.link(href=web_address(column.root + path), rel="self", type=media_type)
        channel.link(href=web_address(column.root + feed.twin), rel="alternate", type="text/html")
        days = [self._register.last_change(record) for record in feed.records] + [e.day for e in feed.events]
        channel.updated(_midnight(max(days or self._newest)))
        for entry in entries:
            channel.add_entry(entry, order="append")
        return channel

    def _title(self, feed: Feed) -> str:
        column = self._column(feed.language)
        return one_line(f"{feed.title} · {column.name} · {column.portal}")

    def _prepared(self, entry: ContentRecord | LogEntry, feed: Feed) -> FeedEntry:
        if isinstance(entry, LogEntry):
            return log_entry(entry, self._column(feed.language))
        return self._entry(entry)

    @property
    def _newest(self) -> list[dt.date]:
        """For a feed that is still empty: the day the column was last added to, not the day of the build."""
        return [record.published for record in self._register.all[:1]] or [self._register.today]

    def _entry(self, record: ContentRecord) -> FeedEntry:
        if record.id not in self._entries:
            self._entries[record.id] = self._new_entry(record)
        return self._entries[record.id]

    def _new_entry(self, record: ContentRecord) -> FeedEntry:
        column = self._column(record.LANGUAGE)
        address = web_address(column.root + record.url)
        names = self._authors(record)
        entry = FeedEntry()
        entry.register_extension("dc", DcEntryExtension, atom=False, rss=True)
        entry.guid(address, permalink=True)
        stands = stand(self._register, record)
        entry.title(stands.mark + (one_line(record.name) or record.slug))
        entry.link(href=address, rel="alternate", type="text/html")
        entry.published(_midnight(record.published))
        entry.updated(_midnight(self._register.last_change(record)))
        entry.author([{"name": name} for name in names])
        entry.dc.dc_creator(names)
        entry.category([{"term": term} for term in self._categories(record)])
        entry.summary(stands.said + _summary(record, names))
        # of a record without a text a reader's program shows the summary, if there is nothing instead
        if text := stands.html + self._text(record, address):
            entry.content(text, type="html")
        return entry

    def _text(self, record: ContentRecord, address: str) -> str:
        """The record's HTML, fit for XML, links absolute; a refused link is a problem of its file."""
        try:
            return absolute_links(xml_text(self._full_text(record)), address)
        except RefusedLinkError as refused:
            raise ContentError([_refused(record, refused.link)]) from None

    def _authors(self, record: ContentRecord) -> list[str]:
        names = [unit.name for unit in self._register.units_of(record)] or list(record.unit_names)
        return [one_line(name) for name in names or [self._column(record.LANGUAGE).organiser]]

    def _column(self, language: str) -> Column:
        """Who publishes, in the language of a feed or record."""
        column = self._register.column
        return column if language == ContentRecord.LANGUAGE else column.in_english()

    def _categories(self, record: ContentRecord) -> list[str]:
        if record.LANGUAGE != ContentRecord.LANGUAGE:
            return ["Example"] if record.example else []
        found = [record.LABEL, *topics_of(self._register, record), *domains_of(self._register, record)]
        state = self._register.state(record)
        said = [*found, *([state.value] if state else [])]
        return [*(str(term) for term in said), *(["示例"] if record.example else [])]


def _summary(record: ContentRecord, names: list[str]) -> str:
    """The editors' summary, or the facts of the record: a text for lists of entries."""
    if record.LANGUAGE != ContentRecord.LANGUAGE:
        return ("[Example] " if record.example else "") + one_line(record.summary or record.name)
    mark = "【示例】" if record.example else ""
    number = f"（{record.number}）" if isinstance(record, Policy) and record.number else ""
    facts = f"{record.LABEL}{number}，{'、'.join(names)}{cn_date(record.published)}公开。"
    return mark + one_line(record.summary or facts)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=_BEIJING)


def _refused(record: ContentRecord, link: str) -> Problem:
    return Problem(
        rule="feed-link",
        name="订阅源链接",
        path=record.source.path,
        message=f"链接“{excerpt(link, 80)}”不能放进订阅源（只允许 http、https、mailto、tel 和站内链接）",
        fix="删去这个链接，或者改为 https:// 开头的完整网址",
        basis="订阅源在别处打开，链接须是可以公开访问的网址",
    )
