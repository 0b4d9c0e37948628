"""What is new, whatever its type: a row says the day, the kind, the title and where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.column.news import News
from gongkai.records.base import ContentRecord
from gongkai.render.lists.entries import chips
from gongkai.render.site import Site


@dataclass(frozen=True)
class Recent:
    """A row; ``chips`` are (kind, words)."""

    day: dt.date
    kind: str
    title: str
    href: str
    chips: list[tuple[str, str]]


def recent(site: Site, records: Iterable[ContentRecord], url: str) -> list[Recent]:
    """Records by the day they were published, as rows of the page at ``url``."""
    return rows(site, (News(each.published, each.LABEL, each) for each in records), url)


def rows(site: Site, found: Iterable[News], url: str) -> list[Recent]:
    """What was told of records, as rows of the page at ``url``."""
    return [_row(site, each, url) for each in found]


def _row(site: Site, each: News, url: str) -> Recent:
    shown = list(chips(site.facts, each.record))
    return Recent(each.day, each.word, each.record.name, site.links.href(url, each.record), shown)


def short_day(day: dt.date, today: dt.date) -> str:
    """``11月5日``; with its year in another year than today's."""
    words = f"{day.month}月{day.day}日"
    return words if day.year == today.year else f"{day.year}年{words}"
