"""What is new, whatever its type: a row says the day, the kind, the title and where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.column.news import News
from gongkai.column.passing import Stage, stages
from gongkai.records.base import ContentRecord
from gongkai.render.lists.entries import notes
from gongkai.render.site import Site


@dataclass(frozen=True)
class Recent:
    """A row; ``chips`` are (kind, words) beside that of its state, ``stages`` its state today and later."""

    day: dt.date
    kind: str
    title: str
    href: str
    chips: list[tuple[str, str]]
    stages: tuple[Stage, ...] = ()


def recent(site: Site, records: Iterable[ContentRecord], url: str) -> list[Recent]:
    """Records by the day they were published, as rows of the page at ``url``."""
    return rows(site, (News(each.published, each.LABEL, each) for each in records), url)


def rows(site: Site, found: Iterable[News], url: str) -> list[Recent]:
    """What was told of records, as rows of the page at ``url``."""
    return [_row(site, each, url) for each in found]


def _row(site: Site, each: News, url: str) -> Recent:
    shown, known = list(notes(site.facts, each.record)), stages(site.facts.register, each.record)
    return Recent(each.day, each.word, each.record.name, site.links.href(url, each.record), shown, known)
