"""Two checked columns → what a reader of the second finds otherwise than a reader of the first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from gongkai import gate, pipeline
from gongkai.column.register import Register
from gongkai.common.problems import BODY, excerpt
from gongkai.desk import report
from gongkai.exports import feeds
from gongkai.exports.made import day_of
from gongkai.gate import addresses
from gongkai.law.duties import awaited, duties
from gongkai.pipeline import Checked
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit

#: what a key held is told up to so many letters
_SHORT = 30


@dataclass(frozen=True)
class PageChange:
    """A page that comes, goes or changes: its title, what kind it is, its address, what of it changed."""

    title: str
    label: str
    url: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moved:
    """A word or a number that is another: whose it is, what it was, what it is."""

    name: str
    before: str
    after: str
    #: of a state: from which day, where that is known, and of which page
    since: dt.date | None = None
    url: str = ""


@dataclass(frozen=True)
class FeedNews:
    """What subscribers get: its title, and the subscriptions that it stands in."""

    title: str
    feeds: tuple[str, ...]


@dataclass(frozen=True)
class Changed:
    """All that a change does for readers, and the problems there are before and after it."""

    added: tuple[PageChange, ...]
    changed: tuple[PageChange, ...]
    gone: tuple[PageChange, ...]
    states: tuple[Moved, ...]
    news: tuple[FeedNews, ...]
    figures: tuple[Moved, ...]
    problems: report.Change

    @property
    def anything(self) -> bool:
        """Whether a reader finds anything otherwise."""
        return any((self.added, self.changed, self.gone, self.states, self.news, self.figures))


@dataclass(frozen=True)
class _Side:
    """One of the two as its readers have it."""

    register: Register
    pages: Mapping[str, Record]
    figures: Mapping[str, tuple[str, str]]


def compare(base: str, before: Checked, now: Checked) -> Changed:
    """What is otherwise in ``now``; ``base`` is what the first is called."""
    old, new = _side(before), _side(now)
    both = [(old.pages[url], page) for url, page in new.pages.items() if url in old.pages]
    return Changed(
        added=tuple(_page(page) for url, page in new.pages.items() if url not in old.pages),
        changed=tuple(_page(two, keys) for one, two in both if (keys := tuple(_keys(one, two)))),
        gone=tuple(_page(page) for url, page in old.pages.items() if url not in new.pages),
        states=tuple(_states(old, new, both)),
        news=tuple(_news(old.register, new.register)),
        figures=tuple(_figures(old, new)),
        problems=report.compare(base, before.problems, now.problems),
    )


def _side(checked: Checked) -> _Side:
    released = gate.released(checked.register, moved=addresses.moved(checked.register))
    owed = duties(released, checked.standards)
    released.awaited = awaited(owed)
    measured = pipeline.measure(released, checked, owed)
    figures = {each.id: (each.name, each.value(each.now) if each.known else "—") for each in measured}
    return _Side(released, dict(_pages(released)), figures)


def _pages(register: Register) -> Iterator[tuple[str, Record]]:
    """Address → the record whose page it is."""
    for record in (*register.all, *register.english, *register.units):
        if record.url:
            yield record.url, record


def _page(record: Record, keys: tuple[str, ...] = ()) -> PageChange:
    name = getattr(record, "name", "") or record.slug
    return PageChange(f"{name}", record.LABEL, record.url, keys)


def _keys(before: Record, now: Record) -> Iterator[str]:
    """The keys that are not what they were, with both values where they are short."""
    one, two = before.model_dump(by_alias=True), now.model_dump(by_alias=True)
    for key in dict.fromkeys((*one, *two)):
        if one.get(key) != two.get(key):
            was, is_ = _told(one.get(key)), _told(two.get(key))
            yield f"{key}：{was} → {is_}" if was and is_ else key
    if isinstance(now, ContentRecord) and before.body.strip() != now.body.strip():
        yield BODY


def _told(value: Any) -> str:
    """A value in a word; "" where it takes more."""
    if value is None or value in ("", (), [], {}):
        return "（没有）"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Enum):
        return f"{value.value}"
    if isinstance(value, str | int | dt.date):
        text = f"{value}"
        return excerpt(text) if len(text) <= _SHORT else ""
    return ""


def _states(old: _Side, new: _Side, both: Iterable[tuple[Record, Record]]) -> Iterator[Moved]:
    for before, now in both:
        if isinstance(before, ContentRecord) and isinstance(now, ContentRecord):
            was, is_ = old.register.state(before), new.register.state(now)
            if was != is_:
                yield Moved(f"{now.name}", _word(was), _word(is_), _since(new, now), now.url)
        elif isinstance(before, Unit) and isinstance(now, Unit) and before.state != now.state:
            yield Moved(now.name, _word(before.state), _word(now.state), now.merged_on, now.url)


def _since(side: _Side, record: ContentRecord) -> dt.date | None:
    return side.register.standing(record).since if isinstance(record, Policy) else None


def _word(state: Enum | str | None) -> str:
    return "（没有）" if state is None else f"{state}"


def _news(old: Register, new: Register) -> Iterator[FeedNews]:
    """By what is told, in which subscriptions it is new."""
    found: dict[str, list[str]] = {}
    known = {feed.name: feed.entries for feed in feeds.plan(old)}
    for feed in feeds.plan(new):
        before = known.get(feed.name, [])
        had = {each.id for each in before}
        for each in feed.entries:
            # where one leaves a full feed, the next older one stands at its end: that is no news
            slid = len(before) >= feeds.LIMIT and day_of(each) <= day_of(before[-1])
            if each.id not in had and not slid:
                title = getattr(each, "name", "") or getattr(each, "title", "")
                found.setdefault(f"{title}", []).append(feed.title)
    for title, where in found.items():
        yield FeedNews(title, tuple(dict.fromkeys(where)))


def _figures(old: _Side, new: _Side) -> Iterator[Moved]:
    for id_, (name, value) in new.figures.items():
        was = old.figures.get(id_, (name, "（没有）"))[1]
        if was != value:
            yield Moved(name, was, value)
