"""A subject as a tile: its name, what of it is there today, and whom to ask where there is nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from gongkai.column.other_days import on
from gongkai.column.passing import stages
from gongkai.column.register import Register
from gongkai.common.asking import question
from gongkai.records.vocabulary.participation import ActionKind
from gongkai.render.gathering.subject import Held, Subject, held
from gongkai.render.site import Site

#: what can be done, in the words of a tile
_WORDS = {
    ActionKind.COMMENT: "{n}项正在征求意见",
    ActionKind.REGISTER: "{n}项可以报名",
    ActionKind.CLAIM: "{n}项正在申报",
    ActionKind.APPLY: "{n}项可以申请",
}
#: so far ahead a page can be read without having been made anew
_AHEAD = dt.timedelta(days=31)
ByDay = list[tuple[dt.date | None, str]]
#: by the address of a subject, because the home page, two landing pages and the list of all tell the same
_told: WeakKeyDictionary[Register, dict[str, ByDay]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Tile:
    """``facts``: what is true today (None), and from each day ahead on that changes it."""

    title: str
    href: str
    hint: str
    facts: ByDay


def tile(site: Site, subject: Subject, url: str) -> Tile:
    """A subject as a tile of the page at ``url``."""
    told = _told_of(site.facts.register, subject)
    return Tile(subject.title, site.links.href(url, subject.url), subject.hint, told)


@question
def _told_of(register: Register, subject: Subject) -> ByDay:
    known = _told.setdefault(register, {})
    if subject.url not in known:
        known[subject.url] = list(_by_day(register, subject))
    return known[subject.url]


def _by_day(register: Register, subject: Subject) -> Iterator[tuple[dt.date | None, str]]:
    found = held(register, subject)
    told = "，".join(_facts(subject, found))
    yield None, told
    for day in _turns(register, found):
        before, told = told, "，".join(_facts(subject, held(on(register, day), subject)))
        if told != before:
            yield day, told


def _turns(register: Register, found: Held) -> list[dt.date]:
    """The next days on which something of a subject begins or ends."""
    days = {stage.begins for record in found.records for stage in stages(register, record) if stage.begins}
    return sorted(day for day in days if day <= register.today + _AHEAD)


def _facts(subject: Subject, found: Held) -> Iterator[str]:
    if found.in_force:
        yield f"{found.in_force}件政策有效"
    if found.coming:
        yield f"{found.coming}件将要施行"
    for kind, words in _WORDS.items():
        if count := sum(each.kind is kind for each in found.actions):
            yield words.format(n=count)
    if not found.policies and not found.actions:
        gone = "政策已到期" if found.ended else "现在没有政策"
        yield f"{gone}，问{subject.ask[0].label}" if subject.ask else gone
