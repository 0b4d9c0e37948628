"""One feed by topic over the city: what each column tells of it, the newest first."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from feedgen.feed import FeedGenerator

from gongkai.city.plan import City
from gongkai.city.portal.shown import Shown

#: entries of a feed
_MOST = 100
_KINDS = ("all", "domain-*", "topic-*", "audience-*")


@dataclass(frozen=True)
class Topic:
    """A feed of the city: its name in addresses, what it is about, how many entries it has."""

    name: str
    title: str
    count: int


def write(city: City, columns: Sequence[Shown], stage: Path) -> list[Topic]:
    """JSON Feed and Atom for every topic that a column has a feed of."""
    folder = stage / "feeds"
    folder.mkdir()
    names = sorted(
        {p.stem for each in columns for k in _KINDS for p in (each.site / "feeds").glob(f"{k}.json")}
    )
    topics = []
    for name in names:
        told = [
            (each, json.loads(path.read_text("utf-8")))
            for each in columns
            if (path := _file(each, name)).is_file()
        ]
        items = [_item(column, item) for column, feed in told for item in feed["items"]]
        items.sort(key=lambda item: (item["date_published"], item["id"]), reverse=True)
        title = told[0][1]["title"].split(" · ")[0]
        _write(city, folder, name, title, items[:_MOST])
        topics.append(Topic(name, title, len(items[:_MOST])))
    return topics


def _file(column: Shown, name: str) -> Path:
    return column.site / "feeds" / f"{name}.json"


def _item(column: Shown, item: dict[str, Any]) -> dict[str, Any]:
    """An entry with the district before its title, and addresses as the city has them."""
    return {
        "id": column.to(item["id"]),
        "url": column.to(item["url"]),
        "title": f"【{column.name}】{item['title']}",
        "summary": item.get("summary", ""),
        "date_published": item.get("date_published", ""),
    }


def _write(city: City, folder: Path, name: str, title: str, items: list[dict[str, Any]]) -> None:
    address = f"{city.address}feeds/{name}"
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{title} · {city.name}",
        "home_page_url": city.address,
        "feed_url": f"{address}.json",
        "language": "zh-CN",
        "authors": [{"name": city.organiser}],
        "items": items,
    }
    (folder / f"{name}.json").write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (folder / f"{name}.atom.xml").write_bytes(_atom(city, address, f"{title} · {city.name}", items))


def _atom(city: City, address: str, title: str, items: list[dict[str, Any]]) -> bytes:
    feed = FeedGenerator()
    feed.id(f"{address}.atom.xml")
    feed.title(title)
    feed.author({"name": city.organiser})
    feed.link(href=f"{address}.atom.xml", rel="self")
    feed.link(href=city.address, rel="alternate")
    days = [dt.datetime.fromisoformat(item["date_published"]) for item in items if item["date_published"]]
    feed.updated(max(days, default=dt.datetime(2000, 1, 1, tzinfo=dt.UTC)))
    for item in items:
        entry = feed.add_entry(order="append")
        entry.id(item["id"])
        entry.title(item["title"])
        entry.link(href=item["url"])
        entry.summary(item["summary"] or item["title"])
        entry.updated(item["date_published"])
    made: bytes = feed.atom_str(pretty=True)
    return made
