"""来龙去脉: a matter from the first comment to its evaluation, the same on the page of every station.

The stages go by the name of a record's type, so that a type of record that is added later
takes its place here without further work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gongkai.column.matters import Matter, around
from gongkai.render.records.views.thread_events import OWN, TYPES, Event, Page, event_of
from gongkai.render.records.views.thread_gaps import STAGES, Gap, gap
from gongkai.render.site import Site

__all__ = ["TYPES", "Event", "Stage", "Thread", "threads"]


@dataclass(frozen=True)
class Stage:
    """One stage of the thread: what there is of it, or what is said of the gap."""

    name: str
    gap: Gap
    events: list[Event]


@dataclass(frozen=True)
class Thread:
    """One matter, by its title."""

    title: str
    stages: list[Stage]

    @property
    def silence(self) -> str:
        """All that is not there, in one line: 没有征集、评价的记录。公报、办事：文件公布以后才有。"""
        said: dict[str, list[str]] = {}
        for each in self.stages:
            if not each.events:
                said.setdefault("" if each.gap.plain else each.gap.words, []).append(each.name)
        parts = [f"{'、'.join(names)}：{words}" if words else _none(names) for words, names in said.items()]
        return "".join(f"{part}。" for part in parts)


def _none(names: list[str]) -> str:
    return f"没有{'、'.join(names)}的记录"


def threads(site: Site, matters: Iterable[Matter], url: str, topic: str = "") -> list[Thread]:
    """The matters as shown on a page."""
    return [_thread(Page(site, url, each, topic)) for each in matters]


def _thread(page: Page) -> Thread:
    """Every stage in its order, each with its events, oldest first."""
    matter = page.matter
    register = page.site.facts.register
    more = around(register, matter)
    stages = []
    for name, types in STAGES.items():
        events = [event_of(page, each) for each in more if each.TYPE in types]
        events += (event for type_ in types if type_ in OWN for event in OWN[type_](page))
        told = [replace(each, ahead=each.date > register.today) for each in events]
        found = sorted(told, key=lambda each: each.date)
        stages.append(Stage(name, gap(page.site.facts, matter, name), found))
    return Thread(matter.title, stages)
