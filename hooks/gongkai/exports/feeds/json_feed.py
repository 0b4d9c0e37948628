"""JSON Feed 1.1 of the same entries: what programs read that do not want XML."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from feedgen.entry import FeedEntry

from gongkai.common.printable import one_line
from gongkai.exports.made import Feed
from gongkai.records.column import Column

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed, title: str, column: Column, entries: Sequence[FeedEntry]) -> bytes:
    """The feed as JSON; its page is the one that people read."""
    made = {
        "version": VERSION,
        "title": title,
        "home_page_url": column.root + feed.twin,
        "feed_url": column.root + feed.json,
        "language": feed.language,
        "authors": [{"name": one_line(column.organiser)}],
        "items": [_item(entry) for entry in entries],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: FeedEntry) -> dict[str, Any]:
    content = entry.content()
    return {
        "id": entry.guid()["guid"],
        "url": entry.link()[0]["href"],
        "title": entry.title(),
        "summary": entry.summary()["summary"],
        # an entry has a text: that of its record, or what happened in a sentence
        **({"content_html": content["content"]} if content else {"content_text": entry.summary()["summary"]}),
        "date_published": entry.published().isoformat(),
        "date_modified": entry.updated().isoformat(),
        "authors": [{"name": each["name"]} for each in entry.author()],
        "tags": [each["term"] for each in entry.category()],
    }
